import { ACTIVE_STATUSES, type Case, type EscalationStatus } from './case.js';

export const OWN_FILTERS = ['open', 'closed'] as const;
export type OwnFilter = (typeof OWN_FILTERS)[number];

/** What each filter shows; `none` was never escalated. */
export const STATUSES_OF = {
  open: ['none', ...ACTIVE_STATUSES],
  closed: ['closed', 'declined', 'withdrawn'],
} as const satisfies Record<OwnFilter, readonly (EscalationStatus | 'none')[]>;

/** The place of a case among others, newest last: its moment of opening, then its code. */
export function placeOf({ openedAt, code }: Case): string {
  return `${openedAt} ${code}`;
}

/** Some of many rows that stand in order. */
export interface Slice<T> {
  shown: T[];
  /** Rank of the first one, from 1. */
  first: number;
  /** Where the pages around it begin. */
  previous: string | undefined;
  next: string | undefined;
}

/** The page that begins at an index; the last one when that is -1: nothing stands so far down. */
export function slicePage<T>(
  rows: readonly T[],
  found: number,
  size: number,
  placeIn: (row: T) => string,
): Slice<T> {
  const start = found === -1 ? Math.max(0, rows.length - size) : found;
  const placeAt = (index: number) => {
    const there = rows[index];
    return there && placeIn(there);
  };
  return {
    shown: rows.slice(start, start + size),
    first: start + 1,
    previous: start === 0 ? undefined : placeAt(Math.max(0, start - size)),
    next: placeAt(start + size),
  };
}

export type Page = Omit<Slice<Case>, 'shown'> & { cases: Case[] };

/**
 * One page of cases that stand newest first, from the first one that is not newer than the place
 * `from`. Cases may have come or gone since: nothing is skipped, and past the end is the last page.
 */
export function pageOf(cases: readonly Case[], from: string | undefined, size: number): Page {
  const found = cases.findIndex((row) => from === undefined || placeOf(row) <= from);
  const { shown, ...around } = slicePage(cases, found, size, placeOf);
  return { cases: shown, ...around };
}
