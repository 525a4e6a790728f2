import type { Case, EscalationStatus } from './case.js';

export const OWN_FILTERS = ['open', 'closed'] as const;
export type OwnFilter = (typeof OWN_FILTERS)[number];

/** What each filter shows; `none` was never escalated. */
export const STATUSES_OF = {
  open: ['none', 'open', 'claimed'],
  closed: ['closed', 'declined', 'withdrawn'],
} as const satisfies Record<OwnFilter, readonly (EscalationStatus | 'none')[]>;

/** The place of a case among others, newest last: its moment of opening, then its code. */
export function placeOf({ openedAt, code }: Case): string {
  return `${openedAt} ${code}`;
}

export interface Page {
  cases: Case[];
  /** Rank of the first one, from 1. */
  first: number;
  /** Where the pages around it begin. */
  previous: string | undefined;
  next: string | undefined;
}

/**
 * One page of cases that stand newest first, from the first one that is not newer than the place
 * `from`. Cases may have come or gone since: nothing is skipped, and past the end is the last page.
 */
export function pageOf(cases: readonly Case[], from: string | undefined, size: number): Page {
  const found = cases.findIndex((row) => from === undefined || placeOf(row) <= from);
  const start = found === -1 ? Math.max(0, cases.length - size) : found;
  const placeAt = (index: number) => {
    const there = cases[index];
    return there && placeOf(there);
  };
  return {
    cases: cases.slice(start, start + size),
    first: start + 1,
    previous: start === 0 ? undefined : placeAt(Math.max(0, start - size)),
    next: placeAt(start + size),
  };
}
