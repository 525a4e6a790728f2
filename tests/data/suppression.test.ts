import { describe, expect, test } from 'vitest';
import { SINCE_START, type Period } from '../../data/periods.js';
import { issueReport } from '../../data/suppression.js';
import type { Issue, Quarters } from '../../data/suppression/report.js';
import { at } from '../builders.js';
import { seeded } from '../seeded.js';
import {
  aReport,
  issued,
  LONG_AFTER,
  periodOf,
  quartersIn,
  type Part,
  type Rows,
} from './suppressionBuilder.js';

const SMALL = 'below-ten';
const KEPT = 'withheld';

/** What one quarter's report shows. */
function quarterOf(rows: Rows, totals: Parameters<typeof aReport>[1] = {}) {
  return last(issued(['K1'], { '2026-K1': aReport(rows, totals) })).shown;
}

function last(issues: readonly Issue[]): Issue {
  const issue = issues.at(-1);
  if (!issue) throw new Error('nothing issued');
  return issue;
}

describe('talks by municipality in one quarter', () => {
  const show = (rows: Record<string, number>) => {
    const { totals, breakdowns } = quarterOf({ 'talks:municipality': rows });
    return [...Object.values(breakdowns['talks:municipality']), totals.talks];
  };

  test.each([
    ['from ten on all is shown', [10, 11, 30], [10, 11, 30, 51]],
    ['nine is not, and the smallest other is withheld', [9, 10, 30], [SMALL, KEPT, 30, 49]],
    ['one small one', [3, 12, 20, 30], [SMALL, KEPT, 20, 30, 65]],
    ['two small ones protect each other', [3, 4, 20], [SMALL, SMALL, 20, 27]],
    ['two nines do not: they can only be nine', [9, 9, 20], [SMALL, SMALL, KEPT, 38]],
    ['two zeros do not: they can only be zero', [0, 0, 20], [SMALL, SMALL, KEPT, 20]],
    ['zeros protect a small one', [0, 5, 20], [SMALL, SMALL, 20, 25]],
    ['a small total is hidden', [3, 4], [SMALL, SMALL, SMALL]],
    ['so is a total of nothing', [0, 0], [SMALL, SMALL, SMALL]],
    ['all small under a total of ten or more', [4, 8, 9], [SMALL, SMALL, SMALL, 21]],
    ['no row to withhold: the total is', [9, 9], [SMALL, SMALL, KEPT]],
    ['a single row is its total', [30], [30, 30]],
    ['a single small row is its total too', [7], [SMALL, SMALL]],
  ])('%s', (_, numbers, shown) => {
    expect(show(Object.fromEntries(numbers.map((n, index) => [`row ${index}`, n])))).toEqual(shown);
  });

  test('among rows of one magnitude the first is withheld, not the least', () => {
    expect(show({ a: 3, b: 15, c: 12, d: 40 })).toEqual([SMALL, KEPT, 12, 40, 70]);
  });

  test('gives the same each time', () => {
    expect(show({ a: 3, b: 15, c: 15 })).toEqual(show({ c: 15, b: 15, a: 3 }));
  });
});

describe('escalations by reason', () => {
  test('do not add up, so that one that is small needs no other', () => {
    const rows = { 'escalations:municipality': { leiden: 14 }, 'escalations:type': { gp: 14 } };
    const { breakdowns } = quarterOf({ ...rows, reason: { complex: 12, finance: 5 } });
    expect(breakdowns.reason).toEqual({ complex: 12, finance: SMALL });
  });

  test('an escalation has at least one: what the other leaves can be a bound', () => {
    const rows = { 'escalations:municipality': { leiden: 21 }, 'escalations:type': { gp: 21 } };
    const { breakdowns } = quarterOf({ ...rows, reason: { complex: 12, finance: 9 } });
    expect(breakdowns.reason).toEqual({ complex: KEPT, finance: SMALL });
  });
});

