import { eachOf } from '../eachOf.js';
import { COUNTED_ROWS, type Breakdown } from '../figureRows.js';
import type { Cell } from './cells.js';
import type { Quarter } from '../weeks.js';

/** Totals that leave the region; `closed` is what the outcomes add up to. */
export const ISSUED_TOTALS = [...COUNTED_ROWS, 'closed'] as const;
export type IssuedTotal = (typeof ISSUED_TOTALS)[number];

/** Breakdowns that leave the region, never crossed with each other. */
export const ISSUED_BREAKDOWNS = {
  'talks:municipality': { of: 'talks', addsUp: true },
  'escalations:municipality': { of: 'escalations', addsUp: true },
  'escalations:type': { of: 'escalations', addsUp: true },
  /** An escalation has one reason or more. */
  reason: { of: 'escalations', addsUp: false },
  outcome: { of: 'closed', addsUp: true },
} as const satisfies Partial<Record<Breakdown, { of: IssuedTotal; addsUp: boolean }>>;
export type IssuedBreakdown = keyof typeof ISSUED_BREAKDOWNS;
export const ISSUED_BREAKDOWN_IDS = Object.keys(ISSUED_BREAKDOWNS) as IssuedBreakdown[];

/** Something for each total and for each row of each breakdown. */
export interface Report<T> {
  totals: Record<IssuedTotal, T>;
  breakdowns: Record<IssuedBreakdown, Record<string, T>>;
}

/** True numbers by quarter. */
export type Quarters = Partial<Record<Quarter, Report<number>>>;

export const eachTotal = <T>(of: (id: IssuedTotal) => T) => eachOf(ISSUED_TOTALS, of);

export function reportOf<T>(
  total: (id: IssuedTotal) => T,
  rows: (id: IssuedBreakdown) => Record<string, T>,
): Report<T> {
  return { totals: eachTotal(total), breakdowns: eachOf(ISSUED_BREAKDOWN_IDS, rows) };
}

/** A report as it was issued. */
export interface Issue {
  /** What it covers, in order. */
  quarters: readonly Quarter[];
  shown: Report<Cell>;
  /** Stays in the region: the true numbers of these quarters, as they were first issued. */
  frozen: Quarters;
}
