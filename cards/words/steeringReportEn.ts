import { plural } from './plural.js';
import type { steeringReportNl } from './steeringReportNl.js';

const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;

export const steeringReportEn: typeof steeringReportNl = {
  heading: 'Report for the steering group',
  summary: 'Report for the steering group',
  intro:
    'This report may leave your region. Numbers below 10 are not in it. Sometimes another number is missing too: a small one could be worked out otherwise.',
  start: 'Make a report for the steering group',
  look: 'View the report',
  other: 'Make another report',
  toExport: 'To figures as a file',
  tooEarly: (day) => `No quarter has ended yet. You can make a report from ${day}.`,
  notEnded: 'This period has not ended yet.',
  beforeStart: (region, month) => `${region} had not begun then. Its first month is ${month}.`,
  fresh:
    'This is what the report will say. Once you issue it, these figures never change. So check first that all talks and counts of this period have been entered.',
  changed: 'The figures have just changed. Look at the report once more, then issue it.',
  issued: (moment) => `Issued on ${moment}. The figures are still exactly as they were then.`,
  issue: 'Issue and make the file',
  notReported: (periods) =>
    `No report yet on: ${periods}. Make those first. Then this report also says what was done before.`,
  before: 'Done before this period',
  done: 'Done in this period',
  beforeShort: 'Before',
  doneShort: 'Done',
  target: (year, basis, n) =>
    `Target ${year}, ${basis === 'since-start' ? 'since start' : 'this year'}: ${n}`,
  targets: { 'this-year': 'Target this year', 'since-start': 'Target since start' },
  cells: {
    'below-ten': 'fewer than 10',
    withheld: 'not shown',
    'not-given': 'cannot be given',
    unknown: 'not known',
    atLeast: (n) => `at least ${n}`,
    total: 'Total',
  },
  small: (names) => `Fewer than 10: ${names}.`,
  withheld: (names) => `Not shown: ${names}.`,
  notGiven: 'This table is left out: small numbers could be worked out.',
  issuedOn: 'Issued on',
  sheets: {
    report: 'Report',
    'escalations:municipality': 'Escalations by municipality',
    'escalations:type': 'Escalations by referrer type',
    'talks:municipality': 'Talks by municipality',
    reason: 'Escalations by reason',
    outcome: 'Closed by outcome',
    newsletter: 'Text for a newsletter',
    notes: 'Explanation',
  },
  columns: {
    'escalations:municipality': 'Municipality where the client lives',
    'escalations:type': 'Type of referrer',
    'talks:municipality': 'Municipality where the client lives',
    reason: 'Reason',
    outcome: 'Outcome',
    text: 'Text',
    word: 'In the file',
    meaning: 'What it means',
  },
  meanings: {
    'below-ten': 'A number from 0 up to and including 9.',
    withheld:
      'This number is 10 or more. It is left out because a small number could be worked out with it.',
    'not-given': 'Nothing stands here: a small number could be worked out.',
    atLeast:
      'What earlier reports showed. On a part of the time before there is no report, or the number was not in it.',
    unknown: 'No earlier report shows this number.',
  },
  frozen:
    'The figures are as they were when the report was issued. What was entered later is not in it.',
  quarters: 'Quarters consist of whole weeks, from Monday up to and including Sunday.',
  reasonsNote: 'An escalation can have more than one reason.',
  outcomesNote:
    'Outcomes count in the period of closing, escalations in the period of escalating. The total counts only what has an outcome.',
  partnersNote: 'As it was on the last day of the period.',

  newsletter: {
    heading: 'Text for a newsletter',
    within: {
      quarter: (quarter, year) => `the ${ORDINALS[quarter - 1] ?? quarter} quarter of ${year}`,
      halfYear: (half, year) => `the ${half === 1 ? 'first' : 'second'} half of ${year}`,
    },
    cases: (n) => `${n} cases`,
    talks: (within, region, cases) =>
      `In ${within} professionals in ${region} talked with clients about the wish to have children, sexuality and contraception, in ${cases}.`,
    talksHidden: (region) =>
      `Professionals in ${region} talk with clients about the wish to have children, sexuality and contraception.`,
    voluntary: 'Such a talk is always voluntary. The client decides.',
    escalations: (n) => `Cases were escalated to the content coordinator ${n} times.`,
    realised: (parts) => `Contraception was realised ${parts}.`,
    realisedIn: {
      'partner-contraception': (cases) => `in ${cases} through network partners`,
      'escalated-contraception': (cases) => `in ${cases} after escalation`,
    },
    partners: (n) =>
      n === 1 ? '1 partner organisation has joined.' : `${n} partner organisations have joined.`,
    programme: (parts) => `In this period the programme counted ${parts}.`,
    parts: {
      trainings: (n) => plural(n, 'training', 'trainings'),
      'attention-officers': (n) =>
        plural(n, 'trained attention officer', 'trained attention officers'),
      intervision: (n) => plural(n, 'intervision meeting', 'intervision meetings'),
    },
  },
  file: (region, period) => `nnz-steering-group-${region}-${period}`,
  consent: (period) => `The report for the steering group: ${period}`,
};
