import type { QueueGroup, QueueRow } from '../../data/workQueue.js';
import { plural } from './plural.js';

const groups: Record<QueueGroup, string> = {
  open: 'Open',
  // On offer, or of a colleague who is away: not all of them are theirs.
  mine: 'Voor mij',
  others: 'Van anderen',
  answer: 'Wacht op antwoord',
  // Also what has passed and nobody knows of how it went.
  appointment: 'Afspraken',
  trouble: 'Problemen',
};

const counted: Record<QueueGroup, (n: number) => string> = {
  open: (n) => `${n} open`,
  mine: (n) => `${n} voor mij`,
  others: (n) => `${n} van anderen`,
  answer: (n) => plural(n, 'wacht op antwoord', 'wachten op antwoord'),
  appointment: (n) => plural(n, 'afspraak', 'afspraken'),
  trouble: (n) => plural(n, 'probleem', 'problemen'),
};

const empty: Record<QueueGroup, string> = {
  open: 'Alles is opgepakt.',
  mine: 'Er zijn nu geen casussen voor jou.',
  others: 'Collega’s hebben nu geen casussen opgepakt.',
  answer: 'Er wacht nu niets op antwoord.',
  appointment: 'Er zijn deze week geen afspraken. Van eerdere is bekend hoe het ging.',
  trouble: 'Alles is in Teams aangekomen.',
};

const only: Record<QueueRow['kind'], (group: string) => string> = {
  case: (group) => `${group}: 1 casus`,
  consult: (group) => `${group}: 1 consultvraag`,
  trouble: (group) => `${group}: 1 probleem`,
};

/** Everything that waits for coordinators, in their own chat. */
export const queueNl = {
  heading: 'Werkvoorraad',
  summary: 'Werkvoorraad',
  groups,
  counted,
  empty,
  nothingFits: 'Bij deze keuze past nu geen casus.',
  range: (group: string, first: number, last: number, of: number) =>
    first === last
      ? `${group}: ${first} van ${of}`
      : `${group}: ${first} tot en met ${last} van ${of}`,
  only,
  tapToOpen: 'Kies een regel om die te openen.',
  tapToRetry: 'Kies een regel om het nu opnieuw te proberen.',
  search: 'Een casus zoeken? Typ de casuscode.',
  filters: { group: 'Wat wil je zien?', reason: 'Reden', municipality: 'Gemeente' },
  all: { reason: 'Alle redenen', municipality: 'Alle gemeenten' },
  choice: (group: string, n: number) => `${group} (${n})`,
  show: 'Toon',
  previous: 'Vorige',
  next: 'Volgende',
  openRow: (code: string) => `Casus ${code} openen`,
  openConsult: (id: string) => `Consultvraag ${id} openen`,
  retryRow: (what: string) => `${what} nu opnieuw proberen`,
  withPriority: 'met voorrang',
  heldBy: (name: string) => `Opgepakt door ${name}`,
  you: 'jou',
  facts: {
    open: (day: string) => `Opgeschaald op ${day}`,
    consult: (day: string) => `Gevraagd op ${day}`,
    'too-long': (days: number) => `⚠ Wacht langer dan ${plural(days, 'werkdag', 'werkdagen')}`,
    covered: 'Je vervangt de collega die deze casus heeft',
    offered: 'Een collega vraagt of jij de casus overneemt',
    question: (day: string) => `Vraag gesteld op ${day}, nog geen antwoord`,
    'question-late': (days: number) =>
      `⚠ Het antwoord duurt langer dan ${plural(days, 'werkdag', 'werkdagen')}`,
    appointment: (day: string) => `Afspraak op ${day}`,
    'appointment-passed': (day: string) => `⚠ Afspraak was op ${day}: hoe ging het?`,
    silent: (day: string) => `Follow-up gevraagd op ${day}, nog geen antwoord`,
    stuck: '⚠ Niet alles is in Teams aangekomen, zie Problemen',
  },
  troubleFor: (name: string) => `Bericht aan ${name}`,
  unwiped: (n: number) =>
    `Nog te wissen in het kanaal: ${plural(n, 'kaart', 'kaarten')}. Dat lukt nog niet; ik blijf het proberen.`,
  retried: 'Ik probeer het nu opnieuw. Kies Toon om te zien of het is gelukt.',
  solved: 'Dit is al aangekomen.',
};