describe('two breakdowns of one total', () => {
  test('each protect their own small rows while the total can be shown', () => {
    const { totals, breakdowns } = quarterOf({
      'escalations:municipality': { alphen: 20, leiden: 3, lisse: 30 },
      'escalations:type': { ggz: 28, gp: 25 },
    });
    expect(totals.escalations).toBe(53);
    expect(breakdowns['escalations:municipality']).toEqual({
      alphen: KEPT,
      leiden: SMALL,
      lisse: 30,
    });
    expect(breakdowns['escalations:type']).toEqual({ ggz: 28, gp: 25 });
  });

  test('both give way when the total has to be withheld', () => {
    const { totals, breakdowns } = quarterOf({
      'escalations:municipality': { leiden: 9, lisse: 9 },
      'escalations:type': { gp: 18 },
    });
    expect(totals.escalations).toBe(KEPT);
    expect(breakdowns['escalations:municipality']).toEqual({ leiden: SMALL, lisse: SMALL });
    expect(breakdowns['escalations:type']).toEqual({ gp: KEPT });
  });
});

describe('consecutive reports', () => {
  const talks = (...years: Record<string, number>[]): Quarters =>
    Object.fromEntries(
      years.map((rows, index) => [`2026-K${index + 1}`, aReport({ 'talks:municipality': rows })]),
    );
  const show = (parts: readonly Part[], numbers: Quarters) =>
    issued(parts, numbers).map(({ shown }) => shown.breakdowns['talks:municipality']);

  test('may be subtracted: half a year is withheld where it would tell a small quarter', () => {
    const numbers = talks({ a: 12, b: 14, c: 30, d: 50 }, { a: 3, b: 16, c: 30, d: 50 });
    expect(show(['K1', 'K2', 'H1'], numbers)).toEqual([
      { a: 12, b: 14, c: 30, d: 50 },
      { a: SMALL, b: KEPT, c: 30, d: 50 },
      { a: KEPT, b: KEPT, c: 60, d: 100 },
    ]);
  });

  test('also where that quarter is not issued itself', () => {
    const numbers = talks({ a: 12, b: 14, c: 30 }, { a: 3, b: 16, c: 30 });
    expect(show(['K1', 'H1'], numbers)).toEqual([
      { a: 12, b: 14, c: 30 },
      { a: KEPT, b: KEPT, c: 60 },
    ]);
  });

  test('in whatever order: a quarter after its half-year', () => {
    const numbers = talks({ a: 12, b: 14, c: 30 }, { a: 3, b: 16, c: 30 });
    expect(show(['H1', 'K1'], numbers)).toEqual([
      { a: 15, b: 30, c: 60 },
      { a: KEPT, b: KEPT, c: 30 },
    ]);
  });

  test('a mark can tell too: of ten in the year, a quarter with ten or more leaves none', () => {
    const numbers = talks({ a: 10, b: 40 }, { a: 0, b: 40 }, { a: 0, b: 40 }, { a: 0, b: 40 });
    expect(show(['Y', 'K1'], numbers)).toEqual([
      { a: 10, b: 160 },
      { a: 'not-given', b: 'not-given' },
    ]);
  });

  test('a total without breakdown is protected in the same way', () => {
    const of = (n: number) => aReport({}, { 'partner-contraception': n });
    const issues = issued(['K1', 'K2', 'H1'], { '2026-K1': of(12), '2026-K2': of(3) });
    expect(issues.map(({ shown }) => shown.totals['partner-contraception'])).toEqual([
      12,
      SMALL,
      KEPT,
    ]);
  });

  test('are frozen: what is entered late does not come out in the next', () => {
    const [first] = issued(['K1'], talks({ a: 12, b: 14 }));
    const late = talks({ a: 13, b: 14 }, { a: 20, b: 20 });
    const half = issueReport({
      period: periodOf('H1'),
      numbers: late,
      earlier: first ? [first] : [],
      now: LONG_AFTER,
    });
    expect(half).toMatchObject({
      kind: 'issued',
      issue: { shown: { breakdowns: { 'talks:municipality': { a: 32, b: 34 } } } },
    });
  });

  test('the same period again gives the same report', () => {
    const [issue] = issued(['K1'], talks({ a: 12 }));
    const again = { period: periodOf('K1'), numbers: talks({ a: 13 }), now: LONG_AFTER };
    expect(issueReport({ ...again, earlier: issue ? [issue] : [] })).toEqual({
      kind: 'issued-before',
      issue,
    });
  });

  test('a row that came later is known to have been empty before', () => {
    const numbers = talks({ a: 20, b: 30 }, { a: 20, b: 30, c: 15, d: 15 });
    const [first, half] = show(['K1', 'H1'], numbers);
    expect(first).toEqual({ a: 20, b: 30 });
    expect(half).toEqual({ a: 40, b: 60, c: 15, d: 15 });
  });

  test('of another year have nothing to do with it', () => {
    const [old] = issued(['K1'], talks({ a: 12, b: 14 }));
    const numbers = { '2027-K1': aReport({ 'talks:municipality': { a: 3, b: 4, c: 40 } }) };
    const result = issueReport({
      period: { kind: 'quarter', quarter: '2027-K1' },
      numbers,
      earlier: old ? [old] : [],
      now: LONG_AFTER,
    });
    expect(result).toMatchObject({
      kind: 'issued',
      issue: { quarters: ['2027-K1'], frozen: numbers, shown: { totals: { talks: 47 } } },
    });
  });
});

