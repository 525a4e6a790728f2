import { z } from 'zod/v4';
import type { Counts } from './counts.js';
import { BELOW_ROWS, INDICATORS, type Indicator } from './figureRows.js';
import { SINCE_START, weekAt, type Period } from './periods.js';
import {
  dateAfter,
  dayOf,
  daysOfWeek,
  instant,
  instantOf,
  weekOfDay,
  weeksOf,
  yearOf,
  ZONE,
  type DateTime,
  type Week,
} from './weeks.js';

/** Every row a digest prints. */
export const DIGEST_ROWS = [...INDICATORS, ...BELOW_ROWS] as const;
export type DigestRow = (typeof DIGEST_ROWS)[number];

/** The week itself, and what had come together by the end of it. */
export const DIGEST_SCOPES = ['week', 'year', 'since-start'] as const;
export type DigestScope = (typeof DIGEST_SCOPES)[number];

/** A row that did not exist yet when it was printed is absent; one that was zero is 0. */
const numbersSchema = z.partialRecord(z.enum(DIGEST_ROWS), z.int());
type Numbers = z.infer<typeof numbersSchema>;

/**
 * What a region was told of one ISO week, for good: figures go on changing, this does not. Numbers
 * only, so that it stays when cases are erased. There is one per region and week.
 */
export const digestSchema = z.object({
  region: z.string(),
  week: z.templateLiteral([z.number(), '-W', z.string()]),
  version: z.int().positive(),
  at: instant,
  printed: z.object({ week: numbersSchema, year: numbersSchema, 'since-start': numbersSchema }),
  /** The week before, as its figures stood then. */
  before: numbersSchema,
});
export type Digest = z.infer<typeof digestSchema>;

/** `hollands-midden/2026-W46` */
export function digestKey({ region, week }: Pick<Digest, 'region' | 'week'>): string {
  return `${region}/${week}`;
}

const MONDAY = 1;
const DUE_AT_HOUR = 7;

/** The ISO week that ended last. */
function lastEnded(now: DateTime): Week {
  return weekOfDay(dateAfter(dayOf(now), { weeks: -1 }));
}

/**
 * The week that ended last, from Monday 07:00 in the programme's zone; nothing before that hour. What
 * was missed before that week is not made up for.
 */
export function digestDue(now: DateTime): Week | undefined {
  const { weekday, hour } = now.setZone(ZONE);
  return weekday === MONDAY && hour < DUE_AT_HOUR ? undefined : lastEnded(now);
}

/** A digest is news until the next week has ended; whoever it has not reached by then gets that one. */
export function isNews({ week }: Pick<Digest, 'week'>, now: DateTime): boolean {
  // Not `===`: a clock that was put back does not silence one that is still to be told.
  return week >= lastEnded(now);
}

/** Of which a digest made now needs the figures. */
export function digestPeriods(now: DateTime): readonly Period[] {
  const { ended, before, running, year } = periodsAt(now);
  return [ended, before, running, year, SINCE_START];
}

function periodsAt(now: DateTime) {
  const week = lastEnded(now);
  return {
    ended: { kind: 'week', week },
    before: { kind: 'week', week: weekBefore(week) },
    running: weekAt(now),
    year: { kind: 'year', year: yearOf(week) },
  } as const;
}

function weekBefore(week: Week): Week {
  return weekOfDay(dateAfter(daysOfWeek(week).from, { days: -1 }));
}

/** Nothing as long as nothing at all was counted by the end of the week. */
export function newDigest(region: string, counts: Counts, now: DateTime): Digest | undefined {
  const { ended, before, running, year } = periodsAt(now);
  const runsInYear = yearOf(running.week) === year.year;
  const numbers = (number: (row: DigestRow) => number): Numbers =>
    Object.fromEntries(DIGEST_ROWS.map((row) => [row, number(row)]));
  const since = (row: DigestRow) => counts.sum(row, SINCE_START) - counts.sum(row, running);
  if (DIGEST_ROWS.every((row) => since(row) === 0)) return undefined;
  return {
    region,
    week: lastEnded(now),
    version: 1,
    at: instantOf(now),
    printed: {
      week: numbers((row) => counts.sum(row, ended)),
      // What is counted in the week that runs by now is for the next digest.
      year: numbers((row) => counts.sum(row, year) - (runsInYear ? counts.sum(row, running) : 0)),
      'since-start': numbers(since),
    },
    before: numbers((row) => counts.sum(row, before)),
  };
}

export interface Change {
  row: Indicator;
  n: number;
  was: number;
}

/** What a digest says first. */
export interface WhatChanged {
  week: Week;
  before: Week;
  /** In the programme's order; none when both weeks were alike. */
  changes: Change[];
  /** Whether any of the eight rows counted something that week. */
  isEmpty: boolean;
}

/** The eight rows of the week against the week before. */
export function whatChanged({ week, printed, before }: Digest): WhatChanged {
  const rows = INDICATORS.map((row) => ({
    row,
    n: printed.week[row] ?? 0,
    was: before[row] ?? 0,
  }));
  return {
    week,
    before: weekBefore(week),
    changes: rows.filter(({ n, was }) => n !== was),
    isEmpty: rows.every(({ n }) => n === 0),
  };
}

/** What a digest printed of a row; nothing when there is no digest or it did not have that row. */
export function printedOf(
  digest: Pick<Digest, 'printed'> | undefined,
  row: string,
  scope: DigestScope,
): number | undefined {
  const numbers: Partial<Record<string, number>> | undefined = digest?.printed[scope];
  return numbers?.[row];
}

/** Which digest printed exactly this period: a week its own, a whole year that of its last week. */
export function digestOf(period: Period): { week: Week; scope: DigestScope } | undefined {
  if (period.kind === 'week') return { week: period.week, scope: 'week' };
  const last = period.kind === 'year' ? weeksOf(period.year).at(-1) : undefined;
  return last && { week: last, scope: 'year' };
}
