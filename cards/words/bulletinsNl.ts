import type { Bulletin } from '../../data/bulletin.js';
import type { OptionalReminder, Reminder } from '../../data/reminders.js';
import { plural } from './plural.js';

type Lost = Extract<Bulletin['about'], { kind: 'channel-lost' }>['why'];

const summaries: Record<Bulletin['about']['kind'], string> = {
  'taken-over': 'Een collega gaat verder met je casussen',
  morning: 'Dit wacht op jou',
  'channel-lost': 'Het kanaal van de coördinatoren is weg',
  'stands-in': 'Je vervangt een collega',
  'stands-in-ended': 'Je vervangt je collega niet meer',
};

const reminders: Record<Reminder, (day: string) => string> = {
  question: () => 'De coördinator wacht op je antwoord',
  unclaimed: () => 'Nog door niemand opgepakt',
  'lapses-soon': (day) => `Komt weer vrij op ${day} als er niets gebeurt`,
  'appointment-passed': (day) => `De afspraak was op ${day}: hoe ging het?`,
};

const optional: Record<OptionalReminder, string> = {
  unclaimed: 'Casussen die nog niemand heeft opgepakt',
  'lapses-soon': 'Casussen van mij die bijna weer vrijkomen',
  'appointment-passed': 'Afspraken die zijn geweest',
};

const lost: Record<Lost, string> = {
  'channel-deleted': 'Het kanaal is in Teams verwijderd.',
  'bot-removed': 'De bot is uit het team verwijderd.',
};

/** Messages to one person that are about no single case. */
export const bulletinsNl = {
  ...summaries,
  reminders,
  optional,
  lost,
  morningHeading: 'Goedemorgen. Dit wacht op jou.',
  morningIntro: (n: number) =>
    `${plural(n, 'casus', 'casussen')}. Kies een casus om die te openen.`,
  more: (n: number, button: string) => `En nog ${n}. Kies ${button} om alles te zien.`,
  openRow: (code: string, what: string) => `${code} openen: ${what}`,
  lostNext: (region: string) =>
    `Casussen van ${region} verschijnen nu nergens. Ze blijven bewaard. Koppel een kanaal met “@Nu Niet Zwanger koppelen”.`,
  standsIn: (name: string, from: string, until: string) =>
    `Je vervangt ${name} van ${from} tot en met ${until}. Berichten en overdrachten komen in die tijd bij jou.`,
  standsInNext: 'Je kunt in die tijd ook werken in de casussen van je collega.',
  standsInEnded: (name: string) =>
    `Je vervangt ${name} niet meer. Berichten voor ${name} komen niet meer bij jou.`,
};
