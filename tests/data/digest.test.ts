import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  digestDue,
  digestKey,
  digestOf,
  digestPeriods,
  digestSchema,
  isNews,
  newDigest,
  printedOf,
  whatChanged,
} from '../../data/digest.js';
import type { Contribution } from '../../data/figureRows.js';
import { SINCE_START } from '../../data/periods.js';
import { isBehind, tagOf } from '../../data/delivery.js';
import { dateAfter, daysOfWeek, weekOfDay, weeksOf, type Week } from '../../data/weeks.js';
import { aDelivery, at, countsOf, utc } from '../builders.js';
import { LINK } from './contract/examples.js';
import { aDigest, numbers } from './digestBuilder.js';

describe('a digest is due', () => {
  it.each<[moment: string, week: Week | undefined]>([
    ['2026-11-15T23:59', '2026-W45'],
    ['2026-11-16T00:00', undefined],
    ['2026-11-16T06:59', undefined],
    ['2026-11-16T07:00', '2026-W46'],
    ['2026-11-22T23:59', '2026-W46'],
    ['2026-11-23T06:59', undefined],
    // Summer time ends on Sunday 25 October 2026, and begins on Sunday 28 March 2027.
    ['2026-10-25T23:59', '2026-W42'],
    ['2026-10-26T06:59', undefined],
    ['2026-10-26T07:00', '2026-W43'],
    ['2027-03-28T23:59', '2027-W11'],
    ['2027-03-29T06:59', undefined],
    ['2027-03-29T07:00', '2027-W12'],
    // 2026 has 53 weeks, and ends on Sunday 3 January 2027.
    ['2027-01-04T06:59', undefined],
    ['2027-01-04T07:00', '2026-W53'],
    ['2027-01-11T07:00', '2027-W01'],
    // 2027 has 52 and ends on 2 January 2028.
    ['2028-01-03T07:00', '2027-W52'],
  ])('at %s: %s', (moment, week) => {
    expect(digestDue(at(moment))).toBe(week);
  });

  it('at seven on the Dutch clock, whatever clock is read', () => {
    expect(digestDue(DateTime.fromISO('2027-03-29T04:59:59.999Z'))).toBeUndefined();
    expect(digestDue(DateTime.fromISO('2027-03-29T05:00:00Z'))).toBe('2027-W12');
    expect(digestDue(DateTime.fromISO('2026-10-26T05:59:59.999Z'))).toBeUndefined();
    expect(digestDue(DateTime.fromISO('2026-10-26T06:00:00Z', { setZone: true }))).toBe('2026-W43');
    expect(digestDue(at('2026-10-26T07:00').setZone('Pacific/Auckland'))).toBe('2026-W43');
  });

  it('once for every week of 2015 to 2040, from its Monday at seven to the Sunday after', () => {
    for (const week of Array.from({ length: 26 }, (_, n) => weeksOf(2015 + n)).flat()) {
      const monday = dateAfter(daysOfWeek(week).until, { days: 1 });
      const sunday = dateAfter(monday, { days: 6 });
      const early = [`${monday}T00:00`, `${monday}T06:59:59.999`];
      expect(early.map((moment) => digestDue(at(moment)))).toEqual([undefined, undefined]);
      const due = [
        `${monday}T07:00`,
        `${sunday}T01:30`,
        `${sunday}T03:30`,
        `${sunday}T23:59:59.999`,
      ];
      expect(new Set(due.map((moment) => digestDue(at(moment)))), monday).toEqual(new Set([week]));
    }
  });
});

describe('a digest is news', () => {
  it.each([
    ['2026-11-15T12:00', true],
    ['2026-11-16T07:00', true],
    ['2026-11-22T23:59', true],
    ['2026-11-23T00:00', false],
    ['2026-11-23T07:00', false],
    ['2027-11-16T07:00', false],
  ])('at %s: %s', (moment, expected) => {
    expect(isNews({ week: '2026-W46' }, at(moment))).toBe(expected);
  });
});

const MONDAY = at('2026-11-16T07:00');
const made = (contributed: readonly Contribution[], now = MONDAY) =>
  newDigest('hollands-midden', countsOf(contributed, digestPeriods(now)), now);

