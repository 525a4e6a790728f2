import type { DayProblem } from '../../data/absence.js';

const errors: Record<DayProblem, string> = {
  past: 'Deze dag is al geweest. Kies vandaag of een latere dag.',
  'too-far': 'Deze dag ligt meer dan een jaar vooruit. Controleer het jaar.',
  order: 'De laatste dag ligt voor de eerste dag.',
};

/** What coordinators set in `profiel`: when they are away. */
export const absenceNl = {
  button: 'Afwezigheid',
  end: 'Afwezigheid stoppen',
  heading: 'Afwezigheid',
  intro:
    'Berichten en overdrachten gaan in deze dagen naar je vervanger. Die kan dan ook in jouw casussen werken.',
  from: 'Eerste dag dat je er niet bent',
  until: 'Laatste dag dat je er niet bent',
  standIn: 'Wie vervangt je?',
  standInIn: (region: string) => `Wie vervangt je in ${region}?`,
  replacedBy: 'Vervanger',
  replacedByIn: (region: string) => `Vervanger in ${region}`,
  away: (until: string, standIn: string) => `afwezig t/m ${until}, vervangen door ${standIn}`,
  awayAlone: (until: string) => `afwezig t/m ${until}`,
  awayNow: (standIn: string) => `afwezig, vervangen door ${standIn}`,
  awayNowAlone: 'afwezig',
  planned: (from: string, until: string) => `Je bent afwezig van ${from} tot en met ${until}.`,
  told: 'Je vervanger krijgt hier bericht van.',
  standInAway: (name: string, from: string, until: string, next: string) =>
    `${name} is van ${from} tot en met ${until} ook afwezig. In die dagen gaat je werk naar ${next}.`,
  eachOther: (name: string, from: string, until: string) =>
    `${name} is van ${from} tot en met ${until} ook afwezig. Jullie vervangen elkaar: je berichten blijven dan bij jou.`,
  ended: 'Je afwezigheid is gestopt. Je berichten komen weer bij jou.',
  notAway: 'Je hebt geen afwezigheid doorgegeven.',
  nobody: 'Er is in je regio nu geen andere coördinator die je kan vervangen.',
  errors,
};

/** What coordinators set in `profiel`: which reminders they want. */
export const reminderSettingsNl = {
  button: 'Herinneringen',
  heading: 'Herinneringen',
  intro: 'Op werkdagen krijg je één bericht met wat op je wacht. Waarover wil je dat horen?',
  always: 'Een vraag over je eigen casus geef ik altijd door.',
  question: 'Ik wil horen over',
  saved: 'Je herinneringen zijn opgeslagen.',
  wanted: 'Je hoort over',
  none: 'Verder krijg je geen herinneringen.',
};
