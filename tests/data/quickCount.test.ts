import { describe, expect, it, test } from 'vitest';
import {
  countableMonths,
  decideCount,
  lately,
  quickCountKey,
  withCount,
  type CountEntry,
} from '../../data/quickCount.js';
import { at, HOLLANDS_MIDDEN, JOOST, NOW, SANNE, utc } from '../builders.js';
import { aQuickCount, JGZ } from './quickCountBuilder.js';

const LEIDEN = { month: '2026-10', municipality: 'leiden' };

function anEntry(talks: number, realised: number, parts: Partial<CountEntry> = {}): CountEntry {
  const answers = { ...LEIDEN, talks, realised };
  return { region: HOLLANDS_MIDDEN, organisation: JGZ, answers, by: SANNE, seen: 0, ...parts };
}

describe('the months that can be counted', () => {
  it('are this one and the twelve before it, newest first', () => {
    const months = countableMonths(HOLLANDS_MIDDEN, NOW);
    expect(months).toHaveLength(13);
    expect([months[0], months[1], months.at(-1)]).toEqual(['2026-11', '2026-10', '2025-11']);
  });

  it.each([
    ['2026-09', ['2026-11', '2026-10', '2026-09']],
    ['2026-11', ['2026-11']],
    ['2026-12', []],
  ])('do not lie before the start of the programme in %s', (startedIn, months) => {
    expect(countableMonths({ ...HOLLANDS_MIDDEN, startedIn }, NOW)).toEqual(months);
  });

  it.each([
    ['2026-11-30T23:59', '2026-11'],
    ['2026-12-01T00:00', '2026-12'],
    ['2026-03-31T12:00', '2026-03'],
  ])('change at midnight on the Dutch clock: %s', (moment, month) => {
    const months = countableMonths(HOLLANDS_MIDDEN, at(moment).toUTC());
    expect(months[0]).toBe(month);
    expect(new Set(months).size).toBe(13);
  });
});

describe('an entry', () => {
  it('is a new count where nothing stands', () => {
    expect(decideCount(undefined, anEntry(3, 1), at('2026-11-12T10:00'))).toEqual({
      kind: 'counted',
      count: aQuickCount(),
    });
  });

  it('of zero where nothing stands is no count', () => {
    expect(decideCount(undefined, anEntry(0, 0), NOW)).toEqual({ kind: 'nothing-yet' });
  });

  it('of the same numbers changes nothing, whatever was on screen', () => {
    for (const seen of [0, 1, 2]) {
      const decision = decideCount(aQuickCount(), anEntry(3, 1, { seen }), NOW);
      expect(decision).toEqual({ kind: 'unchanged', count: aQuickCount() });
    }
  });

  it.each([
    [0, 5, 2],
    [2, 5, 2],
    [0, 3, 2],
    [0, 4, 1],
    [0, 0, 0],
  ])('that did not see version 1 but %i is not stored: %i and %i', (seen, talks, realised) => {
    const decision = decideCount(aQuickCount(), anEntry(talks, realised, { seen }), NOW);
    expect(decision).toEqual({ kind: 'exists', count: aQuickCount() });
  });

  it('that saw what stands takes its place; the old numbers are kept', () => {
    const stored = aQuickCount();
    const decision = decideCount(stored, anEntry(5, 2, { seen: 1, by: JOOST }), NOW);
    const tally = { talks: 5, realised: 2, by: JOOST, at: utc('2026-11-16T09:00') };
    const count = { ...stored, version: 2, entered: [...stored.entered, tally] };
    expect(decision).toEqual({ kind: 'counted', count });
  });

  it('of zero takes a count back', () => {
    const decision = decideCount(aQuickCount(), anEntry(0, 0, { seen: 1 }), NOW);
    expect(decision).toMatchObject({ kind: 'counted', count: { version: 2 } });
  });
});

describe('what was counted lately', () => {
  const october = aQuickCount();
  const may = aQuickCount({ month: '2026-05', at: utc('2026-11-14T10:00') });
  const june = aQuickCount({ month: '2026-06', at: utc('2026-06-30T10:00') });

  test('goes by the moment of entering, and stops at so many', () => {
    const months = (atMost: number) =>
      lately([october, may, june], atMost).map(({ month }) => month);
    expect(months(6)).toEqual(['2026-05', '2026-10', '2026-06']);
    expect(months(2)).toEqual(['2026-05', '2026-10']);
  });

  test('has a corrected count once', () => {
    const corrected = aQuickCount({ version: 2, talks: 9 });
    const keys = withCount([october, may], corrected).map(quickCountKey);
    expect(keys).toEqual([quickCountKey(october), quickCountKey(may)]);
    expect(withCount([october, may], corrected)[0]).toEqual(corrected);
  });
});
