import Holidays from 'date-holidays';
import { dateAfter, dateOf, dayOf, type DateTime } from './weeks.js';

/** Public holidays by year; worked out once, as the same year is asked for again and again. */
const known = new Map<number, ReadonlySet<string>>();

function publicHolidays(year: number): ReadonlySet<string> {
  const before = known.get(year);
  if (before) return before;
  const days = new Holidays('NL')
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 'YYYY-MM-DD'.length));
  const found = new Set(days);
  known.set(year, found);
  return found;
}

/** Whether people in the Netherlands work on a calendar date `YYYY-MM-DD`. */
export function isWorkday(day: string): boolean {
  const { weekday, year } = dateOf(day);
  return weekday <= 5 && !publicHolidays(year).has(day);
}

/** The `n`th workday after a calendar date; 0 is that date itself, whatever day it is. */
export function workdayAfter(day: string, n: number): string {
  let last = day;
  for (let left = n; left > 0;) {
    last = nextDay(last);
    if (isWorkday(last)) left -= 1;
  }
  return last;
}

/** How many workdays have begun since an instant: 0 on the same day, 1 on the next workday. */
export function workdaysSince(instant: DateTime, now: DateTime): number {
  const today = dayOf(now);
  let days = 0;
  for (let day = nextDay(dayOf(instant)); day <= today; day = nextDay(day)) {
    if (isWorkday(day)) days += 1;
  }
  return days;
}

const nextDay = (day: string) => dateAfter(day, { days: 1 });
