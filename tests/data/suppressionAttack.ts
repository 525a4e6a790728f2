import type { Cell } from '../../data/suppression/cells.js';
import {
  ISSUED_BREAKDOWN_IDS,
  ISSUED_BREAKDOWNS,
  type Issue,
  type IssuedTotal,
  type Quarters,
} from '../../data/suppression/report.js';
import type { Quarter } from '../../data/weeks.js';

/** Σ factor × number of each name. */
type Sum = ReadonlyMap<string, bigint>;

/** What a reader writes down: `sum = value`, or `least ≤ sum ≤ most`. */
export interface Line {
  sum: Sum;
  least: bigint;
  most: bigint | undefined;
}

/** A number that a reader should not find. */
export interface Target {
  name: string;
  sum: Sum;
}

export interface Found {
  name: string;
  value: bigint;
}

/** What a reader knows of one total and its breakdowns from everything that was issued. */
export interface Notes {
  lines: readonly Line[];
  /** The same once more for what a report covers as a whole; nothing new, but closer bounds. */
  wholes: readonly Line[];
  targets: readonly Target[];
}

const atom = (row: string, quarter: Quarter) => `${row}@${quarter}`;
const sumOver = (rows: readonly string[], quarters: readonly Quarter[], factor = 1n): Sum =>
  new Map(rows.flatMap((row) => quarters.map((quarter) => [atom(row, quarter), factor])));
const exactly = (sum: Sum, value: bigint): Line => ({ sum, least: value, most: value });
const plus = (one: Sum, other: Sum): Sum => new Map([...one, ...other]);

/** Shown numbers, marks and what is known of each breakdown; the true numbers are not looked at. */
export function notesOn(total: IssuedTotal, issues: readonly Issue[]): Notes {
  const ids = ISSUED_BREAKDOWN_IDS.filter((id) => ISSUED_BREAKDOWNS[id].of === total);
  const quarters = [...new Set(issues.flatMap((issue) => issue.quarters))].sort();
  const series = [
    { row: total, cells: issues.map((issue) => ({ issue, cell: issue.shown.totals[total] })) },
    ...ids.flatMap((id) =>
      [...new Set(issues.flatMap(({ shown }) => Object.keys(shown.breakdowns[id])))].map(
        (name) => ({
          row: `${id}/${name}`,
          cells: issues.flatMap((issue) => {
            const cell = issue.shown.breakdowns[id][name];
            return cell === undefined ? [] : [{ issue, cell }];
          }),
        }),
      ),
    ),
  ];
  const rowsOf = (id: string) =>
    series.map(({ row }) => row).filter((row) => row.startsWith(`${id}/`));
  return {
    lines: [
      ...series.flatMap(({ row, cells }) =>
        cells.map(({ issue, cell }) => lineOf(sumOver([row], issue.quarters), cell)),
      ),
      ...ids.flatMap((id) =>
        quarters.flatMap((quarter) => structureOf(id, rowsOf(id), total, quarter)),
      ),
    ],
    wholes: issues.flatMap(({ quarters: covered, shown }) => {
      if (covered.length === 1) return [];
      const whole = covered.join('+') as Quarter;
      const rows = series.filter(
        ({ row, cells }) => row === total || cells.some((one) => one.issue.shown === shown),
      );
      return [
        ...rows.map(({ row }) =>
          exactly(plus(sumOver([row], covered), sumOver([row], [whole], -1n)), 0n),
        ),
        ...ids.flatMap((id) =>
          structureOf(
            id,
            rowsOf(id).filter((row) => rows.some((one) => one.row === row)),
            total,
            whole,
          ),
        ),
      ];
    }),
    targets: series.flatMap(({ row, cells }) =>
      cells
        .filter(({ cell }) => typeof cell !== 'number')
        .map(({ issue }) => ({
          name: `${row} in ${issue.quarters.join('+')}`,
          sum: sumOver([row], issue.quarters),
        })),
    ),
  };
}

function lineOf(sum: Sum, cell: Cell): Line {
  if (typeof cell === 'number') return exactly(sum, BigInt(cell));
  return {
    sum,
    least: cell === 'withheld' ? 10n : 0n,
    most: cell === 'below-ten' ? 9n : undefined,
  };
}

/** In each quarter rows make the total, or have each at most the total and together at least. */
function structureOf(
  id: (typeof ISSUED_BREAKDOWN_IDS)[number],
  rows: readonly string[],
  total: IssuedTotal,
  quarter: Quarter,
): Line[] {
  if (rows.length === 0) return [];
  const minusTotal = sumOver([total], [quarter], -1n);
  const over = plus(sumOver(rows, [quarter]), minusTotal);
  if (ISSUED_BREAKDOWNS[id].addsUp) return [exactly(over, 0n)];
  const under = rows.map((row) => ({
    sum: plus(sumOver([total], [quarter]), sumOver([row], [quarter], -1n)),
    least: 0n,
    most: undefined,
  }));
  return [{ sum: over, least: 0n, most: undefined }, ...under];
}

/** Small numbers of any quarters together, issued or not; for the marking only, with true numbers. */
export function smallTargets(total: IssuedTotal, issues: readonly Issue[]): Target[] {
  const frozen = frozenIn(issues);
  const quarters = (Object.keys(frozen) as Quarter[]).sort();
  const subsets = quarters.reduce<Quarter[][]>(
    (all, quarter) => [...all, ...all.map((some) => [...some, quarter])],
    [[]],
  );
  return rowsIn(total, frozen).flatMap(({ row, numberIn }) =>
    subsets
      .filter((some) => some.length > 0)
      .filter((some) => some.reduce((sum, quarter) => sum + numberIn(quarter), 0) < 10)
      .map((some) => ({ name: `${row} in ${some.join('+')}`, sum: sumOver([row], some) })),
  );
}

/** What a sum truly is. */
export function trueValue({ sum }: Target, total: IssuedTotal, issues: readonly Issue[]): bigint {
  const frozen = frozenIn(issues);
  const numbers = new Map(
    rowsIn(total, frozen).flatMap(({ row, numberIn }) =>
      (Object.keys(frozen) as Quarter[]).map((quarter) => [atom(row, quarter), numberIn(quarter)]),
    ),
  );
  return [...sum].reduce((all, [name, by]) => all + by * BigInt(numbers.get(name) ?? 0), 0n);
}

function frozenIn(issues: readonly Issue[]): Quarters {
  return issues.reduce<Quarters>((all, { frozen }) => ({ ...all, ...frozen }), {});
}

function rowsIn(total: IssuedTotal, frozen: Quarters) {
  const ids = ISSUED_BREAKDOWN_IDS.filter((id) => ISSUED_BREAKDOWNS[id].of === total);
  const reports = Object.values(frozen).filter((report) => report !== undefined);
  return [
    { row: total as string, numberIn: (quarter: Quarter) => frozen[quarter]?.totals[total] ?? 0 },
    ...ids.flatMap((id) =>
      [...new Set(reports.flatMap(({ breakdowns }) => Object.keys(breakdowns[id])))].map(
        (name) => ({
          row: `${id}/${name}`,
          numberIn: (quarter: Quarter) => frozen[quarter]?.breakdowns[id][name] ?? 0,
        }),
      ),
    ),
  ];
}
