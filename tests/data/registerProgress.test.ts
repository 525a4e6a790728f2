import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../data/figureRows.js';
import { progressOf, progressPeriods, type Target } from '../../data/registerProgress.js';
import { at, countsOf, NOW } from '../builders.js';

/** Of 2024, 2025 and 2026; the last two days of 2024 are of the ISO year 2025. */
const COUNTED: Contribution[] = [
  { row: 'talks', period: '2024-06-01', n: 1 },
  { row: 'talks', period: '2024-12-29', n: 2 },
  { row: 'talks', period: '2024-12-30', n: 4 },
  { row: 'talks', period: '2025-12-28', n: 8 },
  { row: 'talks', period: '2025-W40', n: 16 },
  { row: 'talks', period: '2025-12-29', n: 32 },
  { row: 'talks', period: '2026-11-16', n: 64 },
  { row: 'escalations', period: '2026-11-16', n: 128 },
];

function progress(parts: Partial<Target>, now = NOW) {
  const target: Target = { indicator: 'talks', year: 2026, basis: 'this-year', n: 40, ...parts };
  const counts = countsOf(COUNTED, progressPeriods([target], now));
  const [only] = progressOf([target], counts, now);
  if (!only) throw new Error('no progress');
  expect(only.target).toBe(target);
  return [only.done, only.year];
}

describe('progress', () => {
  it.each<[Partial<Target>, number, string]>([
    [{ year: 2024 }, 1 + 2, 'over'],
    [{ year: 2025 }, 4 + 8 + 16, 'over'],
    [{ year: 2026 }, 32 + 64, 'running'],
    [{ year: 2027 }, 0, 'ahead'],
    [{ year: 2026, indicator: 'escalations' }, 128, 'running'],
    [{ year: 2026, indicator: 'partners' }, 0, 'running'],
    [{ basis: 'since-start', year: 2023 }, 0, 'over'],
    [{ basis: 'since-start', year: 2024 }, 1 + 2, 'over'],
    [{ basis: 'since-start', year: 2025 }, 1 + 2 + 4 + 8 + 16, 'over'],
    [{ basis: 'since-start', year: 2026 }, 127, 'running'],
    [{ basis: 'since-start', year: 2027 }, 127, 'ahead'],
  ])('of %j is %i and its year %s', (target, done, year) => {
    expect(progress(target)).toEqual([done, year]);
  });

  it.each<[string, string]>([
    ['2026-12-28T00:00', 'running'],
    ['2027-01-03T23:59', 'running'],
    ['2027-01-04T00:00', 'over'],
  ])('counts in ISO years: at %s, 2026 is %s', (now, year) => {
    expect(progress({ year: 2026 }, at(now))[1]).toBe(year);
  });

  it('asks for each period once', () => {
    const targets: Target[] = [
      { indicator: 'talks', year: 2026, basis: 'this-year', n: 1 },
      { indicator: 'partners', year: 2024, basis: 'since-start', n: 1 },
      { indicator: 'trainings', year: 2026, basis: 'this-year', n: 1 },
    ];
    expect(progressPeriods(targets, NOW)).toEqual([
      { kind: 'since-start' },
      { kind: 'year', year: 2025 },
      { kind: 'year', year: 2026 },
    ]);
  });
});
