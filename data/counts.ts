import type { Contribution, Row, RowPrefix } from './figureRows.js';
import { periodKey, quartersOfHalf, weeksOfQuarter, type Period } from './periods.js';
import {
  dateAfter,
  daysOfWeek,
  quarterOf,
  weekOfDay,
  yearOf,
  type Quarter,
  type Week,
} from './weeks.js';

/** Numbers by row in the periods they were asked for. */
export class Counts {
  readonly #periods: ReadonlyMap<string, PeriodCounts>;

  constructor(periods: ReadonlyMap<string, PeriodCounts> = new Map()) {
    this.#periods = periods;
  }

  /** Throws for a period that was not asked for. */
  sum(row: Row, period: Period): number {
    return this.#in(period).rows.get(row) ?? 0;
  }

  /** What is known to lie in a week or a quarter of which only a part was asked for. */
  unplaced(row: Row, period: Period): number {
    return this.#in(period).unplaced.get(row) ?? 0;
  }

  /** The rows that begin so and are not zero, by what comes after it. */
  each(prefix: RowPrefix, period: Period): { id: string; n: number }[] {
    return [...this.#in(period).rows]
      .filter(([row]) => row.startsWith(prefix))
      .map(([row, n]) => ({ id: row.slice(prefix.length), n }));
  }

  /** Every row that is not zero. */
  rowsIn(period: Period): ReadonlyMap<string, number> {
    return this.#in(period).rows;
  }

  #in(period: Period): PeriodCounts {
    const found = this.#periods.get(periodKey(period));
    if (!found) throw new Error(`not asked for: ${periodKey(period)}`);
    return found;
  }
}

/** Rows that are not zero. */
interface PeriodCounts {
  rows: ReadonlyMap<string, number>;
  unplaced: ReadonlyMap<string, number>;
}

/**
 * Numbers by row and day, week or quarter, kept for every coarser period as well: a day lies in one
 * week, a week in one quarter, a quarter in one year. Of what was erased only the week or quarter is
 * known.
 */
export class CountTree {
  readonly #rows = new Map<string, RowNumbers>();
  readonly #within = new Map<string, readonly string[]>();

  add({ row, period, n = 1 }: Contribution): void {
    for (const cell of this.cellsOf(row, period)) cell.n += n;
  }

  /** All that a contribution of this row and period adds to. */
  cellsOf(row: string, period: string): readonly Cell[] {
    const numbers = this.#numbersOf(row);
    return this.#nodesOver(period).map((node) => numbers.cell(node));
  }

  #numbersOf(row: string): RowNumbers {
    const known = this.#rows.get(row);
    if (known) return known;
    const numbers = new RowNumbers();
    this.#rows.set(row, numbers);
    return numbers;
  }

  /** What was added before to one of the nodes that make up a period. */
  addTo(row: string, node: string, n: number): void {
    this.#numbersOf(row).cell(node).n += n;
  }

  counts(periods: readonly Period[]): Counts {
    return new Counts(
      new Map(periods.map((period) => [periodKey(period), this.#countsIn(period)])),
    );
  }

  #countsIn(period: Period): PeriodCounts {
    const { whole, parts } = nodesIn(period);
    const rest = (numbers: RowNumbers) =>
      parts.reduce((total, { node, made }) => total + numbers.sum([node]) - numbers.sum(made), 0);
    return {
      rows: this.#eachRow((numbers) => numbers.sum(whole)),
      unplaced: parts.length === 0 ? new Map() : this.#eachRow(rest),
    };
  }

  #eachRow(number: (numbers: RowNumbers) => number): Map<string, number> {
    const found = new Map<string, number>();
    for (const [row, numbers] of this.#rows) {
      const n = number(numbers);
      if (n !== 0) found.set(row, n);
    }
    return found;
  }

  /** Itself, and everything it lies within. */
  #nodesOver(period: string): readonly string[] {
    const known = this.#within.get(period);
    if (known) return known;
    const nodes = nodesOver(period);
    this.#within.set(period, nodes);
    return nodes;
  }
}

/** Of one row, and one day, week, quarter, year or all of them. */
export interface Cell {
  n: number;
}

class RowNumbers {
  readonly #cells = new Map<string, Cell>();

