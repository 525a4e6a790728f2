import type { Snooze } from '../../data/followUp.js';

const snoozes: Record<Snooze, string> = {
  week: 'Over een week',
  'two-weeks': 'Over twee weken',
  month: 'Over een maand',
};

/** Asking later how it goes, on the day that was agreed. */
export const followUpNl = {
  heading: 'Hoe gaat het nu?',
  intro: (code: string, day: string) =>
    `Voor casus ${code} is afgesproken om op ${day} te vragen hoe het gaat.`,
  readBy: {
    professional: 'De coördinatoren van je regio kunnen je antwoord lezen.',
    coordinator: 'De professional kan je antwoord lezen.',
  },
  answer: 'Hoe gaat het met de cliënt?',
  realisedOn: 'Is anticonceptie gerealiseerd? Schrijf dan de maand of de dag',
  snooze: 'Liever later antwoorden? Dan vraag ik het opnieuw',
  snoozes,
  buttons: {
    answer: 'Antwoord opslaan',
    snooze: 'Herinner me later',
    ask: 'Vertellen hoe het gaat',
  },
  answered: 'Je antwoord is opgeslagen.',
  snoozed: (day: string) => `Ik vraag het opnieuw op ${day}.`,
  none: 'nog geen antwoord',
  late: {
    answered: (name: string, day: string) =>
      `Dit is al beantwoord door ${name}, op ${day}. Er is niets gewijzigd.`,
    later: (day: string) => `Deze vraag komt later terug, op ${day}. Je hoeft nu niets te doen.`,
    ended:
      'De cliënt vindt het niet meer goed dat hiernaar wordt gevraagd. Je hoeft niets te doen.',
    somebodyElse: (name: string) => `Deze vraag is nu voor ${name}.`,
    over: 'Deze vraag staat niet meer open. Je hoeft niets te doen.',
  },
};