describe('what is printed', () => {
  const CONTRIBUTED: Contribution[] = [
    { row: 'talks', period: '2020-01-01' },
    { row: 'talks', period: '2025-12-28' },
    // Monday of 2026-W01.
    { row: 'talks', period: '2025-12-29' },
    { row: 'talks', period: '2026-11-08' },
    { row: 'talks', period: '2026-11-09' },
    { row: 'talks', period: '2026-W46', n: 10 },
    { row: 'talks', period: '2026-11-15' },
    { row: 'consults', period: '2026-11-15' },
    { row: 'talks', period: '2026-11-16' },
    { row: 'partners', period: '2026-11-20', n: 3 },
  ];

  it('is the week, its year and all before it, by the end of that week', () => {
    expect(made(CONTRIBUTED)).toEqual({
      region: 'hollands-midden',
      week: '2026-W46',
      version: 1,
      at: utc('2026-11-16T07:00'),
      printed: {
        week: numbers({ talks: 12, consults: 1 }),
        year: numbers({ talks: 14, consults: 1 }),
        'since-start': numbers({ talks: 16, consults: 1 }),
      },
      before: numbers({ talks: 1 }),
    });
  });

  it('is the same on the Sunday after, when it was missed on Monday', () => {
    const late = made(CONTRIBUTED, at('2026-11-22T23:00'));
    expect(late).toEqual({ ...made(CONTRIBUTED), at: utc('2026-11-22T23:00') });
  });

  it('of week 53 is its own year, though another one has begun', () => {
    const contributed: Contribution[] = [
      { row: 'trainings', period: '2026-12-27' },
      { row: 'trainings', period: '2027-01-01' },
      { row: 'trainings', period: '2027-01-03' },
      { row: 'trainings', period: '2027-01-04' },
    ];
    expect(made(contributed, at('2027-01-04T07:00'))).toMatchObject({
      week: '2026-W53',
      printed: {
        week: { trainings: 2 },
        year: { trainings: 3 },
        'since-start': { trainings: 3 },
      },
      before: { trainings: 1 },
    });
    expect(made(contributed, at('2027-01-11T07:00'))).toMatchObject({
      week: '2027-W01',
      printed: { week: { trainings: 1 }, year: { trainings: 1 }, 'since-start': { trainings: 4 } },
      before: { trainings: 2 },
    });
  });

  it.each<[string, Contribution[]]>([
    ['nothing was counted', []],
    ['everything was counted since', [{ row: 'talks', period: '2026-11-16' }]],
  ])('is nothing when %s', (_, contributed) => {
    expect(made(contributed)).toBeUndefined();
  });

  it.each<Contribution>([
    { row: 'talks', period: '2026-11-15' },
    { row: 'offered-not-wanted', period: '2020-W01' },
    { row: 'intervision-groups', period: '2021-05-05' },
  ])('is there from the first count: $row', (contribution) => {
    expect(made([contribution])).toBeDefined();
  });

  it('is kept as it is stored, also when rows have been added since', () => {
    const stored = { ...aDigest(), before: { talks: 4 } };
    expect(digestSchema.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
    expect(digestSchema.safeParse({ ...stored, before: { talks: 'four' } }).success).toBe(false);
  });
});

describe('a digest that is delivered', () => {
  const subject = { kind: 'digest', digest: aDigest() } as const;
  const card = {
    ...{ channelId: '19:former', conversationId: '19:former;messageid=1' },
    ...{ activityId: '1', shown: 1 },
  };
  const shown = aDelivery({ subject: digestKey(aDigest()), card });

  it('goes by its region and week, since it was made', () => {
    expect(tagOf(subject)).toEqual({
      key: 'hollands-midden/2026-W46',
      region: 'hollands-midden',
      version: 1,
      since: aDigest().at,
    });
  });

  it('is behind until it is shown, and then stays where it was posted', () => {
    expect(isBehind(subject, undefined, LINK)).toBe(true);
    expect(isBehind(subject, { ...shown, settled: 0 }, LINK)).toBe(true);
    expect(isBehind(subject, shown, LINK)).toBe(false);
  });
});

describe('what changed', () => {
  it('is what differs from the week before, in the order of the programme', () => {
    const changed = whatChanged(
      aDigest({
        printed: { week: numbers({ escalations: 2, talks: 4, trainings: 3, consults: 9 }) },
        before: numbers({ escalations: 3, talks: 4, partners: 1 }),
      }),
    );
    expect(changed).toEqual({
      week: '2026-W46',
      before: '2026-W45',
      isEmpty: false,
      changes: [
        { row: 'escalations', n: 2, was: 3 },
        { row: 'partners', n: 0, was: 1 },
        { row: 'trainings', n: 3, was: 0 },
      ],
    });
  });

  it('is nothing when both weeks are alike, counted or not', () => {
    const alike = numbers({ talks: 3 });
    const same = whatChanged(aDigest({ printed: { week: alike }, before: alike }));
    expect(same).toMatchObject({ changes: [], isEmpty: false });
    const none = whatChanged(aDigest({ printed: { week: numbers() }, before: numbers() }));
    expect(none).toMatchObject({ changes: [], isEmpty: true });
  });

  it.each<[Week, Week]>([
    ['2027-W01', '2026-W53'],
    ['2028-W01', '2027-W52'],
    ['2026-W53', '2026-W52'],
  ])('in %s is against %s', (week, before) => {
    expect(whatChanged(aDigest({ week })).before).toBe(before);
  });
});

describe('what a figure is shown beside', () => {
  it('is what the digest printed of it', () => {
    expect(printedOf(aDigest(), 'talks', 'week')).toBe(4);
    expect(printedOf(aDigest(), 'talks', 'year')).toBe(57);
    expect(printedOf(aDigest(), 'talks', 'since-start')).toBe(301);
    expect(printedOf(aDigest(), 'consults', 'week')).toBe(0);
  });

  it('is nothing without a digest, and for a row it did not have', () => {
    expect(printedOf(undefined, 'talks', 'week')).toBeUndefined();
    expect(printedOf(aDigest({ printed: { week: {} } }), 'talks', 'week')).toBeUndefined();
    expect(printedOf(aDigest(), 'reason:finance', 'week')).toBeUndefined();
  });

  it('comes from the digest that printed exactly that period', () => {
    expect(digestOf({ kind: 'week', week: '2026-W46' })).toEqual({
      week: '2026-W46',
      scope: 'week',
    });
    expect(digestOf({ kind: 'year', year: 2026 })).toEqual({ week: '2026-W53', scope: 'year' });
    expect(digestOf({ kind: 'year', year: 2027 })).toEqual({ week: '2027-W52', scope: 'year' });
    expect(digestOf({ kind: 'quarter', quarter: '2026-K4' })).toBeUndefined();
    expect(digestOf(SINCE_START)).toBeUndefined();
    expect(weekOfDay('2027-01-03')).toBe('2026-W53');
  });
});
