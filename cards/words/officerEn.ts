import type { organisationNl, quickCountNl, takeOverNl } from './officerNl.js';
import { plural } from './plural.js';

export const quickCountEn: typeof quickCountNl = {
  refusal: 'Only the attention officer of an organisation can do this.',
  refusalAt: (organisation, names) =>
    `Only the attention officer of an organisation can do this. At ${organisation} that is ${names}.`,
  which: 'For which organisation?',
  organisation: 'Organisation',
  heading: (organisation) => `Counting talks: ${organisation}`,
  summary: 'Counting talks',
  onlyLoose:
    'Count only talks here that were not recorded one by one as well. Otherwise they count twice.',
  agreed: 'This is about talks that the client wanted to have. I keep nothing about clients.',
  month: 'In which month were the talks?',
  municipality: 'In which municipality do the clients live?',
  talks: 'Number of talks',
  realised: 'With how many of them was contraception realised?',
  wholeNumber: (most) => `Fill in a whole number from 0 to ${most}.`,
  moreThanTalks: 'This is more than the number of talks.',
  nothingYet: 'Nothing has been counted yet for this month and municipality. Fill in 1 or more.',
  replaceHeading: (month, municipality) => `Count of ${month}, ${municipality}`,
  before: (numbers, when, name) => `Counted before: ${numbers} (on ${when} by ${name}).`,
  replace: 'What is below takes its place. Fill in 0 and 0 to remove the count.',
  numbers: (talks, realised) => `${plural(talks, 'talk', 'talks')}, ${realised} realised`,
  counted: 'Counted',
  takenBack: 'Count removed',
  forMonth: 'Month',
  forMunicipality: 'Municipality',
  number: 'Number',
  week: (week, year) => `This counts in week ${week} of ${year}.`,
  takenBackText: 'Nothing counts for this month and municipality now.',
  lately: 'Counted last',
  none: 'removed',
  line: (month, municipality, numbers) => `${month} in ${municipality}: ${numbers}`,
  tooOld: 'This count can no longer be changed.',
  buttons: {
    correct: 'Correct',
    replace: 'Replace',
    another: 'Another count',
    count: 'Count talks',
    totals: 'Totals of my organisation',
    takeOver: 'Cases of a colleague who left',
  },
};

export const organisationEn: typeof organisationNl = {
  heading: (name) => `Totals of ${name}`,
  summary: 'Totals of your organisation',
  row: 'Count',
  sinceStart: 'Since start',
  rows: {
    'recorded-talks': 'Talks, recorded one by one',
    'counted-talks': 'Talks, counted per month',
    escalations: 'Escalations',
    'partner-contraception': 'Contraception realised through your talks',
    'escalated-contraception': 'Contraception realised after escalating',
  },
  stored:
    'This is worked out from what is kept now. A case that was erased no longer counts here, but does in the figures of the region.',
};

export const takeOverEn: typeof takeOverNl = {
  heading: 'Cases of a colleague who left',
  summary: 'Taking over cases',
  intro: (organisation) =>
    `These are colleagues at ${organisation} who have cases. Whoever filled in nothing for the longest time comes first.`,
  colleague: 'Whose cases do you take over?',
  choice: (name, n, when) => `${name}: ${plural(n, 'case', 'cases')}, last active on ${when}`,
  more: (n) => `Not in this list: ${plural(n, 'more colleague', 'more colleagues')} with cases.`,
  nobody: 'There are no cases of colleagues to take over.',
  askHeading: (name) => `Taking over the cases of ${name}`,
  activeLately: (when) =>
    `This colleague was still active on ${when}. Check first whether this is right.`,
  changed: 'Something has changed in the meantime. Look once more.',
  cases: 'Cases',
  escalated: 'Of which escalated',
  activeAt: 'Last active',
  what: [
    'You will then find the cases among your own cases, and go on with them.',
    'A code does not tell who the client is. Only the file of your organisation does.',
    'Your colleague gets one message. So does a coordinator who has claimed a case.',
    'A draft of your colleague stays your colleague’s.',
    'There is no button to undo this. Another attention officer of your organisation can take the cases over from you.',
  ],
  atOnce: (n) => `You take over at most ${n} cases at a time. After that you can go on.`,
  confirm: (n) => `Take over ${plural(n, 'case', 'cases')}`,
  done: (n, name) => `You have taken over ${plural(n, 'case', 'cases')} of ${name}.`,
  left: (n, name) => `${name} has ${plural(n, 'more case', 'more cases')}.`,
  nothingLeft: (name) => `${name} has no cases at this organisation now.`,
  reachable:
    'Escalated cases still say how your colleague could be reached. Correct that for each case.',
  told: (name, n, organisation) =>
    `${name} goes on with ${plural(n, 'case', 'cases')} that you recorded for ${organisation}.`,
  toldNext:
    'Do you still work there? Then contact this colleague. The cases are no longer with you.',
  goOn: 'Go on with the rest',
};
