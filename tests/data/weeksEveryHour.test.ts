import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  daysOf,
  neighbour,
  periodKey,
  quarterAt,
  readPeriod,
  weekAt,
  weeksOfQuarter,
  yearAt,
  type Period,
} from '../../data/periods.js';
import {
  dateAfter,
  dayOf,
  daysOfWeek,
  quarterOf,
  weekOf,
  weekOfDay,
  weeksOf,
  yearOf,
  type Week,
} from '../../data/weeks.js';
import {
  clockChange,
  DAY_MS,
  dayNumber,
  dutchDay,
  HOUR_MS,
  isoOf,
  offsetHours,
  written,
} from './histories/calendar.js';

const [FIRST, LAST] = [2015, 2040] as const;
const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, n) => FIRST + n);
const LONG_YEARS = [2015, 2020, 2026, 2032, 2037];

const quarters = ([1, 2, 3, 4] as const).map((n) => (year: number) => `${year}-K${n}` as const);
const quartersOf = (year: number) => quarters.map((of) => of(year));
const EVERY_WEEK = YEARS.flatMap((year) => weeksOf(year)).map(
  (week: Week) => ({ kind: 'week', week }) as const,
);
const EVERY_QUARTER = YEARS.flatMap(quartersOf).map(
  (quarter) => ({ kind: 'quarter', quarter }) as const,
);
const EVERY_HALF_YEAR = YEARS.flatMap((year) => [`${year}-H1`, `${year}-H2`] as const).map(
  (half) => ({ kind: 'half-year', half }) as const,
);
const EVERY_YEAR = YEARS.map((year) => ({ kind: 'year', year }) as const);
const EVERY_KIND: readonly Period[][] = [EVERY_WEEK, EVERY_QUARTER, EVERY_HALF_YEAR, EVERY_YEAR];

/** Up to the last hour of 2040 on the Dutch clock. */
const BEGIN = Date.UTC(FIRST, 0, 1) - HOUR_MS;
const END = Date.UTC(LAST + 1, 0, 1) - HOUR_MS;

function eachHour(look: (at: number) => void): void {
  for (let at = BEGIN; at < END; at += HOUR_MS) look(at);
}

