import { describe, expect, test } from 'vitest';
import type { Case } from '../../data/case.js';
import { contributions, quickContributions } from '../../data/counting.js';
import { INDICATORS, remainderOf, type Contribution, type Row } from '../../data/figureRows.js';
import { SINCE_START, type Period } from '../../data/periods.js';
import { agesOf, statisticsOf, type Split } from '../../data/statistics.js';
import { aCase, anEscalatedCase, anEscalation, countsOf, MERYEM, NOW, utc } from '../builders.js';
import { aQuickCount } from './quickCountBuilder.js';

const WEEK: Period = { kind: 'week', week: '2026-W46' };
const QUARTER: Period = { kind: 'quarter', quarter: '2026-K4' };
const DAY = '2026-11-12';

const of = (data: readonly Contribution[], period: Period = SINCE_START) =>
  statisticsOf(countsOf(data, [period]), period);
const on = (row: Row, n = 1, period = DAY): Contribution => ({ row, period, n });

describe('how long it took', () => {
  const took = (days: readonly number[]) => of(days.map((one) => on(`claim-days:${one}`))).toClaim;
  const upTo = (n: number) => Array.from({ length: n }, (_, day) => day + 1);

  test.each<[string, number[], number | undefined, number | undefined]>([
    ['nothing', [], undefined, undefined],
    ['one', [4], 4, 4],
    ['two: the median is the lower', [1, 9], 1, 9],
    ['three', [9, 1, 5], 5, 9],
    ['nine: nine tenths are not there before the last', upTo(9), 5, 9],
    ['ten: nine of them are nine tenths', upTo(10), 5, 9],
    ['eleven', upTo(11), 6, 10],
    ['a hundred', upTo(100), 50, 90],
    ['a hundred and ten', upTo(110), 55, 99],
    ['the same again and again', [3, 3, 3, 3], 3, 3],
    ['numbers, not texts: 10 is more than 9', [10, 9, 100], 10, 100],
  ])('of %s', (_, days, median, p90) => {
    expect(took(days)).toEqual({ n: days.length, median, p90 });
  });

  test('is told of closing apart', () => {
    const { toClaim, toClose } = of([on('claim-days:1', 2), on('close-days:30')]);
    expect(toClaim).toEqual({ n: 2, median: 1, p90: 1 });
    expect(toClose).toEqual({ n: 1, median: 30, p90: 30 });
  });

  test('is told of the period in which it was done', () => {
    expect(of([on('claim-days:1', 1, '2026-11-16')], WEEK).toClaim.n).toBe(0);
  });
});

describe('work that is open', () => {
  const open = (at: string) => anEscalatedCase({ at: utc(at) });
  const claimed: Case = anEscalatedCase({
    at: utc('2026-11-02T09:00'),
    state: { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-15T09:00') },
  });

  test('is as old as the day it was escalated, in whole days', () => {
    const cases = [open('2026-11-15T09:00'), open('2026-11-15T09:01'), open('2026-11-06T09:00')];
    expect(agesOf([...cases, claimed], NOW)).toEqual({
      open: { n: 3, median: 1, p90: 10 },
      claimed: { n: 1, median: 14, p90: 14 },
    });
  });

  test('is not what is closed, nor what was never escalated', () => {
    const closed = anEscalatedCase({
      state: {
        ...{ status: 'closed', by: MERYEM, at: utc('2026-11-16T08:30') },
        ...{ outcome: 'postponed', contraception: 'none' },
      },
    });
    const nothing = { n: 0, median: undefined, p90: undefined };
    expect(agesOf([closed, aCase()], NOW)).toEqual({ open: nothing, claimed: nothing });
  });
});

describe('benefits', () => {
  test.each([
    [0, 0, 0, 0],
    [1, 0, 6820, 52_070],
    [2, 3, 34_100, 260_350],
  ])('of %i and %i realised', (partner, escalated, low, high) => {
    const data = [
      on('partner-contraception', partner),
      on('escalated-contraception', escalated),
      on('talks', 9),
    ];
    expect(of(data).benefits).toEqual({ low, high });
  });
});

describe('what adds up', () => {
  const cases = [
    anEscalatedCase({ reasons: ['finance', 'complex'], phase: 'during' }),
    anEscalatedCase({
      state: { status: 'declined', by: MERYEM, at: utc('2026-11-16T09:00'), reason: 'x' },
    }),
    aCase({ municipality: 'gouda', organisationType: 'gp', domain: 'medical' }),
  ];
  const counted = aQuickCount({ month: '2026-10' });
  const all = [...cases.flatMap(contributions), ...quickContributions(counted)];
  const total = (splits: Record<string, Split>, row: keyof Split) =>
    Object.values(splits).reduce((sum, one) => sum + one[row], 0);

  test.each(['municipalities', 'organisationTypes', 'domains'] as const)(
    'are talks and escalations by %s',
    (by) => {
      const { indicators, [by]: splits } = of(all, QUARTER);
      expect(indicators).toMatchObject({ talks: 3 + (counted.entered.at(-1)?.talks ?? 0) });
      expect(total(splits, 'talks')).toBe(indicators.talks);
      expect(total(splits, 'escalations')).toBe(indicators.escalations);
    },
  );

  test('are not phases: a quick count has none', () => {
    const { indicators, phases } = of(all, QUARTER);
    expect(total(phases, 'talks')).toBe(3);
    expect(indicators.talks).toBeGreaterThan(3);
  });

  test('are not reasons: an escalation counts with each of its own', () => {
    const { indicators, reasons } = of(all, QUARTER);
    expect(indicators.escalations).toBe(1);
    expect(reasons).toEqual({ finance: 1, complex: 1 });
  });

  test('of erased cases are the totals, places and reasons alone', () => {
    const erased = all.flatMap((one) => remainderOf(one) ?? []);
    const [before, after] = [of(all, QUARTER), of(erased, QUARTER)];
    const kept = ['indicators', 'below', 'reasons', 'municipalities', 'organisationTypes'] as const;
    for (const part of kept) expect(after[part]).toEqual(before[part]);
    expect(after).toMatchObject({ domains: {}, phases: {}, participation: {} });
    expect(after.toClaim.n).toBe(0);
  });
});

test('what a part of a week or a quarter cannot tell is told apart', () => {
  const from: Period = { kind: 'days', from: '2026-11-10', until: '2026-11-15' };
  const erased: Contribution[] = [
    { row: 'talks', period: '2026-W46', n: 3 },
    { row: 'escalations', period: '2026-W45' },
  ];
  expect(of([...erased, on('talks')], from)).toMatchObject({
    indicators: { talks: 1 },
    unplaced: { talks: 3 },
  });
  expect(of(erased, WEEK)).toMatchObject({ indicators: { talks: 3 }, unplaced: {} });
});

test('every row is there, also when nothing was counted', () => {
  const { indicators, below, days } = of([], WEEK);
  expect(Object.keys(indicators)).toEqual(INDICATORS);
  expect([...Object.values(indicators), ...Object.values(below)].every((n) => n === 0)).toBe(true);
  expect(days).toEqual({ from: '2026-11-09', until: '2026-11-15' });
  expect(of([]).days).toBeUndefined();
});

test('a couple of escalations of one case count each', () => {
  const subject = anEscalatedCase();
  const again = anEscalation({ number: 2, at: utc('2026-11-16T09:00') });
  const twice = { ...subject, escalations: [...subject.escalations, again] };
  const { indicators, below } = of(contributions(twice));
  expect([indicators.escalations, below['escalations-again']]).toEqual([2, 1]);
});
