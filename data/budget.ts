import { currentEscalation, type Case } from './case.js';
import type { Counts } from './counts.js';
import type { Period } from './periods.js';
import type { Region } from './region.js';
import { dayOf, type DateTime } from './weeks.js';

/** The most a coordinator can ask for or grant in one case: € 100.000. */
export const MOST_CENTS = 10_000_000;

/** What a municipality has in a calendar year, and how much of it was asked and granted, in cents. */
export interface Budget {
  municipality: string;
  year: number;
  budget: number;
  asked: number;
  granted: number;
  /** Below zero when more was granted than there is. */
  left: number;
}

/** Nothing when the region file has no budget for that municipality and year. */
export function budgetOf(
  { municipalities }: Region,
  counts: Counts,
  municipality: string,
  year: number,
): Budget | undefined {
  const budgets = municipalities.find(({ id }) => id === municipality)?.budgets ?? [];
  const found = budgets.find((row) => row.year === year);
  if (!found) return undefined;
  const scope = { kind: 'calendar-year', year } as const;
  const budget = found.euros * 100;
  const asked = counts.sum(`finance-asked:${municipality}`, scope);
  const granted = counts.sum(`finance-granted:${municipality}`, scope);
  return { municipality, year, budget, asked, granted, left: budget - granted };
}

/** Calendar year in which something asked now is paid. */
export const budgetYear = (now: DateTime) => Number(dayOf(now).slice(0, 'YYYY'.length));

/** What the case is charged to, or would be; nothing when no money is asked for it. */
export function payerOf(
  subject: Case,
  now: DateTime,
): { municipality: string; period: Extract<Period, { kind: 'calendar-year' }> } | undefined {
  const current = currentEscalation(subject);
  if (!current?.reasons.includes('finance')) return undefined;
  const { chargedTo = subject.municipality, year = budgetYear(now) } = current.lanes.finance ?? {};
  return { municipality: chargedTo, period: { kind: 'calendar-year', year } };
}
