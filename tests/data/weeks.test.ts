import { DateTime, Settings } from 'luxon';
import { afterEach, describe, expect, test } from 'vitest';
import {
  dayOf,
  instantOf,
  quarterOf,
  weekOf,
  weekOfDay,
  wholeDays,
  yearOf,
  type Week,
} from '../../data/weeks.js';
import { at } from '../builders.js';

describe('ISO weeks', () => {
  test.each([
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2026-01-01', '2026-W01'],
    ['2026-01-04', '2026-W01'],
    ['2026-01-05', '2026-W02'],
    ['2026-11-15', '2026-W46'],
    ['2026-11-16', '2026-W47'],
    ['2026-12-27', '2026-W52'],
    ['2026-12-28', '2026-W53'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
  ])('%s lies in %s, whether given as a day or as a moment on it', (day, week) => {
    expect(weekOfDay(day)).toBe(week);
    expect(weekOf(at(`${day}T00:00`))).toBe(week);
    expect(weekOf(at(`${day}T23:59:59.999`))).toBe(week);
  });

  test.each([
    ['winter, a second before midnight', '2026-11-15T22:59:59Z', '2026-11-15', '2026-W46'],
    ['winter, midnight', '2026-11-15T23:00:00Z', '2026-11-16', '2026-W47'],
    ['summer, a second before midnight', '2026-07-05T21:59:59Z', '2026-07-05', '2026-W27'],
    ['summer, midnight', '2026-07-05T22:00:00Z', '2026-07-06', '2026-W28'],
    ['new year, a second before week 1', '2027-01-03T22:59:59Z', '2027-01-03', '2026-W53'],
    ['new year, week 1', '2027-01-03T23:00:00Z', '2027-01-04', '2027-W01'],
  ])('%s: the Dutch clock decides, in whatever zone the moment is given', (_, utc, day, week) => {
    for (const zone of ['utc', 'Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland']) {
      const moment = DateTime.fromISO(utc, { zone });
      expect([dayOf(moment), weekOf(moment)]).toEqual([day, week]);
    }
  });

  test.each([
    ['before the clock goes forward', '2026-03-29T00:59:59Z', '2026-03-29', '2026-W13'],
    ['after the clock went forward', '2026-03-29T01:00:00Z', '2026-03-29', '2026-W13'],
    ['end of the 23-hour day', '2026-03-29T21:59:59Z', '2026-03-29', '2026-W13'],
    ['after the 23-hour day', '2026-03-29T22:00:00Z', '2026-03-30', '2026-W14'],
    ['start of the 25-hour day', '2026-10-24T22:00:00Z', '2026-10-25', '2026-W43'],
    ['the first time it is half past two', '2026-10-25T00:30:00Z', '2026-10-25', '2026-W43'],
    ['the second time it is half past two', '2026-10-25T01:30:00Z', '2026-10-25', '2026-W43'],
    ['end of the 25-hour day', '2026-10-25T22:59:59Z', '2026-10-25', '2026-W43'],
    ['after the 25-hour day', '2026-10-25T23:00:00Z', '2026-10-26', '2026-W44'],
  ])('%s', (_, utc, day, week) => {
    const moment = DateTime.fromISO(utc, { zone: 'utc' });
    expect([dayOf(moment), weekOf(moment)]).toEqual([day, week]);
  });
});

describe('quarters and years', () => {
  test.each([
    ['2026-W01', '2026-K1'],
    ['2026-W13', '2026-K1'],
    ['2026-W14', '2026-K2'],
    ['2026-W26', '2026-K2'],
    ['2026-W27', '2026-K3'],
    ['2026-W39', '2026-K3'],
    ['2026-W40', '2026-K4'],
    ['2026-W52', '2026-K4'],
    ['2026-W53', '2026-K4'],
    ['2027-W01', '2027-K1'],
    ['2027-W52', '2027-K4'],
  ] as const)('week %s belongs to %s', (week, quarter) => {
    expect(quarterOf(week)).toBe(quarter);
  });

  test('every week of a year belongs to one quarter of the same year', () => {
    for (let day = at('2025-12-29'); day < at('2028-01-03'); day = day.plus({ days: 1 })) {
      const week = weekOf(day);
      expect(yearOf(quarterOf(week))).toBe(yearOf(week));
    }
  });

  test.each<[Week, number]>([
    [weekOfDay('2025-12-29'), 2026],
    [weekOfDay('2027-01-03'), 2026],
    [weekOfDay('2027-01-04'), 2027],
  ])('the year of %s is %i, the ISO week-year', (week, year) => {
    expect(yearOf(week)).toBe(year);
  });
});

describe('instants', () => {
  test('are stored in UTC', () => {
    expect(instantOf(at('2026-11-16T09:00'))).toBe('2026-11-16T08:00:00.000Z');
    expect(instantOf(at('2026-07-01T09:00'))).toBe('2026-07-01T07:00:00.000Z');
  });

  test('a moment that does not exist is a bug', () => {
    expect(() => instantOf(DateTime.fromISO('2026-02-30'))).toThrow('not a moment');
  });
});

describe('whole days', () => {
  const { defaultZone } = Settings;
  afterEach(() => {
    Settings.defaultZone = defaultZone;
  });

  test.each([
    ['a minute less than a day', '2026-11-16T09:00', '2026-11-17T08:59', 0],
    ['a day', '2026-11-16T09:00', '2026-11-17T09:00', 1],
    ['a day on the clock, of 23 hours', '2026-03-28T12:00', '2026-03-29T12:00', 0],
    ['an hour later than that', '2026-03-28T12:00', '2026-03-29T13:00', 1],
    ['24 hours, on a day of 25', '2026-10-24T12:00', '2026-10-25T11:00', 1],
    ['a minute less than that', '2026-10-24T12:00', '2026-10-25T10:59', 0],
    ['half a year', '2026-01-01T09:00', '2026-07-01T10:00', 181],
  ])('%s, wherever the server stands', (_, from, until, days) => {
    for (const zone of ['utc', 'Europe/Amsterdam', 'America/New_York']) {
      Settings.defaultZone = zone;
      const [begun, done] = [from, until].map((local) => instantOf(at(local)));
      expect(begun && done && wholeDays(begun, done)).toBe(days);
    }
  });
});
