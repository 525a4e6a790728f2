import { DateTime, type DurationLike } from 'luxon';
import { z } from 'zod/v4';

/** For rooms that are handed a moment and import no library of their own. */
export type { DateTime } from 'luxon';

/** A calendar month, `YYYY-MM`. */
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();
/** A calendar date in the programme's zone, `YYYY-MM-DD`. */
export const day = z.iso.date();
/** When contraception was realised: `YYYY-MM`, or `YYYY-MM-DD` when the day is known. */
export const monthOrDay = z.union([day, z.string().regex(MONTH)]);

/** Every date a person reads or a week is counted in is a date in this zone. */
export const ZONE = 'Europe/Amsterdam';

export const DAY_MS = 86_400_000;

/** ISO 8601 week, `2026-W46`; its year is the ISO week-year. */
export type Week = `${number}-W${string}`;
/** Quarter made of whole ISO weeks, `2026-K3`, so that weeks, quarters and years add up. */
export type Quarter = `${number}-K${1 | 2 | 3 | 4}`;

/** `2026`, of a budget; unlike a quarter it begins on 1 January. */
export type CalendarYear = `${number}`;

export function weekOf(date: DateTime): Week {
  return isoWeek(date.setZone(ZONE));
}

function isoWeek({ weekYear, weekNumber }: DateTime): Week {
  return `${weekYear}-W${String(weekNumber).padStart(2, '0')}`;
}

/** The week of a calendar date `YYYY-MM-DD`. */
export function weekOfDay(day: string): Week {
  return isoWeek(dateOf(day));
}

/** Weeks 1–13, 14–26, 27–39 and 40–52 (53 when the year has it). */
export function quarterOf(week: Week): Quarter {
  const quarter = Math.min(4, Math.ceil(weekNumber(week) / 13)) as 1 | 2 | 3 | 4;
  return `${yearOf(week)}-K${quarter}`;
}

/** Of anything that is written with its year first. */
export function yearOf(period: `${number}-${string}` | CalendarYear): number {
  return Number(period.slice(0, 4));
}

function weekNumber(week: Week): number {
  return Number(week.slice(-2));
}

const DAY = 'yyyy-MM-dd';

/** The calendar date `YYYY-MM-DD` in the programme's zone. */
export function dayOf(instant: DateTime): string {
  return dayOfInstant(instantOf(instant));
}

/** Dutch clocks are one or two hours ahead of UTC, in winter and in summer. */
const SAME_DAY_BEFORE_HOUR = 22;

/**
 * The same of an instant as it was stored. A start of the store asks for some hundred thousands, and a
 * time zone is slow: only the last hours of a day in UTC need one.
 */
export function dayOfInstant(stored: string): string {
  const hour = stored.slice(0, 'YYYY-MM-DDTHH'.length);
  if (Number(hour.slice(-2)) < SAME_DAY_BEFORE_HOUR) return stored.slice(0, 'YYYY-MM-DD'.length);
  const day = dayOfLateHour.get(hour) ?? parseInstant(stored).setZone(ZONE).toFormat(DAY);
  dayOfLateHour.set(hour, day);
  return day;
}

/** Two for each day there is something of. */
const dayOfLateHour = new Map<string, string>();

/** A calendar date to reckon with. It has no zone; in UTC no day is skipped or told twice. */
export function dateOf(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}

/** The calendar date so much later. */
export function dateAfter(day: string, later: DurationLike): string {
  return dateOf(day).plus(later).toFormat(DAY);
}

/** An instant as it is stored: ISO 8601 in UTC. Throws when the moment does not exist. */
export function instantOf(moment: DateTime): string {
  const stored = moment.toUTC().toISO();
  if (stored === null) throw new Error(`not a moment: ${moment.invalidExplanation ?? ''}`);
  return stored;
}

/** An instant as it was stored. */
export function parseInstant(stored: string): DateTime {
  return DateTime.fromISO(stored);
}

/**
 * How many times 24 hours went by between two instants as they are stored. Not `diff(…, 'days')`: that
 * looks at the calendar of the server's zone, so that a clock change would make it another number
 * elsewhere.
 */
export function wholeDays(from: string, until: string): number {
  return Math.floor((Date.parse(until) - Date.parse(from)) / DAY_MS);
}

/** Monday and Sunday of a week, `YYYY-MM-DD`. */
export function daysOfWeek(week: Week): { from: string; until: string } {
  const parts = { weekYear: yearOf(week), weekNumber: weekNumber(week) };
  const monday = DateTime.fromObject({ ...parts, weekday: 1 }, { zone: 'utc' });
  return { from: monday.toFormat(DAY), until: monday.plus({ days: 6 }).toFormat(DAY) };
}

/** The 52 or 53 weeks of an ISO year. */
export function weeksOf(year: number): Week[] {
  const { weeksInWeekYear } = DateTime.fromObject(
    { weekYear: year, weekNumber: 1 },
    { zone: 'utc' },
  );
  return Array.from(
    { length: weeksInWeekYear },
    (_, n): Week => `${year}-W${String(n + 1).padStart(2, '0')}`,
  );
}
