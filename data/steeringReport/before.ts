import { COUNTED_ROWS, type CountedRow } from '../figureRows.js';
import { eachOf } from '../eachOf.js';
import type { Region } from '../region.js';
import type { Quarter } from '../weeks.js';
import { quartersBefore } from './periods.js';
import type { IssuedReport } from './record.js';

type Covering = Pick<IssuedReport, 'quarters'>;

/**
 * What was done before a report begins, told by earlier reports only: a number that none of them
 * showed would tell, beside theirs, what they hid.
 */
export function doneBefore(
  region: Region,
  start: Quarter,
  issued: readonly IssuedReport[],
): IssuedReport['before'] {
  const quarters = quartersBefore(region, start);
  return eachOf(COUNTED_ROWS, (row) => {
    const told = coveringMost(
      issued.filter((report) => isBefore(report, start) && shownOf(report, row) !== undefined),
    );
    return {
      n: told.reduce((sum, report) => sum + (shownOf(report, row) ?? 0), 0),
      isComplete: quarters.every((quarter) => isCovered(quarter, told)),
    };
  });
}

/** The quarters since the start on which there is no report, whatever it showed. */
export function notReported(
  region: Region,
  start: Quarter,
  issued: readonly Covering[],
): Quarter[] {
  return quartersBefore(region, start).filter((quarter) => !isCovered(quarter, issued));
}

function shownOf({ shown }: IssuedReport, row: CountedRow): number | undefined {
  const cell = shown.totals[row];
  return typeof cell === 'number' ? cell : undefined;
}

const isBefore = ({ quarters }: Covering, start: Quarter) =>
  quarters.every((quarter) => quarter < start);

const isCovered = (quarter: Quarter, reports: readonly Covering[]) =>
  reports.some(({ quarters }) => quarters.includes(quarter));

/** No quarter twice. Two reports overlap only when one lies within the other, so the longest first. */
function coveringMost(reports: readonly IssuedReport[]): IssuedReport[] {
  const chosen: IssuedReport[] = [];
  for (const report of [...reports].sort((a, b) => b.quarters.length - a.quarters.length)) {
    if (!report.quarters.some((quarter) => isCovered(quarter, chosen))) chosen.push(report);
  }
  return chosen;
}
