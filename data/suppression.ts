import type { Period } from './periods.js';
import type { Cell, Span } from './suppression/cells.js';
import { withReport } from './suppression/choice.js';
import type { Breakdown } from './suppression/flow.js';
import { freeze } from './suppression/frozen.js';
import { coveredBy, daysSpanned, spanOf } from './suppression/periods.js';
import {
  eachTotal,
  ISSUED_BREAKDOWNS,
  reportOf,
  type Issue,
  type Quarters,
  type Report,
} from './suppression/report.js';
import { issuesOf, type YearOfIssues } from './suppression/year.js';
import { dayOf, yearOf, type DateTime } from './weeks.js';

export type Issued<I extends Issue> =
  | { kind: 'issued'; issue: Issue }
  /** A report on this period was issued before, and stays as it is. */
  | { kind: 'issued-before'; issue: I }
  | { kind: 'refused'; why: 'not-whole-quarters' | 'not-ended' };

export interface ReportRequest<I extends Issue> {
  period: Period;
  /** Of every quarter of the period; those that were issued before are taken as they were then. */
  numbers: Quarters;
  /** Every report of the region that was issued before. */
  earlier: readonly I[];
  now: DateTime;
}

/** Throws when a quarter is missing, or rows do not add up where they should. */
export function issueReport<I extends Issue>({
  period,
  numbers,
  earlier,
  now,
}: ReportRequest<I>): Issued<I> {
  const covered = coveredBy(period);
  if (!covered) return { kind: 'refused', why: 'not-whole-quarters' };
  const { year, quarters } = covered;
  if (daysSpanned(quarters).until >= dayOf(now)) return { kind: 'refused', why: 'not-ended' };
  const ofYear = earlier.filter((issue) => issue.quarters.some((one) => yearOf(one) === year));
  const same = ofYear.find((issue) => issue.quarters.join() === quarters.join());
  if (same) return { kind: 'issued-before', issue: same };
  const before = ofYear.reduce<Quarters>((all, { frozen }) => ({ ...all, ...frozen }), {});
  const frozen = freeze(quarters, numbers, before);
  const known = { year, earlier: ofYear, frozen: { ...before, ...frozen } };
  return { kind: 'issued', issue: { quarters, shown: shownOf(known, spanOf(quarters)), frozen } };
}

function shownOf(known: YearOfIssues, span: Span): Report<Cell> {
  const issues = eachTotal((total) => withReport(issuesOf(total, known), span));
  return reportOf(
    (id) => issues[id].total.issued.get(span) ?? 'not-given',
    (id) =>
      cellsOf(
        issues[ISSUED_BREAKDOWNS[id].of].breakdowns.find((row) => row.id === id),
        span,
      ),
  );
}

/** Not of a row that the breakdown did not have in any of the quarters. */
function cellsOf(breakdown: Breakdown | undefined, span: Span): Record<string, Cell> {
  const rows = [...(breakdown?.rows ?? [])].flatMap(([row, { issued }]) => {
    const cell = issued.get(span);
    return cell === undefined ? [] : [[row, cell] as const];
  });
  return Object.fromEntries(rows);
}
