import { bitOf, PLACES, yearly, type Place, type Series } from './cells.js';
import type { Issues } from './moves.js';
import { quarterAt, spanOf } from './periods.js';
import {
  ISSUED_BREAKDOWN_IDS,
  ISSUED_BREAKDOWNS,
  type Issue,
  type IssuedBreakdown,
  type IssuedTotal,
  type Quarters,
  type Report,
} from './report.js';

/** Half-years and years end with the year, so that one year is issued without regard to another. */
export interface YearOfIssues {
  year: number;
  earlier: readonly Issue[];
  /** True numbers of every quarter issued, also of the new report. */
  frozen: Quarters;
}

/** Of one total and its breakdowns; what was issued of other totals tells nothing of these. */
export function issuesOf(total: IssuedTotal, known: YearOfIssues): Issues {
  const ids = ISSUED_BREAKDOWN_IDS.filter(
    (id) => ISSUED_BREAKDOWNS[id].of === total && rowsOf(known, id).length > 0,
  );
  return {
    covered: bitsOf(PLACES.filter((place) => reportAt(known, place))),
    total: seriesOf(known, ({ totals }) => totals[total]),
    breakdowns: ids.map((id) => ({
      id,
      addsUp: ISSUED_BREAKDOWNS[id].addsUp,
      rows: new Map(
        rowsOf(known, id).map((row) => [
          row,
          seriesOf(known, ({ breakdowns }) => breakdowns[id][row]),
        ]),
      ),
    })),
  };
}

function reportAt({ year, frozen }: YearOfIssues, place: Place): Report<number> | undefined {
  return frozen[quarterAt(year, place)];
}

const bitsOf = (places: readonly Place[]) =>
  places.reduce<number>((span, place) => span | bitOf(place), 0);

function rowsOf(known: YearOfIssues, id: IssuedBreakdown): string[] {
  const rows = PLACES.flatMap((place) => Object.keys(reportAt(known, place)?.breakdowns[id] ?? {}));
  return [...new Set(rows)].sort();
}

function seriesOf(known: YearOfIssues, at: <T>(report: Report<T>) => T | undefined): Series {
  const numberAt = (place: Place) => {
    const report = reportAt(known, place);
    return report && at(report);
  };
  return {
    numbers: yearly((place) => numberAt(place) ?? 0),
    none: bitsOf(PLACES.filter((place) => reportAt(known, place) && numberAt(place) === undefined)),
    issued: new Map(
      known.earlier.flatMap(({ quarters, shown }) => {
        const cell = at(shown);
        return cell === undefined ? [] : [[spanOf(quarters), cell] as const];
      }),
    ),
  };
}
