import type { TroubledPart } from '../../data/delivery.js';
import type { TroubleCause } from '../troubleWhy.js';

const parts: Record<TroubledPart, string> = {
  channel: 'Kanaal',
  notices: 'Persoonlijke berichten',
};

const why: Record<TroubleCause, string> = {
  gone: 'het kanaal, het bericht of de chat bestaat niet meer',
  forbidden: 'Teams laat de bot daar niet toe',
  'signed-out': 'de bot kan zich niet aanmelden bij Teams',
  busy: 'Teams heeft het te druk',
  silent: 'Teams geeft geen antwoord',
  rejected: 'Teams neemt het bericht niet aan',
};

/** What does not get through in Teams. */
export const troubleNl = {
  heading: 'Bezorging',
  parts,
  why,
  since: (part: string, moment: string, because: string) => `${part}, sinds ${moment}: ${because}.`,
  next: (moment: string) => `Ik probeer het opnieuw op ${moment}.`,
  now: 'Ik probeer het nu opnieuw.',
  person: (name: string, moment: string, because: string) =>
    `Berichten aan ${name} komen niet aan, sinds ${moment}: ${because}.`,
  reachYourself: 'Bel of mail zelf, of kies in je werkvoorraad om het opnieuw te proberen.',
};