  sum(nodes: readonly string[]): number {
    return nodes.reduce((total, node) => total + (this.#cells.get(node)?.n ?? 0), 0);
  }

  cell(node: string): Cell {
    const known = this.#cells.get(node);
    const cell = known ?? { n: 0 };
    if (!known) this.#cells.set(node, cell);
    return cell;
  }
}

const EVER = 'ever';
const yearNode = (year: number) => `year ${year}`;

/** A number in the figures: a row in a day, week, quarter, year or all of time (`nodesOver`). */
export interface Tally {
  row: string;
  node: string;
  n: number;
}

/** Adds up numbers of the figures, as many as there are. */
export class TallySum {
  readonly #tallies = new Map<string, Tally>();

  add(row: string, period: string, n: number): void {
    for (const node of nodesOver(period)) {
      const known = this.#tallies.get(`${row} ${node}`);
      if (known) known.n += n;
      else this.#tallies.set(`${row} ${node}`, { row, node, n });
    }
  }

  tallies(): Tally[] {
    return [...this.#tallies.values()].filter(({ n }) => n !== 0);
  }
}

/** Itself, and everything it lies within. */
function nodesOver(period: string): string[] {
  if (period === 'now' || /^\d{4}$/.test(period)) return [period];
  if (period.includes('-K')) return overQuarter(period as Quarter);
  const week = period.includes('-W') ? (period as Week) : weekOfDay(period);
  const above = [week, ...overQuarter(quarterOf(week))];
  return period === week ? above : [period, ...above];
}

const overQuarter = (quarter: Quarter) => [quarter, yearNode(yearOf(quarter)), EVER];

/** What makes up a period: nodes that lie in it whole, and those of which it has only a part. */
interface Nodes {
  whole: string[];
  /** With the finer nodes that such a node is the sum of, but for what has no finer place. */
  parts: { node: string; made: string[] }[];
}

function nodesIn(period: Period): Nodes {
  switch (period.kind) {
    case 'week':
      return { whole: [period.week], parts: [] };
    case 'quarter':
      return { whole: [period.quarter], parts: [] };
    case 'half-year':
      return { whole: quartersOfHalf(period.half), parts: [] };
    case 'year':
      return { whole: [yearNode(period.year)], parts: [] };
    case 'since-start':
      return { whole: [EVER], parts: [] };
    case 'calendar-year':
      return { whole: [String(period.year)], parts: [] };
    case 'now':
      return { whole: ['now'], parts: [] };
    case 'days':
      return nodesOfDays(period);
  }
}

/** All that has to be known of a row to count it in these periods. */
export function nodesOf(periods: readonly Period[]): string[] {
  const nodes = periods
    .map(nodesIn)
    .flatMap(({ whole, parts }) => [
      ...whole,
      ...parts.flatMap(({ node, made }) => [node, ...made]),
    ]);
  return [...new Set(nodes)];
}

/** The coarsest nodes that fit, so that what was erased is found in whole weeks and quarters. */
function nodesOfDays({ from, until }: { from: string; until: string }): Nodes {
  const weeks = grouped(daysBetween(from, until), weekOfDay);
  const isWhole = (week: Week) => weeks.get(week)?.length === 7;
  const quarters = grouped([...weeks.keys()], quarterOf);
  const isWholeQuarter = (quarter: Quarter) => weeksOfQuarter(quarter).every(isWhole);
  const partWeeks = [...weeks.keys()].filter((week) => !isWhole(week));
  const partQuarters = [...quarters.keys()].filter((quarter) => !isWholeQuarter(quarter));
  return {
    whole: [
      ...[...quarters.keys()].filter(isWholeQuarter),
      ...partQuarters.flatMap((quarter) => quarters.get(quarter)?.filter(isWhole) ?? []),
      ...partWeeks.flatMap((week) => weeks.get(week) ?? []),
    ],
    parts: [
      ...partWeeks.map((week) => ({ node: week, made: daysOf(week) })),
      ...partQuarters.map((quarter) => ({ node: quarter, made: weeksOfQuarter(quarter) })),
    ],
  };
}

function daysOf(week: Week): string[] {
  const { from, until } = daysOfWeek(week);
  return daysBetween(from, until);
}

function daysBetween(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = dateAfter(day, { days: 1 })) days.push(day);
  return days;
}

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** Whether a contribution lies in a period whole. */
export function isIn(at: string, period: Period): boolean {
  const over = nodesOver(at);
  return nodesIn(period).whole.some((node) => over.includes(node));
}
