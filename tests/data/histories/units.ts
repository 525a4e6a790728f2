import { dayNumber, dutchDay, isoOf, numbered, written } from './calendar.js';

/** So many of a row, of which is known that they lie between two days, or in a year of money. */
export interface Unit {
  row: string;
  n: number;
  when: { from: number; until: number } | { year: number } | 'now';
  /** What it hangs on; nothing for what is loose or was erased. */
  source?: { kind: 'case' | 'quick-count' | 'register' | 'imported'; code: string };
}

export const onDay = (row: string, day: number, n = 1): Unit => ({
  row,
  n,
  when: { from: day, until: day },
});

/** The middle of a month that was over when it was told; no later than that day. */
export function dayMeant(on: string, toldOn: number): number {
  const [year = 0, month = 0] = on.split('-').map(Number);
  if (on.length > 7) return Math.min(numbered(on), toldOn);
  const middle = dayNumber(year, month, 15);
  const isOver = dayNumber(year, month + 1, 1) <= toldOn;
  // Told at the end of the month, in the next quarter already: that is not where it belongs.
  const isBeyond = toldOn > middle && isoOf(toldOn).quarter !== isoOf(middle).quarter;
  return isOver || isBeyond ? middle : toldOn;
}

/** As far as both dates tell. */
export function isNotLater(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) <= other.slice(0, known);
}

export const whence = (
  of: 'talks' | 'escalations',
  place: { municipality: string; type: string; domain: string },
) => [
  `${of}:municipality:${place.municipality}`,
  `${of}:type:${place.type}`,
  `${of}:domain:${place.domain}`,
];

/** Whether a municipality takes part in a month `YYYY-MM`. */
export type TakesPart = (municipality: string, month: string) => string;

/** The month of a moment, `YYYY-MM`. */
export const monthOf = (at: number) => written(dutchDay(at)).slice(0, 7);
