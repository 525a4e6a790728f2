import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../data/weeks.js';
import { isWorkday, workdayAfter, workdaysSince } from '../../data/workdays.js';

describe('a workday', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-11-23', true, 'a Monday'],
    ['2026-12-24', true, 'the day before Christmas'],
    ['2026-12-25', false, 'Christmas Day'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-04-03', true, 'Good Friday, on which people work'],
    ['2026-04-27', false, "King's Day"],
    ['2025-04-26', false, "King's Day, a day early when the 27th is a Sunday"],
    ['2026-05-05', true, 'Liberation Day, a day off for some'],
    ['2026-05-14', false, 'Ascension Day'],
    ['2026-05-25', false, 'Whit Monday'],
    ['2027-01-01', false, "New Year's Day"],
  ])('%s: %s, %s', (day, expected) => {
    expect(isWorkday(day)).toBe(expected);
  });
});

describe('the nth workday after a date', () => {
  it.each([
    ['2026-11-16', 0, '2026-11-16'],
    ['2026-11-16', 1, '2026-11-17'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    // Christmas on a Friday and a Saturday.
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-12-31', 1, '2027-01-04'],
    // Easter with both clock changes on the way there.
    ['2026-03-27', 6, '2026-04-07'],
    ['2026-10-23', 1, '2026-10-26'],
  ])('%s and %i: %s', (day, n, expected) => {
    expect(workdayAfter(day, n)).toBe(expected);
  });
});

describe('workdays since an instant', () => {
  it.each([
    ['2026-11-16T08:00:00Z', '2026-11-16T22:59:00Z', 0, 'the same day on the Dutch clock'],
    ['2026-11-16T08:00:00Z', '2026-11-16T23:00:00Z', 1, 'midnight on the Dutch clock'],
    ['2026-11-20T16:00:00Z', '2026-11-22T12:00:00Z', 0, 'the weekend'],
    ['2026-11-20T16:00:00Z', '2026-11-23T07:00:00Z', 1, 'the Monday after'],
    ['2026-12-24T16:00:00Z', '2026-12-27T12:00:00Z', 0, 'Christmas and the weekend'],
    ['2026-10-23T10:00:00Z', '2026-10-27T10:00:00Z', 2, 'over the change to winter time'],
    ['2026-03-27T10:00:00Z', '2026-03-31T10:00:00Z', 2, 'over the change to summer time'],
    ['2026-11-16T08:00:00Z', '2026-11-10T08:00:00Z', 0, 'never below zero'],
  ])('%s to %s: %i, %s', (from, to, expected) => {
    expect(workdaysSince(parseInstant(from), parseInstant(to))).toBe(expected);
  });
});
