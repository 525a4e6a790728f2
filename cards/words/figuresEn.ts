import type { FigureWords } from './figuresNl.js';

export const figuresEn: FigureWords = {
  typedSinceStart: ['since start', 'since the start'],
  unreadable:
    'I do not know that period. You can type: “figures 2026-W46” (week), “figures 2026-K3” (quarter), “figures 2026” (year) or “figures since start”. With “figures” alone you see this week.',
  outside: (month) =>
    `There are no figures of that period. The figures run from ${month} until today.`,
  period: 'Period',
  region: 'Region',
  whichRegion: 'Of which region do you want to see the figures?',
  ofRegion: (region) => `See the figures of ${region}`,
  kinds: {
    week: 'Week',
    quarter: 'Quarter',
    year: 'Year',
    'since-start': 'Since the start',
  },
  startedIn: (month) => `The region started in ${month}.`,
  wholeWeeks: (days) => `${days} (whole weeks)`,
  running: (asOf) => `${asOf}. This period is not over yet.`,
  nothing: 'Nothing was counted in this period.',
  nothingYet: 'Nothing has been counted in this period yet.',
  pages: { overview: 'Overview', escalations: 'Escalations', origin: 'Origin' },
  show: 'Show figures',
  to: {
    week: (week) => `To week ${week}`,
    quarter: (quarter) => `To quarter ${quarter}`,
    year: (year) => `To ${year}`,
  },
  cases: 'Case codes',
  back: 'Back to the figures',
  printed: (column, now, then) => `${column}: ${now} (weekly digest: ${then})`,
  target: (year, basis, done, of, share) =>
    `Target ${year}, ${basis === 'since-start' ? 'since start' : 'this year'}: ${done} of ${of} (${share})`,
  targetZero: (year, basis, done) =>
    `Target ${year}, ${basis === 'since-start' ? 'since start' : 'this year'}: ${done} of 0`,
  weekChart: 'Talks and escalations per week',
  weekNumbers: 'The numbers per week',
  weekLine: (week, talks, escalations) => `${week}: talks ${talks}, escalations ${escalations}`,
  reasons: 'Escalations by reason',
  durationColumns: { number: 'Number', half: 'Half within', most: '90% within' },
  durationNote:
    'In whole days. “Half within 3” means: half took 3 days or less (the median). The same for 90% (the 90th percentile). An escalation counts in the period of claiming or closing.',
  durationErased: 'Of erased and of imported cases the time is not known.',
  noDurations: 'Of no escalation in this period is it known how long claiming or closing it took.',
  ages: 'Open work at this moment',
  ageRows: { open: 'Open, not claimed yet', claimed: 'Claimed, not closed yet' },
  standing: 'State',
  agesNote:
    'In whole days, from escalating until now. “Half within 3” means: half has been open for 3 days or less. The same for 90%.',
  noWork: 'There is no open work now.',
  participating: 'Participating municipalities',
  notParticipating: 'Municipalities that do not participate',
  elsewhere: 'Living elsewhere',
  home: 'Place of residence',
  participatesOn: (day) => `Which of them participate was determined on ${day}.`,
  participation: 'Participation on the day of escalating',
  participations: {
    participating: 'Participating municipality',
    'not-participating': 'Municipality that does not participate',
    unknown: 'Not known',
  },
  without: (names) => `Without talks and escalations: ${names}.`,
  why: {
    outcomes:
      'Outcomes count in the period of closing, escalations in that of escalating. So the numbers can differ.',
    unknownTalks: (n) => `Talks that are not in this table: ${n}.`,
    unknownEscalations: (n) => `Escalations that are not in this table: ${n}.`,
    unknownClosed: (n) => `Closed escalations that are not in this table: ${n}.`,
    erased: 'Of erased cases this is not kept.',
    phase: 'Quick counts and imported cases have no phase. Of erased cases it is not kept.',
    result: 'Of erased and of imported cases this is not known.',
  },
  costs: {
    realised: (n) => `Contraception realised in this period: ${n}`,
    range: (low, high) => `Estimated benefits: ${low} to ${high}`,
    none: 'Without realised contraception there are no benefits to estimate.',
    participant: (amount) => `Cost per participant, in a region’s first four years: ${amount}`,
    postponing: (amount) => `Cost per participant who chooses to postpone, about 80%: ${amount}`,
    benefit: (support, foster, living) =>
      `Benefit per prevented unintended pregnancy: ${support} (parenting support), ${foster} (foster care) or ${living} (sheltered living)`,
  },
  sources: {
    heading: 'Cases behind the figures',
    summary: 'Cases behind the figures',
    which: 'Which figure?',
    choose: 'Choose a figure and then Show cases. You will see which cases it is made of.',
    show: 'Show cases',
    nothing: 'Nothing was counted here in this period.',
    parts: {
      cases: (n) => `From cases: ${n}`,
      quickCounts: (n) => `from quick counts: ${n}`,
      register: (n) => `from the programme: ${n}`,
      imported: (n) => `imported: ${n}`,
      erased: (n) => `erased: ${n}`,
      uncased: (n) => `counted without a case: ${n}`,
    },
    range: (first, last, of) =>
      of === 1
        ? '1 case.'
        : first === last
          ? `Case ${first} of ${of}.`
          : `Cases ${first} to ${last} of ${of}.`,
    tapToOpen: 'Choose a case to open it.',
    notShared: (codes) => `Not shared with the coordinator, so they cannot be opened: ${codes}.`,
    refused: 'Case codes are for the content coordinator only. The figures you can see.',
  },
};
