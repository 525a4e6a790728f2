import {
  dateAfter,
  daysOfWeek,
  quarterOf,
  weekOf,
  weekOfDay,
  weeksOf,
  yearOf,
  type DateTime,
  type Quarter,
  type Week,
} from './weeks.js';

/**
 * What figures are asked for. Weeks, quarters and years are those of ISO 8601, made of whole weeks,
 * so that they add up.
 */
export type Period =
  | { kind: 'week'; week: Week }
  | { kind: 'quarter'; quarter: Quarter }
  | { kind: 'half-year'; half: HalfYear }
  | { kind: 'year'; year: number }
  /** `YYYY-MM-DD`, both inclusive. */
  | { kind: 'days'; from: string; until: string }
  | { kind: 'since-start' }
  /** Of money: from 1 January to 31 December. */
  | { kind: 'calendar-year'; year: number }
  /** As it stands at this moment. */
  | { kind: 'now' };

/** The first or the last two quarters of a year, `2026-H1`. */
export type HalfYear = `${number}-H${1 | 2}`;

/** By which one period is told from another: `2026-W46`, `2026-K3`, `2026-H1`, `2026`, … */
export function periodKey(period: Period): string {
  switch (period.kind) {
    case 'week':
      return period.week;
    case 'quarter':
      return period.quarter;
    case 'half-year':
      return period.half;
    case 'year':
      return String(period.year);
    case 'days':
      return `${period.from}/${period.until}`;
    case 'since-start':
      return 'since-start';
    case 'calendar-year':
      return `calendar ${period.year}`;
    case 'now':
      return 'now';
  }
}

const WRITTEN = /^(20\d{2})(?:-(W\d{2}|K[1-4]|H[12]))?$/;

/** `2026-W46`, `2026-K3`, `2026-H1`, `2026`; nothing for anything else, nor for a week the year does not have. */
export function readPeriod(text: string): Period | undefined {
  const [, year, part] = WRITTEN.exec(text.trim().toUpperCase()) ?? [];
  if (year === undefined) return undefined;
  if (part === undefined) return { kind: 'year', year: Number(year) };
  if (part.startsWith('K')) return { kind: 'quarter', quarter: `${year}-${part}` as Quarter };
  if (part.startsWith('H')) return { kind: 'half-year', half: `${year}-${part}` as HalfYear };
  const week = `${year}-${part}` as Week;
  return weeksOf(Number(year)).includes(week) ? { kind: 'week', week } : undefined;
}

/** The week, quarter and year that run now. */
export const weekAt = (now: DateTime) => ({ kind: 'week', week: weekOf(now) }) as const;
export const quarterAt = (now: DateTime) =>
  ({ kind: 'quarter', quarter: quarterOf(weekOf(now)) }) as const;
export const yearAt = (now: DateTime) => ({ kind: 'year', year: yearOf(weekOf(now)) }) as const;
export const SINCE_START = { kind: 'since-start' } as const;
export const AT_THIS_MOMENT = { kind: 'now' } as const;

/** First and last day, both inclusive; nothing since the start, which has neither. */
export function daysOf(period: Period): { from: string; until: string } | undefined {
  switch (period.kind) {
    case 'week':
      return daysOfWeek(period.week);
    case 'quarter':
      return spanned(weeksOfQuarter(period.quarter));
    case 'half-year':
      return spanned(quartersOfHalf(period.half).flatMap(weeksOfQuarter));
    case 'year':
      return spanned(weeksOf(period.year));
    case 'days':
      return { from: period.from, until: period.until };
    case 'since-start':
    case 'now':
      return undefined;
    case 'calendar-year':
      return { from: `${period.year}-01-01`, until: `${period.year}-12-31` };
  }
}

export function weeksOfQuarter(quarter: Quarter): Week[] {
  return weeksOf(yearOf(quarter)).filter((week) => quarterOf(week) === quarter);
}

export function quartersOfHalf(half: HalfYear): [Quarter, Quarter] {
  const year = yearOf(half);
  return half.endsWith('1') ? [`${year}-K1`, `${year}-K2`] : [`${year}-K3`, `${year}-K4`];
}

function spanned(weeks: readonly Week[]): { from: string; until: string } {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) throw new Error('a period without weeks');
  return { from: daysOfWeek(first).from, until: daysOfWeek(last).until };
}

/** The one before (-1) or after (1) of the same kind; nothing where there is none. */
export function neighbour(period: Period, step: -1 | 1): Period | undefined {
  switch (period.kind) {
    case 'week':
    case 'quarter':
      return neighbourOf(period, step);
    case 'half-year':
      return { kind: 'half-year', half: halfBeside(period.half, step) };
    case 'year':
    case 'calendar-year':
      return { ...period, year: period.year + step };
    case 'days':
    case 'since-start':
    case 'now':
      return undefined;
  }
}

function neighbourOf(period: Extract<Period, { kind: 'week' | 'quarter' }>, step: -1 | 1): Period {
  const { from, until } = daysOf(period) ?? { from: '', until: '' };
  const beside = step === 1 ? dateAfter(until, { days: 1 }) : dateAfter(from, { days: -1 });
  const week = weekOfDay(beside);
  return period.kind === 'week'
    ? { kind: 'week', week }
    : { kind: 'quarter', quarter: quarterOf(week) };
}

function halfBeside(half: HalfYear, step: -1 | 1): HalfYear {
  const year = yearOf(half);
  if (half.endsWith('1')) return step === 1 ? `${year}-H2` : `${year - 1}-H2`;
  return step === 1 ? `${year + 1}-H1` : `${year}-H1`;
}

/** What the coordinator card and the first table of figures speak of. */
export function tallyPeriods(now: DateTime) {
  return [weekAt(now), yearAt(now), SINCE_START, AT_THIS_MOMENT] as const;
}
