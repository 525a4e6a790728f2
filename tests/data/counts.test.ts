import { describe, expect, test } from 'vitest';
import { CountTree } from '../../data/counts.js';
import { remainderOf, type Contribution, type Row } from '../../data/figureRows.js';
import { SINCE_START, type Period } from '../../data/periods.js';
import { dateAfter, weekOfDay } from '../../data/weeks.js';
import { seeded } from '../seeded.js';

const days = (from: string, until: string): Period => ({ kind: 'days', from, until });

function treeOf(...contributions: Contribution[]): CountTree {
  const tree = new CountTree();
  for (const one of contributions) tree.add(one);
  return tree;
}

const sum = (tree: CountTree, period: Period, row: Row = 'talks') =>
  tree.counts([period]).sum(row, period);
const unplaced = (tree: CountTree, period: Period, row: Row = 'talks') =>
  tree.counts([period]).unplaced(row, period);

describe('a contribution on a day', () => {
  const tree = treeOf({ row: 'talks', period: '2027-01-03', n: 2 });

  test.each<[string, Period, number]>([
    ['its day', days('2027-01-03', '2027-01-03'), 2],
    ['the day after', days('2027-01-04', '2027-01-04'), 0],
    ['its week', { kind: 'week', week: '2026-W53' }, 2],
    ['its quarter of whole weeks', { kind: 'quarter', quarter: '2026-K4' }, 2],
    ['its ISO year', { kind: 'year', year: 2026 }, 2],
    ['the calendar year of its day', { kind: 'year', year: 2027 }, 0],
    ['since the start', SINCE_START, 2],
    ['days up to it', days('2025-12-29', '2027-01-03'), 2],
    ['days up to the day before', days('2025-12-29', '2027-01-02'), 0],
    ['as it stands now', { kind: 'now' }, 0],
  ])('counts in %s', (_, period, n) => {
    expect(sum(tree, period)).toBe(n);
  });

  test('is gone when it is taken back', () => {
    tree.add({ row: 'talks', period: '2027-01-03', n: -2 });
    expect(tree.counts([SINCE_START]).rowsIn(SINCE_START).size).toBe(0);
  });
});

describe('of what was erased', () => {
  const tree = treeOf(
    { row: 'talks', period: '2026-W46', n: 3 },
    { row: 'talks', period: '2026-11-12' },
    { row: 'reason:finance', period: '2026-K4', n: 5 },
    { row: 'reason:finance', period: '2026-11-12' },
  );

  test.each<[string, Period, number, number]>([
    ['a whole week', days('2026-11-09', '2026-11-15'), 4, 0],
    ['a part of the week', days('2026-11-10', '2026-11-15'), 1, 3],
    ['the rest of the week', days('2026-11-09', '2026-11-09'), 0, 3],
    ['a whole quarter', days('2026-09-28', '2027-01-03'), 4, 0],
    ['days beside it', days('2026-11-16', '2026-11-20'), 0, 0],
  ])('%s is known of a total: %#', (_, period, n, left) => {
    expect([sum(tree, period), unplaced(tree, period)]).toEqual([n, left]);
  });

  test.each<[string, Period, number, number]>([
    ['a whole quarter', days('2026-09-28', '2027-01-03'), 6, 0],
    ['a whole year', days('2025-12-29', '2027-01-03'), 6, 0],
    ['a part of the quarter', days('2026-09-29', '2027-01-03'), 1, 5],
    ['a week', days('2026-11-09', '2026-11-15'), 1, 5],
    ['another quarter', days('2026-06-29', '2026-09-27'), 0, 0],
  ])('%s is known of a reason: %#', (_, period, n, left) => {
    const row = 'reason:finance';
    expect([sum(tree, period, row), unplaced(tree, period, row)]).toEqual([n, left]);
  });
});

test('money counts in the calendar year of its budget, and nowhere else', () => {
  const tree = treeOf({ row: 'finance-granted:leiden', period: '2026', n: 12_550 });
  const row = 'finance-granted:leiden';
  expect(sum(tree, { kind: 'calendar-year', year: 2026 }, row)).toBe(12_550);
  expect(sum(tree, { kind: 'year', year: 2026 }, row)).toBe(0);
  expect(sum(tree, SINCE_START, row)).toBe(0);
});

test('a period that was not asked for is refused, so that no engine answers more than another', () => {
  const counts = treeOf().counts([SINCE_START]);
  expect(() => counts.sum('talks', { kind: 'year', year: 2026 })).toThrow('not asked for: 2026');
});

test('rows are found by what they begin with', () => {
  const tree = treeOf(
    { row: 'talks:municipality:leiden', period: '2026-11-12' },
    { row: 'talks:type:gp', period: '2026-11-12' },
    { row: 'talks', period: '2026-11-12' },
  );
  const counts = tree.counts([SINCE_START]);
  expect(counts.each('talks:municipality:', SINCE_START)).toEqual([{ id: 'leiden', n: 1 }]);
});

test('any stretch of days is what adding up day by day gives, and what cannot be placed is told', () => {
  const pick = seeded(20_261_122);
  // From a Monday on, over three ISO years.
  const DAYS = Array.from({ length: 1000 }, (_, n) => dateAfter('2024-12-23', { days: n }));
  const weeks = new Map(DAYS.map((day) => [day, weekOfDay(day)]));
  const weekOf = (day: string) => weeks.get(day);
  const live = Array.from({ length: 300 }, () => pick(DAYS));
  const erased = Array.from({ length: 300 }, () => pick(DAYS));
  const tree = treeOf(
    ...live.map((period): Contribution => ({ row: 'talks', period })),
    ...erased.flatMap((period) => remainderOf({ row: 'talks', period }) ?? []),
  );
  for (let round = 0; round < 40; round += 1) {
    const [from = '', until = ''] = [pick(DAYS), pick(DAYS)].sort();
    const isInside = (day: string) => day >= from && day <= until;
    const weeksInside = DAYS.filter(isInside).map(weekOf);
    const inside = erased.map((day) => weeksInside.filter((week) => week === weekOf(day)).length);
    const whole = inside.filter((n) => n === 7).length;
    const part = inside.filter((n) => n % 7 > 0).length;
    expect(sum(tree, days(from, until))).toBe(live.filter(isInside).length + whole);
    expect(unplaced(tree, days(from, until))).toBe(part);
  }
});
