import { describe, expect, test } from 'vitest';
import {
  daysOf,
  neighbour,
  periodKey,
  quarterAt,
  readPeriod,
  SINCE_START,
  weekAt,
  yearAt,
  type Period,
} from '../../data/periods.js';
import { at } from '../builders.js';

describe('what people type', () => {
  test.each<[string, Period | undefined]>([
    ['2026-W46', { kind: 'week', week: '2026-W46' }],
    [' 2026-w01 ', { kind: 'week', week: '2026-W01' }],
    ['2026-W53', { kind: 'week', week: '2026-W53' }],
    ['2025-W53', undefined],
    ['2026-W00', undefined],
    ['2026-W54', undefined],
    ['2026-W5', undefined],
    ['2026-K3', { kind: 'quarter', quarter: '2026-K3' }],
    ['2026-k4', { kind: 'quarter', quarter: '2026-K4' }],
    ['2026-K5', undefined],
    ['2026-K0', undefined],
    ['2026-H1', { kind: 'half-year', half: '2026-H1' }],
    ['2026-H3', undefined],
    ['2026', { kind: 'year', year: 2026 }],
    ['26', undefined],
    ['0001', undefined],
    ['1999-W01', undefined],
    ['20266', undefined],
    ['', undefined],
    ['week 46', undefined],
  ])('“%s”', (text, period) => {
    expect(readPeriod(text)).toEqual(period);
  });
});

describe('the days of a period', () => {
  test.each<[Period, string, string]>([
    [{ kind: 'week', week: '2026-W53' }, '2026-12-28', '2027-01-03'],
    [{ kind: 'week', week: '2027-W01' }, '2027-01-04', '2027-01-10'],
    [{ kind: 'quarter', quarter: '2026-K1' }, '2025-12-29', '2026-03-29'],
    [{ kind: 'quarter', quarter: '2026-K3' }, '2026-06-29', '2026-09-27'],
    [{ kind: 'quarter', quarter: '2026-K4' }, '2026-09-28', '2027-01-03'],
    [{ kind: 'half-year', half: '2026-H1' }, '2025-12-29', '2026-06-28'],
    [{ kind: 'half-year', half: '2026-H2' }, '2026-06-29', '2027-01-03'],
    [{ kind: 'year', year: 2026 }, '2025-12-29', '2027-01-03'],
    [{ kind: 'year', year: 2027 }, '2027-01-04', '2028-01-02'],
    [{ kind: 'calendar-year', year: 2027 }, '2027-01-01', '2027-12-31'],
    [{ kind: 'days', from: '2026-02-01', until: '2026-02-28' }, '2026-02-01', '2026-02-28'],
  ])('%j', (period, from, until) => {
    expect(daysOf(period)).toEqual({ from, until });
  });

  test('since the start has neither', () => {
    expect(daysOf(SINCE_START)).toBeUndefined();
  });
});

describe('the period beside it', () => {
  test.each<[Period, Period | undefined, Period | undefined]>([
    [
      { kind: 'week', week: '2026-W53' },
      { kind: 'week', week: '2026-W52' },
      { kind: 'week', week: '2027-W01' },
    ],
    [
      { kind: 'quarter', quarter: '2026-K4' },
      { kind: 'quarter', quarter: '2026-K3' },
      { kind: 'quarter', quarter: '2027-K1' },
    ],
    [
      { kind: 'half-year', half: '2026-H1' },
      { kind: 'half-year', half: '2025-H2' },
      { kind: 'half-year', half: '2026-H2' },
    ],
    [
      { kind: 'half-year', half: '2026-H2' },
      { kind: 'half-year', half: '2026-H1' },
      { kind: 'half-year', half: '2027-H1' },
    ],
    [
      { kind: 'year', year: 2026 },
      { kind: 'year', year: 2025 },
      { kind: 'year', year: 2027 },
    ],
    [SINCE_START, undefined, undefined],
    [{ kind: 'days', from: '2026-02-01', until: '2026-02-28' }, undefined, undefined],
  ])('%j', (period, before, after) => {
    expect(neighbour(period, -1)).toEqual(before);
    expect(neighbour(period, 1)).toEqual(after);
  });
});

test('the running week, quarter and year are those of the Dutch clock', () => {
  const lastMinute = at('2027-01-03T23:59');
  expect([weekAt, quarterAt, yearAt].map((of) => periodKey(of(lastMinute)))).toEqual([
    '2026-W53',
    '2026-K4',
    '2026',
  ]);
  const first = at('2027-01-04T00:00');
  expect([weekAt, quarterAt, yearAt].map((of) => periodKey(of(first)))).toEqual([
    '2027-W01',
    '2027-K1',
    '2027',
  ]);
});
