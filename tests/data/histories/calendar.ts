/**
 * The Dutch calendar, reckoned from the number of days since 1 January 1970, a Thursday. Apart from
 * the library that the code under test leans on, so that a slip in either shows.
 */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const dayNumber = (year: number, month: number, day: number) =>
  Date.UTC(year, month - 1, day) / DAY_MS;
/** `YYYY-MM-DD` of such a number, and back. */
export const written = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);
export const numbered = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const yearOf = (number: number) => new Date(number * DAY_MS).getUTCFullYear();
/** 0 for Monday. */
const weekday = (number: number) => (((number + 3) % 7) + 7) % 7;

/** The week is that of its Thursday, and its year that in which the Thursday lies. */
export function isoOf(number: number) {
  const monday = number - weekday(number);
  const year = yearOf(monday + 3);
  const week = Math.floor((monday + 3 - dayNumber(year, 1, 1)) / 7) + 1;
  const quarter = week <= 13 ? 1 : week <= 26 ? 2 : week <= 39 ? 3 : 4;
  return {
    monday,
    year,
    week: `${year}-W${String(week).padStart(2, '0')}`,
    quarter: `${year}-K${quarter}`,
    half: `${year}-H${quarter <= 2 ? 1 : 2}`,
  };
}

/** Summer time: from one o'clock UTC on the last Sunday of March until that of October. */
export function clockChange(year: number, month: 3 | 10): number {
  const last = dayNumber(year, month, 31);
  return (last - ((weekday(last) + 1) % 7)) * DAY_MS + HOUR_MS;
}

const CHANGES = new Map<number, readonly [number, number]>();

function changesOf(year: number): readonly [number, number] {
  const known = CHANGES.get(year) ?? [clockChange(year, 3), clockChange(year, 10)];
  CHANGES.set(year, known);
  return known;
}

export function offsetHours(at: number): 1 | 2 {
  const [from, until] = changesOf(new Date(at).getUTCFullYear());
  return at >= from && at < until ? 2 : 1;
}

/** The day on the Dutch clock, by its number. */
export const dutchDay = (at: number) => Math.floor((at + offsetHours(at) * HOUR_MS) / DAY_MS);

/** The first moment of a day on the Dutch clock; the clock never changes at that hour. */
export function midnight(number: number): number {
  const summer = number * DAY_MS - 2 * HOUR_MS;
  return offsetHours(summer) === 2 ? summer : summer + HOUR_MS;
}

const SPANS = new Map<string, Span>();
export interface Span {
  from: number;
  until: number;
}

/** First and last day of a week, quarter, half-year or ISO year. */
export function spanOf(period: string): Span {
  const span = SPANS.get(period) ?? spanFound(period);
  SPANS.set(period, span);
  return span;
}

/** By looking at every day of that year, and at some beside it. */
function spanFound(period: string): Span {
  const year = Number(period.slice(0, 4));
  const days = Array.from({ length: 380 }, (_, n) => dayNumber(year - 1, 12, 25) + n);
  const inside = days.filter((day) => {
    const iso = isoOf(day);
    return [iso.week, iso.quarter, iso.half, String(iso.year)].includes(period);
  });
  const [from, until] = [inside[0], inside.at(-1)];
  if (from === undefined || until === undefined) throw new Error(`no days in ${period}`);
  return { from, until };
}
