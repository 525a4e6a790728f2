import type {
  APPOINTMENT_RESULTS,
  DECLARATIONS,
  FOLLOW_UP_ASKS,
  LANE_RESULTS,
  LaneState,
} from '../../data/lanes.js';
import { plural } from './plural.js';

type Titles<T extends readonly string[]> = Record<T[number] | 'not-yet', string>;

const states: Record<LaneState, string> = {
  'not-begun': 'nog niet begonnen',
  busy: 'loopt',
  settled: 'klaar',
  ended: 'gestopt',
};

const results: Titles<typeof LANE_RESULTS> = {
  'not-yet': 'Nog niets',
  'taken-over': 'Overgenomen',
  advised: 'Professional geadviseerd',
};

const declarations: Titles<typeof DECLARATIONS> = {
  'not-yet': 'Nog niet ingediend',
  submitted: 'Ingediend',
  paid: 'Betaald',
};

const happenings: Titles<typeof APPOINTMENT_RESULTS> = {
  'not-yet': 'Nog niet bekend',
  'took-place': 'De afspraak is doorgegaan',
  moved: 'De afspraak is verzet',
  'not-come': 'De cliënt is niet gekomen',
};

/** The same behind the date. */
const outcomes: Record<(typeof APPOINTMENT_RESULTS)[number], string> = {
  'took-place': 'doorgegaan',
  moved: 'verzet',
  'not-come': 'cliënt niet gekomen',
};

const asks: Record<(typeof FOLLOW_UP_ASKS)[number], string> = {
  professional: 'De professional',
  coordinator: 'De coördinator',
};

/** Lanes, questions and what does not get through, as coordinators see them. */
export const lanesNl = {
  lanes: {
    heading: (code: string) => `Casus ${code}: welk spoor werk je bij?`,
    formHeading: (code: string, reason: string) => `Casus ${code}: ${reason}`,
    openRow: (reason: string, state: string) => `${reason} bijwerken (${state})`,
    states,
    stillOpen: (reasons: string) =>
      `Nog niet klaar: ${reasons}. Je kunt de casus toch afronden. Wat je hebt vastgelegd, blijft staan.`,
    settled: 'Is dit spoor klaar?',
    isSettled: 'Dit spoor is klaar',
    outdated: 'Dit spoor is intussen gewijzigd. Hieronder staat wat er nu is vastgelegd.',
    dates: {
      passed: 'Deze dag is geweest. Kies vandaag of een latere dag.',
      tooFar: 'De datum ligt meer dan een jaar vooruit. Controleer het jaar.',
    },
    money: (most: string) =>
      `Schrijf een bedrag in euro’s, zoals 150 of 1.250,50. Hoogstens ${most}.`,
    complex: { result: 'Wat heb je gedaan?', done: 'Gedaan', results },
    finance: {
      asked: 'Gevraagd bedrag in euro’s',
      granted: 'Toegekend bedrag in euro’s',
      amount: (asked: string, granted: string) => `Gevraagd ${asked}, toegekend ${granted}`,
      none: 'nog niets',
      chargedTo: 'Welke gemeente betaalt?',
      chargedToNeeded: 'Kies de gemeente die betaalt.',
      charged: 'Gemeente die betaalt',
      declaration: 'Declaratie',
      declarations,
      budget: (municipality: string, year: number) =>
        `Budget ${municipality} ${year}, alle casussen samen`,
      totals: (budget: string, asked: string, granted: string) =>
        `${budget}, gevraagd ${asked}, toegekend ${granted}`,
      left: (amount: string) => `nog over ${amount}`,
      over: (municipality: string, year: number, by: string) =>
        `Er is ${by} meer toegekend dan het budget van ${municipality} in ${year}.`,
    },
    network: {
      provider: 'Bij wie?',
      with: 'Bij',
      notChosen: 'Nog niet gekozen',
      described: (name: string, profession: string, place: string) =>
        `${name}, ${profession}, ${place}`,
      does: (does: string) => `Doet: ${does}`,
      speaks: (languages: string) => `Spreekt: ${languages}`,
      none: (municipality: string) =>
        `Voor ${municipality} staat nog niemand in de lijst van je regio. Je kunt verder zonder.`,
      appointmentOn: 'Datum van de afspraak',
      appointment: 'Afspraak',
      happened: 'Wat is er met de afspraak gebeurd?',
      happenings,
      outcomes,
      dateNeeded: 'Vul de datum van de afspraak in.',
      newDateNeeded: 'Vul de nieuwe datum in, vandaag of later.',
      notYet: 'De afspraak is nog niet geweest.',
    },
    followUp: {
      intro:
        'Op de dag die je kiest, vraag ik hoe het gaat. Is het spoor klaar, dan vraag ik niets meer.',
      on: 'Wanneer vraag ik hoe het gaat?',
      asks: 'Aan wie vraag ik het?',
      who: asks,
      planned: 'Gepland',
      line: (day: string, who: string) => `${day}. Ik vraag het aan ${who}.`,
      asked: 'Gevraagd op',
      answered: 'Antwoord',
    },
  },

  questions: {
    heading: 'Vragen',
    askHeading: (code: string) => `Casus ${code}: vraag aan de professional`,
    askIntro: 'De professional krijgt je vraag in de eigen chat en antwoordt daar.',
    text: 'Je vraag, hoogstens 300 tekens',
    question: 'Vraag',
    answer: 'Beantwoorden',
    answerOf: (when: string) => `Vraag van ${when} beantwoorden`,
    answerHeading: (code: string) => `Casus ${code}: vraag beantwoorden`,
    answerText: 'Je antwoord, hoogstens 500 tekens',
    answered: 'Antwoord',
    notAnswered: 'nog geen antwoord',
    sent: 'Je antwoord is verstuurd.',
    gone: 'Deze vraag staat niet meer open.',
    waits:
      'Niemand heeft de casus nu opgepakt. Je kunt antwoorden zodra een coördinator de casus oppakt.',
    more: (n: number) => `Nog ${plural(n, 'vraag', 'vragen')}`,
    asked: (when: string, name: string) => `${when}, ${name}`,
  },
};