describe('a report', () => {
  const issueOf = (period: Period, now = LONG_AFTER, numbers: Quarters = {}) =>
    issueReport({ period, numbers, earlier: [], now });

  test.each<[string, Period]>([
    ['a week', { kind: 'week', week: '2026-W05' }],
    ['the time since the start', SINCE_START],
    ['this moment', { kind: 'now' }],
    ['a calendar year', { kind: 'calendar-year', year: 2026 }],
    ['a month', { kind: 'days', from: '2026-02-01', until: '2026-02-28' }],
    ['three quarters', { kind: 'days', from: '2025-12-29', until: '2026-09-27' }],
    ['the two quarters in the middle', { kind: 'days', from: '2026-03-30', until: '2026-09-27' }],
    ['a quarter but for a day', { kind: 'days', from: '2025-12-29', until: '2026-03-28' }],
  ])('is refused on %s', (_, period) => {
    expect(issueOf(period)).toEqual({ kind: 'refused', why: 'not-whole-quarters' });
  });

  test('is refused until its last day is over', () => {
    const period = { kind: 'quarter', quarter: '2026-K4' } as const;
    expect(issueOf(period, at('2027-01-03T23:59'))).toEqual({ kind: 'refused', why: 'not-ended' });
    const numbers = { '2026-K4': aReport({}) };
    expect(issueOf(period, at('2027-01-04T00:00'), numbers).kind).toBe('issued');
  });

  test.each<[Period, string[]]>([
    [{ kind: 'quarter', quarter: '2026-K3' }, ['2026-K3']],
    [{ kind: 'year', year: 2026 }, ['2026-K1', '2026-K2', '2026-K3', '2026-K4']],
    [{ kind: 'days', from: '2025-12-29', until: '2026-06-28' }, ['2026-K1', '2026-K2']],
    [{ kind: 'days', from: '2026-06-29', until: '2027-01-03' }, ['2026-K3', '2026-K4']],
    [{ kind: 'days', from: '2026-06-29', until: '2026-09-27' }, ['2026-K3']],
  ])('on %j covers %j', (period, quarters) => {
    const numbers = Object.fromEntries(quarters.map((quarter) => [quarter, aReport({})]));
    expect(issueOf(period, LONG_AFTER, numbers)).toMatchObject({ issue: { quarters } });
  });

  test('needs every quarter, and rows that add up', () => {
    const period = { kind: 'quarter', quarter: '2026-K1' } as const;
    expect(() => issueOf(period)).toThrow('no numbers of 2026-K1');
    const wrong = { '2026-K1': aReport({ 'talks:municipality': { a: 12 } }, { talks: 13 }) };
    expect(() => issueOf(period, LONG_AFTER, wrong)).toThrow('talks:municipality of 2026-K1: 12');
  });
});

describe('six years of a region with twenty municipalities', () => {
  test('take well under a second per report', () => {
    const pick = seeded(5);
    const rows = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, row) => [`m${row}`, pick(OFTEN_SMALL)]));
    const quarter = () => {
      const talks = rows(20);
      return aReport({
        'talks:municipality': talks,
        'escalations:municipality': talks,
        'escalations:type': talks,
        outcome: rows(7),
      });
    };
    const started = process.hrtime.bigint();
    for (let year = 2021; year <= 2026; year++)
      issued(ALL, Object.fromEntries(quartersIn('Y', year).map((name) => [name, quarter()])), year);
    const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
    expect(milliseconds / (6 * ALL.length)).toBeLessThan(500);
  });
});

const OFTEN_SMALL = [0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 10, 12, 14, 20, 40];
const ALL = ['K1', 'K2', 'H1', 'K3', 'K4', 'H2', 'Y'] as const;