describe(`every hour of ${FIRST}–${LAST}`, () => {
  test('lies on its day, in its week, quarter and year of the Dutch clock', () => {
    const wrong: unknown[] = [];
    let hours = 0;
    eachHour((at) => {
      const moment = DateTime.fromMillis(at, { zone: 'utc' });
      const day = dutchDay(at);
      const iso = isoOf(day);
      const week = weekOf(moment);
      const found = [dayOf(moment), week, quarterOf(week), yearOf(week)];
      const expected = [written(day), iso.week, iso.quarter, iso.year];
      if (found.some((one, n) => one !== expected[n])) wrong.push({ at, found, expected });
      hours += 1;
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    // 26 years, seven of them leap years.
    expect(hours).toBe((26 * 365 + 7) * 24);
  });

  test('has the offset that the tables of the platform say', () => {
    const told = new Intl.DateTimeFormat('en', {
      timeZone: 'Europe/Amsterdam',
      timeZoneName: 'longOffset',
    });
    const offset = (at: number) =>
      Number(
        /GMT\+(\d+)/.exec(
          told
            .formatToParts(at)
            .map(({ value }) => value)
            .join(''),
        )?.[1],
      );
    const around = YEARS.flatMap((year) => [clockChange(year, 3), clockChange(year, 10)]).flatMap(
      (at) => [at - HOUR_MS, at - 1, at, at + HOUR_MS],
    );
    const nowAndThen: number[] = [];
    eachHour((at) => {
      if ((at / HOUR_MS) % 97 === 0) nowAndThen.push(at);
    });
    for (const at of [...around, ...nowAndThen]) {
      expect(offset(at), new Date(at).toISOString()).toBe(offsetHours(at));
    }
  });
});

describe.each(YEARS)('the clock changes of %i', (year) => {
  test.each([
    [3, 23],
    [10, 25],
  ] as const)('month %i: the Sunday has %i hours, all of them in the week that ends', (...row) => {
    const [month, length] = row;
    const at = clockChange(year, month);
    const sunday = dutchDay(at);
    const hours = Array.from({ length: 49 }, (_, n) => at + (n - 24) * HOUR_MS).filter(
      (hour) => dayOf(DateTime.fromMillis(hour)) === written(sunday),
    );
    expect(hours).toHaveLength(length);
    for (const hour of hours) {
      expect(weekOf(DateTime.fromMillis(hour))).toBe(isoOf(sunday).week);
    }
    const [first = 0, last = 0] = [hours[0], hours.at(-1)];
    expect(dayOf(DateTime.fromMillis(first - 1))).toBe(written(sunday - 1));
    expect(weekOf(DateTime.fromMillis(last + HOUR_MS))).toBe(isoOf(sunday + 1).week);
    expect(isoOf(sunday + 1).week).not.toBe(isoOf(sunday).week);
  });
});

describe(`every day of ${FIRST}–${LAST}`, () => {
  test('lies in its week, between its Monday and its Sunday', () => {
    for (let day = dayNumber(FIRST, 1, 1); day <= dayNumber(LAST, 12, 31); day += 1) {
      const { week, monday } = isoOf(day);
      const of = weekOfDay(written(day));
      expect(of).toBe(week);
      expect(daysOfWeek(of)).toEqual({ from: written(monday), until: written(monday + 6) });
    }
  });

  test('lies in exactly one week, quarter, half-year and year', () => {
    for (const periods of EVERY_KIND) {
      const days = periods.flatMap(everyDayOf);
      const whole = everyDayOf({ kind: 'days', ...between(EVERY_YEAR) });
      expect(days).toEqual(whole);
    }
  });
});

describe(`weeks, quarters, half-years and years of ${FIRST}–${LAST}`, () => {
  test(`have 53 weeks in ${LONG_YEARS.join(', ')} and 52 in the others`, () => {
    expect(YEARS.filter((year) => weeksOf(year).length === 53)).toEqual(LONG_YEARS);
    expect(new Set(YEARS.map((year) => weeksOf(year).length))).toEqual(new Set([52, 53]));
    for (const year of YEARS) {
      const last = LONG_YEARS.includes(year) ? 53 : 52;
      expect(readPeriod(`${year}-W${last}`)).toEqual({ kind: 'week', week: `${year}-W${last}` });
      expect(readPeriod(`${year}-W${last + 1}`)).toBeUndefined();
      // The first and the last day of the year say which weeks those are.
      expect(weekOfDay(`${year}-12-28`)).toBe(`${year}-W${last}`);
      expect(weekOfDay(`${year}-01-04`)).toBe(`${year}-W01`);
    }
  });

  test('have quarters of 13 weeks, but for the last one of a long year', () => {
    for (const year of YEARS) {
      const lengths = quartersOf(year).map((quarter) => weeksOfQuarter(quarter).length);
      expect(lengths).toEqual([13, 13, 13, LONG_YEARS.includes(year) ? 14 : 13]);
      expect(quartersOf(year).flatMap(weeksOfQuarter)).toEqual(weeksOf(year));
      for (const week of weeksOf(year)) expect(yearOf(quarterOf(week))).toBe(year);
    }
  });

  test('are read back from what they are called, and lie beside each other', () => {
    for (const periods of EVERY_KIND) {
      expect(new Set(periods.map(periodKey)).size).toBe(periods.length);
      for (const [n, period] of periods.entries()) {
        expect(readPeriod(periodKey(period))).toEqual(period);
        const [before, after] = [periods[n - 1], periods[n + 1]];
        if (before) expect(neighbour(period, -1)).toEqual(before);
        if (after) expect(neighbour(period, 1)).toEqual(after);
        if (after) expect(dateAfter(ends(period), { days: 1 })).toBe(daysOf(after)?.from);
      }
    }
  });

  test('run from the first to the last moment of their days', () => {
    for (const [periods, at] of [
      [EVERY_WEEK, weekAt],
      [EVERY_QUARTER, quarterAt],
      [EVERY_YEAR, yearAt],
    ] as const) {
      for (const period of periods) {
        const { from, until } = between([period]);
        const clock = { zone: 'Europe/Amsterdam' };
        expect(at(DateTime.fromISO(from, clock))).toEqual(period);
        expect(at(DateTime.fromISO(from, clock).minus(1))).not.toEqual(period);
        expect(at(DateTime.fromISO(until, clock).endOf('day'))).toEqual(period);
      }
    }
  });
});

function between(periods: readonly Period[]): { from: string; until: string } {
  const [first, last] = [periods[0], periods.at(-1)].map((period) => period && daysOf(period));
  if (!first || !last) throw new Error('no days');
  return { from: first.from, until: last.until };
}

const ends = (period: Period) => between([period]).until;

function everyDayOf(period: Period): string[] {
  const { from, until } = between([period]);
  const [first, last] = [from, until].map((day) => Date.parse(day) / DAY_MS) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, n) => written(first + n));
}
