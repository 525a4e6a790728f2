import {
  fits,
  PLACES,
  placesIn,
  yearly,
  type Place,
  type Series,
  type Span,
  type Year,
} from './cells.js';
import {
  flowOf,
  shiftStep,
  wayThrough,
  type Breakdown,
  type Flow,
  type Shift,
  type Step,
} from './flow.js';

/** Everything issued of one total and its breakdowns in one year, and the numbers behind it. */
export interface Issues {
  /** The quarters of which anything was issued. */
  covered: Span;
  total: Series;
  breakdowns: readonly Breakdown[];
}

/** Other numbers that would have been issued the same way: how they differ from the true ones. */
export type Doubt = ReadonlyMap<Series, Year>;

/** A change of the total, or none, and how every breakdown can follow it. */
export interface Move {
  shift: Shift;
  /** In the order of the breakdowns. */
  follow: readonly Doubt[];
  flowOf: (breakdown: number) => Flow;
}

export const STILL: Shift = [0, 0, 0, 0];

/** None when a breakdown cannot follow. */
export function movesAlong(issues: Issues, shift: Shift): Move[] {
  const { covered, total, breakdowns } = issues;
  const flows = new Map<number, Flow>();
  const flowIn = (index: number) => {
    const flow =
      flows.get(index) ?? flowOf(at(breakdowns, index), { covered, total: total.numbers, shift });
    flows.set(index, flow);
    return flow;
  };
  const follow: Doubt[] = [];
  for (const [index, breakdown] of breakdowns.entries()) {
    const doubt = followed(breakdown, total, shift, () => flowIn(index));
    if (!doubt) return [];
    follow.push(doubt);
  }
  return [{ shift, follow, flowOf: flowIn }];
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
}

/** One quarter up, one down, or one of each. */
export function shiftsIn(covered: Span): Shift[] {
  const places = placesIn(covered);
  const either: (Place | undefined)[] = [...places, undefined];
  return either
    .flatMap((up) => either.map((down) => ({ up, down })))
    .filter(({ up, down }) => up !== down)
    .map(({ up, down }) => yearly((place) => Number(place === up) - Number(place === down)));
}

function followed(
  breakdown: Breakdown,
  total: Series,
  shift: Shift,
  flowIn: () => Flow,
): Doubt | undefined {
  const unchanged: Doubt = new Map();
  if (shift === STILL) return unchanged;
  if (stands(breakdown, total, shift, unchanged)) return unchanged;
  const step = shiftStep(shift);
  if (!step) return undefined;
  const flow = flowIn();
  const first = flow.steps.find((row) => row.from === step.to && isOverfull(row, total, shift));
  const from = first ? first.to : step.to;
  const way = wayThrough(flow, { from, to: step.from }, () => true);
  const doubt = way && doubtAlong(first ? [first, ...way] : way);
  return doubt && stands(breakdown, total, shift, doubt) ? doubt : undefined;
}

/** One fewer of a row that holds as many as the total, which shrinks. */
function isOverfull({ changes }: Step, total: Series, shift: Shift): boolean {
  if (changes?.by !== -1) return false;
  const { row, place } = changes;
  return shift[place] === -1 && row.numbers[place] === total.numbers[place];
}

export function doubtAlong(way: readonly Step[]): Doubt {
  const doubt = new Map<Series, Year>();
  for (const { changes } of way) {
    if (!changes) continue;
    const before = doubt.get(changes.row) ?? STILL;
    const after = yearly((place) => before[place] + (place === changes.place ? changes.by : 0));
    doubt.set(changes.row, after);
  }
  return doubt;
}

export function stands(breakdown: Breakdown, total: Series, shift: Shift, doubt: Doubt): boolean {
  const rows = [...breakdown.rows.values()];
  const before = { rows: rows.map(({ numbers }) => numbers), total: total.numbers };
  const after = {
    rows: rows.map((row) => moved(row, doubt.get(row) ?? STILL)),
    total: moved(total, shift),
  };
  return (
    rows.every((row, index) => !doubt.has(row) || fits(row, after.rows[index] ?? STILL)) &&
    PLACES.every((place) => agrees(breakdown, [before, after], place))
  );
}

interface RowsAndTotal {
  rows: readonly Year[];
  total: Year;
}

export function moved({ numbers }: Series, by: Year): Year {
  return yearly((place) => numbers[place] + by[place]);
}

/** Whether rows and total belong together in a quarter, as far as they truly do. */
function agrees(
  { addsUp }: Breakdown,
  [before, after]: readonly [RowsAndTotal, RowsAndTotal],
  place: Place,
): boolean {
  const [was, is] = [before, after].map(({ rows, total }) => ({
    over: rows.reduce((sum, row) => sum + row[place], 0) - total[place],
    most: Math.max(0, ...rows.map((row) => row[place])) - total[place],
  }));
  if (!was || !is) return false;
  if (addsUp) return was.over === is.over;
  return (was.over < 0 || is.over >= 0) && (was.most > 0 || is.most <= 0);
}
