import { describe, expect, test } from 'vitest';
import {
  besides,
  columnsOf,
  FIGURE_KINDS,
  hasFigures,
  ofKind,
  readFigurePeriod,
  weeksUpTo,
  type FigureKind,
  type FigurePeriod,
} from '../../data/figurePeriods.js';
import { periodKey, SINCE_START } from '../../data/periods.js';
import { at, NOW } from '../builders.js';
import { aRegion } from './regionBuilder.js';

const REGION = aRegion({ startedIn: '2020-01' });

const read = (text: string): FigurePeriod => {
  const period = readFigurePeriod(text);
  if (!period) throw new Error(text);
  return period;
};
const keyOf = (period: FigurePeriod | undefined) => period && periodKey(period);

test.each(['2026-W46', '2026-K3', '2026', 'since-start'])('%s is read back', (text) => {
  expect(keyOf(read(text))).toBe(text);
});

test.each([
  '',
  '46',
  '2026-W54',
  '2026-K5',
  '2026-11',
  'now',
  '2026-W1',
  '2026/W46',
  'K3',
  '0001',
  '0999-K1',
])('“%s” is no period', (text) => {
  expect(readFigurePeriod(text)).toBeUndefined();
});

describe('another kind of period', () => {
  test.each<[string, FigureKind, string]>([
    ['2026-W47', 'quarter', '2026-K4'],
    ['2026-W30', 'quarter', '2026-K3'],
    ['2026-K3', 'week', '2026-W39'],
    ['2026-K4', 'week', '2026-W47'],
    ['2026', 'week', '2026-W47'],
    ['2025', 'quarter', '2025-K4'],
    ['2025', 'week', '2025-W52'],
    ['2025-W01', 'year', '2025'],
    ['since-start', 'week', '2026-W47'],
    ['since-start', 'year', '2026'],
    ['2026-K2', 'since-start', 'since-start'],
  ])('%s as a %s is %s', (from, kind, to) => {
    expect(keyOf(ofKind(read(from), kind, NOW))).toBe(to);
  });

  test.each(FIGURE_KINDS)('that is the same (%s) changes nothing', (kind) => {
    const period = ofKind(read('2024-K2'), kind, NOW);
    expect(ofKind(period, kind, NOW)).toEqual(period);
  });

  test('on 2 January is still of the ISO year before', () => {
    expect(keyOf(ofKind(SINCE_START, 'year', at('2027-01-02T12:00')))).toBe('2026');
  });
});

describe('figures', () => {
  test.each([
    ['2026-W47', true],
    ['2026-W48', false],
    ['2026-K4', true],
    ['2027-K1', false],
    ['2026', true],
    ['2027', false],
    ['2020-W01', true],
    ['2019-W52', false],
    ['2019', false],
    ['2000', false],
    ['2099', false],
    ['since-start', true],
  ])('of %s are there: %s', (text, there) => {
    expect(hasFigures(read(text), REGION, NOW)).toBe(there);
  });

  test.each([
    ['2026-W47', '2026-W46', undefined],
    ['2026-W01', '2025-W52', '2026-W02'],
    ['2026-K4', '2026-K3', undefined],
    ['2020', undefined, '2021'],
    ['2020-K1', undefined, '2020-K2'],
    ['since-start', undefined, undefined],
  ])('beside %s are %s and %s', (text, before, after) => {
    const beside = (step: -1 | 1) => keyOf(besides(read(text), step, REGION, NOW));
    expect([beside(-1), beside(1)]).toEqual([before, after]);
  });
});

test.each([
  ['2026-W46', ['2026-W46', '2026', 'since-start']],
  ['2026-W53', ['2026-W53', '2026', 'since-start']],
  ['2026-K1', ['2026-K1', '2026', 'since-start']],
  ['2025', ['2025', 'since-start']],
  ['since-start', ['since-start']],
])('%s stands beside its year and the start', (text, columns) => {
  expect(columnsOf(read(text)).map(keyOf)).toEqual(columns);
});

test.each([
  ['2026-W03', '2025-W44', '2026-W03'],
  ['2026-K4', '2026-W36', '2026-W47'],
  ['2026-K1', '2026-W02', '2026-W13'],
  ['since-start', '2026-W36', '2026-W47'],
])('of %s twelve weeks are shown, from %s to %s', (text, first, last) => {
  const weeks = weeksUpTo(read(text), NOW);
  expect(weeks).toHaveLength(12);
  expect([weeks[0]?.week, weeks.at(-1)?.week]).toEqual([first, last]);
});
