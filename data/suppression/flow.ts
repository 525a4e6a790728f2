import {
  allows,
  bitOf,
  placesIn,
  PLACES,
  sumIn,
  type Place,
  type Series,
  type Span,
  type Year,
} from './cells.js';

/**
 * A breakdown through a year as water through pipes: each row flows from the source to its halves of
 * the year and on to its quarters, where all rows come together in that quarter's total. One more
 * here and one fewer there, so that everything issued stays as it is, is a way round through pipes
 * that are not full and, backwards, through pipes that are not empty.
 */
export interface Flow {
  steps: readonly Step[];
  /** Indexes of steps, by the node they leave. */
  leaving: readonly (readonly number[])[];
}

/** One more (or fewer) through one pipe. */
export interface Step {
  from: number;
  to: number;
  /** Only where a row enters a quarter does a number change. */
  changes?: { row: Series; place: Place; by: 1 | -1 };
}

export interface Ends {
  from: number;
  to: number;
}

/** One more, one fewer or the same, in each quarter. */
export type Shift = Year;

export interface Breakdown {
  id: string;
  /** Otherwise one person may be in several rows, and is in one at least. */
  addsUp: boolean;
  rows: ReadonlyMap<string, Series>;
}

const SOURCE = 0;
const quarterNode = (place: Place) => 1 + place;
const rowNode = (row: number) => 1 + PLACES.length + 3 * row;

/** @param shift what the total may change by along the way; at most one quarter up and one down */
export function flowOf(
  { rows, addsUp }: Breakdown,
  { covered, total, shift }: { covered: Span; total: Year; shift: Shift },
): Flow {
  const places = placesIn(covered);
  const most = (place: Place) => (addsUp ? Infinity : total[place] + shift[place]);
  const all = [...rows.values()];
  const steps = [
    ...all.flatMap((row, index) => stepsOfRow(row, rowNode(index), places, most)),
    ...(addsUp ? [] : places.flatMap((place) => stepsOfOverlap(all, place, total[place]))),
  ];
  return { steps, leaving: byNode(steps, rowNode(all.length)) };
}

const YEAR = 0b1111;
const HALVES = [0b0011, 0b1100] as const;

function stepsOfRow(
  row: Series,
  node: number,
  places: readonly Place[],
  most: (place: Place) => number,
): Step[] {
  return [
    ...bothWays(SOURCE, node, row, YEAR),
    ...HALVES.flatMap((half, index) => bothWays(node, node + 1 + index, row, half)),
    ...places.flatMap((place) => stepsOfQuarter(row, place, node, most(place))),
  ];
}

function stepsOfQuarter(row: Series, place: Place, node: number, most: number): Step[] {
  if ((row.none & bitOf(place)) !== 0) return [];
  const from = node + (place < 2 ? 1 : 2);
  return bothWays(from, quarterNode(place), row, bitOf(place), most).map((step) => ({
    ...step,
    changes: { row, place, by: step.from === from ? 1 : -1 },
  }));
}

function bothWays(from: number, to: number, row: Series, span: Span, most = Infinity): Step[] {
  const [n, cell] = [sumIn(row.numbers, span), row.issued.get(span)];
  return [
    ...(n < most && allows(cell, n + 1) ? [{ from, to }] : []),
    ...(allows(cell, n - 1) ? [{ from: to, to: from }] : []),
  ];
}

/** Rows that hold more than the total may hold more still, and fewer until nobody is in two rows. */
function stepsOfOverlap(rows: readonly Series[], place: Place, total: number): Step[] {
  const over = rows.reduce((sum, { numbers }) => sum + numbers[place], 0) - total;
  const [from, to] = [SOURCE, quarterNode(place)];
  return [{ from: to, to: from }, ...(over > 0 ? [{ from, to }] : [])];
}

/** A total that grows lets more out; one that shrinks leaves more inside. */
export function shiftStep(shift: Shift): Ends | undefined {
  const [up, down] = [shift.indexOf(1), shift.indexOf(-1)];
  if (up < 0 && down < 0) return undefined;
  return { from: up < 0 ? SOURCE : 1 + up, to: down < 0 ? SOURCE : 1 + down };
}

function byNode(steps: readonly Step[], nodes: number): number[][] {
  const leaving = Array.from({ length: nodes }, (): number[] => []);
  steps.forEach(({ from }, index) => leaving[from]?.push(index));
  return leaving;
}

/** The shortest way, over steps that may be used. */
export function wayThrough(
  { steps, leaving }: Flow,
  { from, to }: Ends,
  mayUse: (step: Step) => boolean,
): Step[] | undefined {
  const reachedBy = new Map<number, Step | undefined>([[from, undefined]]);
  for (const node of reachedBy.keys()) {
    if (node === to) return wayBack(reachedBy, to);
    for (const index of leaving[node] ?? []) {
      const step = steps[index];
      if (step && !reachedBy.has(step.to) && mayUse(step)) reachedBy.set(step.to, step);
    }
  }
  return undefined;
}

function wayBack(reachedBy: ReadonlyMap<number, Step | undefined>, to: number): Step[] {
  const way: Step[] = [];
  for (let step = reachedBy.get(to); step; step = reachedBy.get(step.from)) way.unshift(step);
  return way;
}
