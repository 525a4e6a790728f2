import { describe, expect, test } from 'vitest';
import type { Case, Escalation, EscalationState } from '../../data/case.js';
import { REASONS, type Reason } from '../../data/checklist.js';
import { contributions } from '../../data/counting.js';
import { CountTree } from '../../data/counts.js';
import {
  COUNTED_ROWS,
  remainderOf,
  SUB_ROWS,
  type Contribution,
  type Row,
} from '../../data/figureRows.js';
import { AT_THIS_MOMENT, SINCE_START, type Period } from '../../data/periods.js';
import { decide, type Command } from '../../data/lifeCycle.js';
import { counts, isDeclined, countingDay, realise } from '../../data/realisation.js';
import { quarterOf, weekOfDay, type Week } from '../../data/weeks.js';
import {
  aCase,
  anEscalatedCase,
  anEscalation,
  at,
  aTalk,
  JOOST,
  MERYEM,
  NOW,
  SANNE,
  utc,
} from '../builders.js';

const W46: Week = '2026-W46';
const W47: Week = '2026-W47';

const STATES = {
  open: { status: 'open' },
  claimed: { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T09:00') },
  declined: { status: 'declined', by: MERYEM, at: utc('2026-11-16T09:00'), reason: 'regulier kan' },
  closed: {
    status: 'closed',
    by: MERYEM,
    at: utc('2026-11-16T09:00'),
    outcome: 'postponed',
    contraception: 'planned',
  },
  mistake: { status: 'withdrawn', at: utc('2026-11-16T09:00'), why: 'mistake' },
  'client-stops': { status: 'withdrawn', at: utc('2026-11-16T09:00'), why: 'client-stops' },
  'declined, then client-stops': {
    status: 'withdrawn',
    at: utc('2026-11-16T09:00'),
    why: 'client-stops',
    declined: true,
  },
  'declined, then mistake': {
    status: 'withdrawn',
    at: utc('2026-11-16T09:00'),
    why: 'mistake',
    declined: true,
  },
} satisfies Record<string, EscalationState>;
type StateName = keyof typeof STATES;

/** What a case adds to totals per week and to reasons per quarter; `row @ period`, sorted. */
function counted(subject: Case): string[] {
  return contributions(subject)
    .flatMap((one) => remainderOf(one) ?? [])
    .filter(({ row }) => !row.includes(':') || row.startsWith('reason:'))
    .map(({ row, period }) => `${row} @ ${period}`)
    .sort();
}

function rowsOf(subject: Case): string[] {
  return [...new Set(contributions(subject).map(({ row }) => row))].sort();
}

/** Their figures in any period. */
function addUp(...subjects: Case[]) {
  const tree = new CountTree();
  for (const one of subjects.flatMap(contributions)) tree.add(one);
  return { sum: (row: Row, period: Period) => tree.counts([period]).sum(row, period) };
}

function escalatedAt(local: string, parts: Partial<Escalation> = {}): Escalation {
  return anEscalation({ at: utc(local), ...parts });
}

function done(subject: Case, command: Command): Case {
  const decision = decide(subject, command, NOW);
  if (!decision.ok) throw new Error(decision.refusal.kind);
  return decision.case;
}

describe('talks', () => {
  test('a case counts once, in the week of its first talk, whatever was written down first', () => {
    const talks = [
      aTalk({ on: '2026-11-16' }),
      aTalk({ on: '2026-11-12' }),
      aTalk({ on: '2026-12-01' }),
    ];
    expect(counted(aCase({ talks }))).toEqual([`talks @ ${W46}`]);
  });

  test.each([
    ['2026-11-15', W46],
    ['2026-11-16', W47],
    ['2026-12-27', '2026-W52'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('a first talk on %s counts in %s', (on, week) => {
    expect(counted(aCase({ talks: [aTalk({ on })] }))).toEqual([`talks @ ${week}`]);
  });

  test('a short escalation without a talk is no talk', () => {
    expect(rowsOf(anEscalatedCase({}, { talks: [] }))).not.toContain('talks');
    expect(rowsOf(anEscalatedCase({}, { talks: [] }))).not.toContain('talks-escalated');
  });

  test('"later escalated" stands in the week of the talk, not of the escalation', () => {
    expect(counted(anEscalatedCase({}))).toContain(`talks-escalated @ ${W46}`);
  });

  test('"later escalated" counts once for a case that was escalated twice', () => {
    const escalations = [anEscalation({ state: STATES.closed }), anEscalation({ number: 2 })];
    const rows = counted(aCase({ escalations })).filter((row) => row.startsWith('talks-escalated'));
    expect(rows).toHaveLength(1);
  });

  test.each([
    ['2026-11-11T23:59', false],
    ['2026-11-12T00:00', true],
  ])('an escalation at %s of a first talk on 12 November is later: %s', (moment, later) => {
    const subject = aCase({ escalations: [escalatedAt(moment)] });
    expect(rowsOf(subject).includes('talks-escalated')).toBe(later);
  });
});

describe('escalations', () => {
  const TABLE: [StateName, { counts: boolean; notTaken: boolean; stock: string }][] = [
    ['open', { counts: true, notTaken: false, stock: 'now:open' }],
    ['claimed', { counts: true, notTaken: false, stock: 'now:claimed' }],
    ['closed', { counts: true, notTaken: false, stock: 'now:closed' }],
    ['declined', { counts: false, notTaken: true, stock: 'now:declined' }],
    ['mistake', { counts: false, notTaken: false, stock: 'now:withdrawn' }],
    ['client-stops', { counts: true, notTaken: false, stock: 'now:withdrawn' }],
    ['declined, then client-stops', { counts: false, notTaken: true, stock: 'now:withdrawn' }],
    ['declined, then mistake', { counts: false, notTaken: false, stock: 'now:withdrawn' }],
  ];

  test.each(TABLE)('%s: %j', (name, expected) => {
    const subject = anEscalatedCase({ state: STATES[name] });
    const escalation = anEscalation({ state: STATES[name] });
    expect([counts(escalation), isDeclined(escalation)]).toEqual([
      expected.counts,
      expected.notTaken,
    ]);
    expect(counted(subject)).toEqual(
      [
        `talks @ ${W46}`,
        ...(expected.counts
          ? [`talks-escalated @ ${W46}`, `escalations @ ${W47}`, 'reason:finance @ 2026-K4']
          : []),
        ...(expected.notTaken ? [`not-taken @ ${W47}`] : []),
      ].sort(),
    );
    expect(rowsOf(subject).filter((row) => row.startsWith('now:'))).toEqual([expected.stock]);
  });

  test.each([
    ['not-participating', 'declined', true],
    ['not-participating', 'declined, then client-stops', true],
    ['participating', 'declined', false],
    ['unknown', 'declined', false],
    ['not-participating', 'open', false],
    ['not-participating', 'client-stops', false],
    ['not-participating', 'mistake', false],
  ] as const)(
    'from a municipality that is %s and %s: "not taken, not participating" is %s',
    (participation, name, is) => {
      const subject = anEscalatedCase({ participation, state: STATES[name] });
      expect(rowsOf(subject).includes('not-taken-not-participating')).toBe(is);
    },
  );

  test.each([
    ['2026-11-15T23:59', W46],
    ['2026-11-16T00:00', W47],
    ['2027-01-03T23:59', '2026-W53'],
    ['2027-01-04T00:00', '2027-W01'],
  ])('count in the week escalated on the Dutch clock: %s in %s', (moment, week) => {
    expect(counted(aCase({ talks: [], escalations: [escalatedAt(moment)] }))).toContain(
      `escalations @ ${week}`,
    );
  });

  test.each([
    ['2026-09-27T23:59', '2026-K3'],
    ['2026-09-28T00:00', '2026-K4'],
    ['2027-01-03T23:59', '2026-K4'],
    ['2027-01-04T00:00', '2027-K1'],
  ])('their reasons count in whole-week quarters: %s in %s', (moment, quarter) => {
    expect(counted(aCase({ talks: [], escalations: [escalatedAt(moment)] }))).toContain(
      `reason:finance @ ${quarter}`,
    );
  });

  test.each<[Reason[]]>([[['complex']], [['finance', 'follow-up']], [[...REASONS]]])(
    'with %j count once, and once per reason',
    (reasons) => {
      const sums = addUp(anEscalatedCase({ reasons }));
      const all = SINCE_START;
      expect(sums.sum('escalations', all)).toBe(1);
      for (const reason of REASONS) {
        expect(sums.sum(`reason:${reason}`, all)).toBe(reasons.includes(reason) ? 1 : 0);
      }
    },
  );

  test('reopening is the same escalation: the figures go back to what they were', () => {
    const open = anEscalatedCase();
    const declined = done(open, { kind: 'decline', by: MERYEM, reason: 'regulier kan' });
    const reopened = done(declined, { kind: 'reopen', by: JOOST });
    expect(contributions(declined)).not.toEqual(contributions(open));
    expect(contributions(reopened)).toEqual(contributions(open));
  });

  test('a client who stops after the escalation was declined does not make it count', () => {
    const declined = done(anEscalatedCase(), {
      kind: 'decline',
      by: MERYEM,
      reason: 'regulier kan',
    });
    const stopped = done(declined, { kind: 'withdraw', by: SANNE, why: 'client-stops' });
    expect(counted(stopped)).toEqual(counted(declined));
  });

  test.each<[StateName, boolean]>([
    ['closed', true],
    ['client-stops', true],
    ['declined', false],
    ['mistake', false],
  ])('a new one after one that is %s counts as "again": %s', (name, again) => {
    const first = escalatedAt('2026-11-09T09:00', { state: STATES[name] });
    const subject = aCase({ escalations: [first, anEscalation({ number: 2 })] });
    const rows = counted(subject);
    expect(rows).toContain(`escalations @ ${W47}`);
    expect(rows.includes(`escalations-again @ ${W47}`)).toBe(again);
  });

  test('a second one that is declined is not "again"', () => {
    const escalations = [
      anEscalation({ state: STATES.closed }),
      anEscalation({ number: 2, state: STATES.declined }),
    ];
    expect(rowsOf(aCase({ escalations }))).not.toContain('escalations-again');
  });
});

describe('realised contraception', () => {
  const RECORDED = at('2026-12-10T09:00');
  const routeOf = (subject: Case, on: string) =>
    realise(subject, on, SANNE, RECORDED).realisation?.route;

  test('without an escalation is the partner’s', () => {
    const subject = realise(aCase(), '2026-11-19', SANNE, RECORDED);
    expect(counted(subject)).toEqual([`partner-contraception @ ${W47}`, `talks @ ${W46}`].sort());
  });

  test('after a counted escalation is the escalated row’s', () => {
    const rows = rowsOf(realise(anEscalatedCase(), '2026-11-19', MERYEM, RECORDED));
    expect(rows).toContain('escalated-contraception');
    expect(rows).not.toContain('partner-contraception');
  });

  test.each([
    ['the day before', '2026-11-15', 'partner'],
    ['the same day, recorded afterwards', '2026-11-16', 'escalated'],
    ['the day after', '2026-11-17', 'escalated'],
    ['the month before', '2026-10', 'partner'],
    ['the same month, recorded afterwards', '2026-11', 'escalated'],
    ['the month after', '2026-12', 'escalated'],
  ])('%s of an escalation on 16 November: %s is %s', (_, on, route) => {
    expect(routeOf(anEscalatedCase(), on)).toBe(route);
  });

  test('the day of the escalation is the day on the Dutch clock', () => {
    const subject = aCase({ escalations: [escalatedAt('2026-11-16T00:30')] });
    expect(routeOf(subject, '2026-11-15')).toBe('partner');
    expect(routeOf(subject, '2026-11-16')).toBe('escalated');
  });

  test.each<[StateName, 'partner' | 'escalated']>([
    ['open', 'escalated'],
    ['claimed', 'escalated'],
    ['closed', 'escalated'],
    ['client-stops', 'escalated'],
    ['declined', 'partner'],
    ['declined, then client-stops', 'partner'],
    ['mistake', 'partner'],
  ])('when the escalation is %s: %s', (name, route) => {
    expect(routeOf(anEscalatedCase({ state: STATES[name] }), '2026-11-19')).toBe(route);
  });

  test('one counted escalation before it is enough, whatever became of the last one', () => {
    const escalations = [
      anEscalation({ state: STATES.closed }),
      anEscalation({ number: 2, state: STATES.declined }),
    ];
    expect(routeOf(aCase({ escalations }), '2026-11-19')).toBe('escalated');
  });

  test('recorded before the escalation is the partner’s, also within one month', () => {
    const realised = realise(aCase(), '2026-11', SANNE, NOW);
    const escalated = { ...realised, escalations: [escalatedAt('2026-11-20T09:00')] };
    expect(rowsOf(escalated)).toContain('partner-contraception');
  });

  test('counts once per case; a renewal does not count again nor leave a trace', () => {
    const first = realise(aCase(), '2026-11-19', SANNE, RECORDED);
    const again = realise(first, '2026-12-09', SANNE, RECORDED);
    expect(again).toEqual(first);
  });

  test.each<[string, Command]>([
    ['declined', { kind: 'decline', by: MERYEM, reason: 'regulier kan' }],
    ['withdrawn as a mistake', { kind: 'withdraw', by: SANNE, why: 'mistake' }],
  ])('is not re-attributed when the escalation is %s afterwards', (_, command) => {
    const realised = realise(anEscalatedCase(), '2026-11-19', SANNE, RECORDED);
    const rows = rowsOf(done(realised, command));
    expect(rows).toContain('escalated-contraception');
    expect(rows).not.toContain('escalations');
  });

  test('does not become the escalated row’s when a declined escalation is reopened', () => {
    const declined = anEscalatedCase({ state: STATES.declined });
    const realised = realise(declined, '2026-11-19', SANNE, RECORDED);
    expect(rowsOf(done(realised, { kind: 'reopen', by: MERYEM }))).toContain(
      'partner-contraception',
    );
  });

  test('says who recorded it, and leaves the version to whoever saves', () => {
    const subject = aCase();
    const realised = realise(subject, '2026-11', SANNE, RECORDED);
    expect(realised.version).toBe(subject.version);
    expect(realised.history.at(-1)).toEqual({
      kind: 'realised',
      number: 2,
      at: utc('2026-12-10T09:00'),
      by: SANNE,
    });
  });

  test('a month alone lies in its own quarter and year', () => {
    const months = Array.from({ length: 26 * 12 }, (_, n) => [2015 + Math.floor(n / 12), n % 12]);
    for (const [year = 0, n = 0] of months) {
      const on = `${year}-${String(n + 1).padStart(2, '0')}`;
      const day = countingDay({ on, recordedAt: utc('2041-01-01T00:00') });
      expect(quarterOf(weekOfDay(day)), on).toBe(`${year}-K${Math.floor(n / 3) + 1}`);
    }
  });

  test.each([
    ['a day', '2026-11-19', '2026-12-10T09:00', '2026-11-19'],
    ['a day, recorded the same day', '2026-11-19', '2026-11-19T09:00', '2026-11-19'],
    ['a day that still had to come', '2026-11-20', '2026-11-19T09:00', '2026-11-19'],
    ['a month, recorded later', '2026-11', '2026-12-10T09:00', '2026-11-15'],
    ['a month, recorded on its last day', '2026-11', '2026-11-30T23:59', '2026-11-30'],
    [
      'a month, recorded at its end in the next quarter',
      '2026-09',
      '2026-09-30T09:00',
      '2026-09-15',
    ],
    ['a month, recorded at its end in the next year', '2025-12', '2025-12-30T09:00', '2025-12-15'],
    ['a month, recorded within it', '2026-11', '2026-11-02T09:00', '2026-11-02'],
    ['a month, recorded just after midnight', '2026-12', '2027-01-01T00:10', '2026-12-15'],
    ['a month that still had to come', '2026-12', '2026-11-30T09:00', '2026-11-30'],
  ])('%s: %s recorded at %s counts on %s', (_, on, recorded, day) => {
    expect(countingDay({ on, recordedAt: utc(recorded) })).toBe(day);
  });

  test.each([
    ['2026-12-27', '2026-W52'],
    ['2026-12-28', '2026-W53'],
    ['2026-12', '2026-W51'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('%s counts in %s', (on, week) => {
    const subject = realise(aCase({ talks: [] }), on, SANNE, at('2027-02-01T09:00'));
    expect(counted(subject)).toEqual([`partner-contraception @ ${week}`]);
  });
});

describe('sums', () => {
  const DAYS = ['2025-12-28', '2025-12-29', '2026-12-27', '2026-12-28', '2027-01-03', '2027-01-04'];
  const sums = addUp(...DAYS.map((on) => aCase({ talks: [aTalk({ on })] })));

  test.each<[string, Period, number]>([
    ['week 52 of 2026', { kind: 'week', week: '2026-W52' }, 1],
    ['week 53 of 2026', { kind: 'week', week: '2026-W53' }, 2],
    ['week 1 of 2027', { kind: 'week', week: '2027-W01' }, 1],
    ['a week without talks', { kind: 'week', week: '2026-W20' }, 0],
    ['2025', { kind: 'year', year: 2025 }, 1],
    ['2026, of 53 weeks', { kind: 'year', year: 2026 }, 4],
    ['2027', { kind: 'year', year: 2027 }, 1],
    ['a year without talks', { kind: 'year', year: 2024 }, 0],
    ['since the start', SINCE_START, 6],
  ])('%s', (_, scope, n) => {
    expect(sums.sum('talks', scope)).toBe(n);
  });

  test.each([...COUNTED_ROWS, ...SUB_ROWS])('%s is 0 when nothing was added', (row) => {
    expect(addUp().sum(row, SINCE_START)).toBe(0);
  });

  test('weeks add up to the year, and years to "since the start"', () => {
    const weeks = [...new Set(DAYS.map(weekOfDay))];
    const perWeek = weeks.map((week) => sums.sum('talks', { kind: 'week', week }));
    const perYear = [2025, 2026, 2027].map((year) => sums.sum('talks', { kind: 'year', year }));
    expect(total(perWeek)).toBe(sums.sum('talks', SINCE_START));
    expect(total(perYear)).toBe(sums.sum('talks', SINCE_START));
  });

  test('reasons of this year do not hold those of another year', () => {
    const both = addUp(
      aCase({ escalations: [escalatedAt('2027-01-03T12:00')] }),
      aCase({ escalations: [escalatedAt('2027-01-04T12:00')] }),
    );
    expect(both.sum('reason:finance', { kind: 'year', year: 2026 })).toBe(1);
    expect(both.sum('reason:finance', { kind: 'year', year: 2027 })).toBe(1);
  });

  test('several at once are added, and taken away again when a case changes', () => {
    const one: Contribution = { row: 'consults', period: W47 };
    const tallies = new CountTree();
    tallies.add({ ...one, n: 5 });
    tallies.add(one);
    tallies.add({ ...one, n: -2 });
    const week = { kind: 'week', week: W47 } as const;
    expect([...tallies.counts([week]).rowsIn(week)]).toEqual([['consults', 4]]);
  });

  test('open, claimed and closed are counted as they stand now', () => {
    const now = addUp(
      anEscalatedCase(),
      anEscalatedCase(),
      anEscalatedCase({ state: STATES.claimed }),
      aCase({ escalations: [anEscalation({ state: STATES.closed }), anEscalation({ number: 2 })] }),
    );
    const stock = (['open', 'claimed', 'closed'] as const).map((status) =>
      now.sum(`now:${status}`, AT_THIS_MOMENT),
    );
    expect(stock).toEqual([3, 1, 1]);
  });

  function total(numbers: number[]): number {
    return numbers.reduce((sum, n) => sum + n, 0);
  }
});

describe('where it comes from', () => {
  const splits = (subject: Case, prefix: string) =>
    contributions(subject)
      .filter(({ row }) => row.startsWith(prefix))
      .map(({ row, period }) => `${row} @ ${period}`)
      .sort();

  test('a talk counts once for its municipality, organisation type, domain and phase', () => {
    const talks = [aTalk({ on: '2026-11-16', phase: 'after' }), aTalk({ phase: 'during' })];
    expect(splits(aCase({ talks }), 'talks:')).toEqual([
      'talks:domain:social @ 2026-11-12',
      'talks:municipality:leiden @ 2026-11-12',
      'talks:phase:during @ 2026-11-12',
      'talks:type:youth-health @ 2026-11-12',
    ]);
  });

  test('an escalation counts so too, and whether the municipality took part', () => {
    const subject = anEscalatedCase({ participation: 'not-participating' });
    expect(splits(subject, 'escalations:')).toEqual([
      'escalations:domain:social @ 2026-11-16',
      'escalations:municipality:leiden @ 2026-11-16',
      'escalations:participation:not-participating @ 2026-11-16',
      'escalations:phase:unknown @ 2026-11-16',
      'escalations:type:youth-health @ 2026-11-16',
    ]);
  });

  test.each<StateName>(['declined', 'mistake'])('not one that was %s', (state) => {
    expect(splits(anEscalatedCase({ state: STATES[state] }), 'escalations:')).toEqual([]);
  });

  test('an outcome counts on the day of closing, and no longer after reopening', () => {
    const closed = anEscalatedCase({ state: { ...STATES.closed, at: utc('2027-01-04T00:30') } });
    expect(splits(closed, 'outcome:')).toEqual(['outcome:postponed @ 2027-01-04']);
    expect(splits(closed, 'result:')).toEqual(['result:planned @ 2027-01-04']);
    expect(splits(done(closed, { kind: 'reopen', by: JOOST }), 'outcome:')).toEqual([]);
  });
});

describe('how long it took', () => {
  const escalated = at('2026-11-16T09:00');
  const opened = anEscalatedCase({ at: utc('2026-11-16T09:00') });
  const durations = (subject: Case) =>
    contributions(subject).flatMap(({ row, period }) =>
      row.startsWith('claim-days:') || row.startsWith('close-days:') ? [`${row} @ ${period}`] : [],
    );
  const after = (days: object, command: Command, subject = opened) => {
    const decision = decide(subject, command, escalated.plus(days));
    if (!decision.ok) throw new Error(decision.refusal.kind);
    return decision.case;
  };
  const claim = { kind: 'claim', by: MERYEM } as const;
  const ending = { outcome: 'postponed', contraception: 'none' } as const;
  const close = { kind: 'close', by: MERYEM, ...ending } as const;

  test.each([
    [{ hours: 1 }, 'claim-days:0 @ 2026-11-16'],
    [{ hours: 23, minutes: 59 }, 'claim-days:0 @ 2026-11-17'],
    [{ hours: 24 }, 'claim-days:1 @ 2026-11-17'],
    [{ days: 3, hours: 2 }, 'claim-days:3 @ 2026-11-19'],
  ])('claimed after %j', (days, row) => {
    expect(durations(after(days, claim))).toEqual([row]);
  });

  test('the first claim counts, whoever held it afterwards', () => {
    const back = after({ days: 2 }, { kind: 'give-back', by: MERYEM }, after({ days: 1 }, claim));
    const again = after({ days: 9 }, { kind: 'claim', by: JOOST }, back);
    expect(durations(again)).toEqual(['claim-days:1 @ 2026-11-17']);
  });

  test('closing counts from the escalation on', () => {
    const closed = after({ days: 12 }, close, after({ days: 1 }, claim));
    expect(durations(closed)).toEqual(['claim-days:1 @ 2026-11-17', 'close-days:12 @ 2026-11-28']);
  });

  test('not when it was never taken on', () => {
    const declined = { kind: 'decline', by: MERYEM, reason: 'dubbel' } as const;
    expect(durations(after({ days: 2 }, declined, after({ days: 1 }, claim)))).toEqual([]);
  });
});
