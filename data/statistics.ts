import { ACTIVE_STATUSES, activeEscalation, type Case } from './case.js';
import type { Counts } from './counts.js';
import { eachOf } from './eachOf.js';
import {
  BELOW_ROWS,
  INDICATORS,
  type BelowRow,
  type Breakdown,
  type Duration,
  type Indicator,
} from './figureRows.js';
import { daysOf, type Period } from './periods.js';
import { instantOf, wholeDays, type DateTime } from './weeks.js';

/** Euros per prevented unintended pregnancy in the first year of life, from least to most (MKBA). */
export const BENEFITS = {
  'parenting-support': 6820,
  'foster-care': 17_570,
  'sheltered-living': 52_070,
} as const;
/** Euros per participant in a region's first four years (MKBA). */
export const COST_PER_PARTICIPANT = 322;
/** Euros per participant who chooses to postpone, about 80 % (MKBA). */
export const COST_PER_POSTPONING = 403;

/** How long something took, in whole days. */
export interface Durations {
  /** How many are known; those of erased cases are not. */
  n: number;
  median: number | undefined;
  /** Nine in ten took at most so long. */
  p90: number | undefined;
}

export interface Split {
  talks: number;
  escalations: number;
}

/** The figures of one period: what the card, the workbook and the terminal all show. */
export interface Statistics {
  /** First and last day, both inclusive; absent since the start. */
  days: { from: string; until: string } | undefined;
  indicators: Record<Indicator, number>;
  below: Record<BelowRow, number>;
  reasons: Record<string, number>;
  /** By id; only those with something to count. */
  municipalities: Record<string, Split>;
  organisationTypes: Record<string, Split>;
  domains: Record<string, Split>;
  phases: Record<string, Split>;
  participation: Record<string, number>;
  outcomes: Record<string, number>;
  results: Record<string, number>;
  toClaim: Durations;
  toClose: Durations;
  /** In euros; an estimate, and an upper bound. */
  benefits: { low: number; high: number };
  /** Known to lie in a week or quarter of which the period has a part only; in none of the above. */
  unplaced: Partial<Record<Indicator, number>>;
}

export function statisticsOf(counts: Counts, period: Period): Statistics {
  const numbers = (of: Breakdown) => numbersOf(counts, of, period);
  const split = (by: 'municipality' | 'type' | 'domain' | 'phase') =>
    splitOf(numbers(`talks:${by}`), numbers(`escalations:${by}`));
  return {
    days: daysOf(period),
    indicators: eachOf(INDICATORS, (row) => counts.sum(row, period)),
    below: eachOf(BELOW_ROWS, (row) => counts.sum(row, period)),
    reasons: numbers('reason'),
    municipalities: split('municipality'),
    organisationTypes: split('type'),
    domains: split('domain'),
    phases: split('phase'),
    participation: numbers('escalations:participation'),
    outcomes: numbers('outcome'),
    results: numbers('result'),
    toClaim: durationsOf(counts, 'claim-days', period),
    toClose: durationsOf(counts, 'close-days', period),
    benefits: benefitsOf(counts, period),
    unplaced: unplacedIn(counts, period),
  };
}

function numbersOf(counts: Counts, of: Breakdown, period: Period): Record<string, number> {
  return Object.fromEntries(counts.each(`${of}:`, period).map(({ id, n }) => [id, n]));
}

function splitOf(
  talks: Record<string, number>,
  escalations: Record<string, number>,
): Record<string, Split> {
  const ids = [...new Set([...Object.keys(talks), ...Object.keys(escalations)])].sort();
  return eachOf(ids, (id) => ({ talks: talks[id] ?? 0, escalations: escalations[id] ?? 0 }));
}

function durationsOf(counts: Counts, of: Duration, period: Period): Durations {
  const rows = counts
    .each(`${of}:`, period)
    .map(({ id, n }) => ({ days: Number(id), n }))
    .sort((one, other) => one.days - other.days);
  return rankedOf(rows);
}

interface DaysRow {
  days: number;
  n: number;
}

/** @param rows in the order of their days */
function rankedOf(rows: readonly DaysRow[]): Durations {
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  return { n, median: nearestRank(rows, 5 * n), p90: nearestRank(rows, 9 * n) };
}

/**
 * The smallest number of days within which at least so many tenths of one lie: whole numbers, so
 * that nothing is rounded. Nothing when there are none.
 */
function nearestRank(rows: readonly DaysRow[], tenths: number): number | undefined {
  let seen = 0;
  for (const { days, n } of rows) {
    seen += n;
    if (seen * 10 >= tenths) return days;
  }
  return undefined;
}

/** How long work that is not finished has been waiting since it was escalated, in whole days. */
export type Ages = Record<(typeof ACTIVE_STATUSES)[number], Durations>;

export function agesOf(cases: readonly Case[], now: DateTime): Ages {
  const active = cases.flatMap((subject) => activeEscalation(subject) ?? []);
  const until = instantOf(now);
  return eachOf(ACTIVE_STATUSES, (status) => {
    const days = active
      .filter(({ state }) => state.status === status)
      .map(({ at }) => wholeDays(at, until))
      .sort((one, other) => one - other);
    return rankedOf(days.map((one) => ({ days: one, n: 1 })));
  });
}

/** Every realised contraception as one prevented pregnancy. */
function benefitsOf(counts: Counts, period: Period): { low: number; high: number } {
  const realised =
    counts.sum('partner-contraception', period) + counts.sum('escalated-contraception', period);
  const each = Object.values(BENEFITS);
  return { low: realised * Math.min(...each), high: realised * Math.max(...each) };
}

function unplacedIn(counts: Counts, period: Period): Partial<Record<Indicator, number>> {
  const rows = INDICATORS.map((row) => [row, counts.unplaced(row, period)] as const);
  return Object.fromEntries(rows.filter(([, n]) => n !== 0));
}
