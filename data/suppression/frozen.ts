import {
  ISSUED_BREAKDOWN_IDS,
  ISSUED_BREAKDOWNS,
  reportOf,
  type IssuedBreakdown,
  type Quarters,
  type Report,
} from './report.js';
import type { Quarter } from '../weeks.js';

/**
 * The quarters as they were first issued: what was entered late stays inside the region, so that
 * reports on the same quarters agree and their difference tells of nobody. In quarters issued for
 * the first time every row has a number.
 */
export function freeze(
  quarters: readonly Quarter[],
  numbers: Quarters,
  frozen: Quarters,
): Quarters {
  const known = quarters.map((quarter) => {
    const report = frozen[quarter] ?? numbers[quarter];
    if (!report) throw new Error(`no numbers of ${quarter}`);
    return { quarter, report };
  });
  const reports = known.map(({ report }) => report);
  return Object.fromEntries(
    known.map(({ quarter, report }) => [
      quarter,
      frozen[quarter] ?? checked(quarter, withEveryRow(report, reports)),
    ]),
  );
}

function withEveryRow(report: Report<number>, reports: readonly Report<number>[]): Report<number> {
  const rowsOf = (id: IssuedBreakdown) =>
    [...new Set(reports.flatMap(({ breakdowns }) => Object.keys(breakdowns[id])))].sort();
  return reportOf(
    (id) => report.totals[id],
    (id) => Object.fromEntries(rowsOf(id).map((row) => [row, report.breakdowns[id][row] ?? 0])),
  );
}

function checked(quarter: Quarter, report: Report<number>): Report<number> {
  for (const id of ISSUED_BREAKDOWN_IDS) {
    const { of, addsUp } = ISSUED_BREAKDOWNS[id];
    const sum = Object.values(report.breakdowns[id]).reduce((all, n) => all + n, 0);
    if (addsUp && sum !== report.totals[of])
      throw new Error(`${id} of ${quarter}: ${sum}, not ${report.totals[of]}`);
  }
  return report;
}
