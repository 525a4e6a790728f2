import type { Period } from '../../data/periods.js';
import { issueReport } from '../../data/suppression.js';
import type { Cell } from '../../data/suppression/cells.js';
import {
  type Issue,
  type IssuedBreakdown,
  type IssuedTotal,
  type Quarters,
  type Report,
} from '../../data/suppression/report.js';
import { weeksOfQuarter } from '../../data/periods.js';
import { daysOfWeek, type Quarter } from '../../data/weeks.js';
import type { Pick } from '../seeded.js';
import { at } from '../builders.js';

export const LONG_AFTER = at('2040-01-01T12:00');
export const PARTS = ['K1', 'K2', 'K3', 'K4', 'H1', 'H2', 'Y'] as const;
export type Part = (typeof PARTS)[number];

const QUARTERS_OF: Record<Part, readonly (1 | 2 | 3 | 4)[]> = {
  K1: [1],
  K2: [2],
  K3: [3],
  K4: [4],
  H1: [1, 2],
  H2: [3, 4],
  Y: [1, 2, 3, 4],
};

export function quartersIn(part: Part, year = 2026): Quarter[] {
  return QUARTERS_OF[part].map((n): Quarter => `${year}-K${n}`);
}

export function periodOf(part: Part, year = 2026): Period {
  const quarters = quartersIn(part, year);
  const weeks = quarters.flatMap(weeksOfQuarter);
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) throw new Error('no weeks');
  return { kind: 'days', from: daysOfWeek(first).from, until: daysOfWeek(last).until };
}

/** Rows by breakdown; totals are the sums, unless told otherwise. */
export type Rows = Partial<Record<IssuedBreakdown, Record<string, number>>>;

export function aReport(rows: Rows, totals: Partial<Record<IssuedTotal, number>> = {}) {
  const sum = (id: IssuedBreakdown) => Object.values(rows[id] ?? {}).reduce((all, n) => all + n, 0);
  const report: Report<number> = {
    totals: {
      talks: sum('talks:municipality'),
      'partner-contraception': 0,
      escalations: sum('escalations:municipality'),
      'escalated-contraception': 0,
      closed: sum('outcome'),
      ...totals,
    },
    breakdowns: {
      'talks:municipality': {},
      'escalations:municipality': {},
      'escalations:type': {},
      reason: {},
      outcome: {},
      ...rows,
    },
  };
  return report;
}

/** Issues the parts of one year in this order. */
export function issued(parts: readonly Part[], numbers: Quarters, year = 2026): Issue[] {
  return parts.reduce<Issue[]>((earlier, part) => {
    const result = issueReport({ period: periodOf(part, year), numbers, earlier, now: LONG_AFTER });
    if (result.kind !== 'issued') throw new Error(`${part} was ${result.kind}`);
    return [...earlier, result.issue];
  }, []);
}

/** The same without protecting one number by withholding another. */
export function issuedPlainly(parts: readonly Part[], numbers: Quarters, year = 2026): Issue[] {
  return parts.map((part) => {
    const quarters = quartersIn(part, year);
    const plain = (of: (report: Report<number>) => number | undefined): Cell => {
      const n = quarters.reduce((sum, quarter) => sum + (valueIn(numbers, quarter, of) ?? 0), 0);
      return n < 10 ? 'below-ten' : n;
    };
    return { quarters, frozen: numbers, shown: eachNumber(numbers, quarters, plain) };
  });
}

function valueIn(
  numbers: Quarters,
  quarter: Quarter,
  of: (report: Report<number>) => number | undefined,
) {
  const report = numbers[quarter];
  return report && of(report);
}

function eachNumber(
  numbers: Quarters,
  quarters: readonly Quarter[],
  cellOf: (of: (report: Report<number>) => number | undefined) => Cell,
): Report<Cell> {
  const rowsOf = (id: IssuedBreakdown) => [
    ...new Set(quarters.flatMap((q) => Object.keys(numbers[q]?.breakdowns[id] ?? {}))),
  ];
  const total = (id: IssuedTotal) => cellOf(({ totals }) => totals[id]);
  const rows = (id: IssuedBreakdown) =>
    Object.fromEntries(
      rowsOf(id).map((row) => [row, cellOf(({ breakdowns }) => breakdowns[id][row])]),
    );
  return {
    totals: {
      talks: total('talks'),
      'partner-contraception': total('partner-contraception'),
      escalations: total('escalations'),
      'escalated-contraception': total('escalated-contraception'),
      closed: total('closed'),
    },
    breakdowns: {
      'talks:municipality': rows('talks:municipality'),
      'escalations:municipality': rows('escalations:municipality'),
      'escalations:type': rows('escalations:type'),
      reason: rows('reason'),
      outcome: rows('outcome'),
    },
  };
}

const SIZES = [0, 0, 0, 1, 2, 3, 5, 8, 9, 9, 10, 10, 11, 12, 15, 20, 33, 60];
const SMALL_SIZES = [0, 0, 0, 0, 1, 1, 2, 4, 7, 9, 10, 13];

/** A year of one region as it might be: sizes on both sides of ten, and rows that are often empty. */
export function randomYear(pick: Pick, year = 2026): Quarters {
  const sizes = pick([SIZES, SIZES, SMALL_SIZES]);
  const names = (prefix: string, most: number) =>
    Array.from({ length: 1 + pick([...Array(most).keys()]) }, (_, n) => `${prefix}${n}`);
  const [municipalities, types, outcomes] = [names('m', 7), names('t', 5), names('o', 4)];
  const quarter = (): Report<number> => {
    const escalations = randomRows(pick, municipalities, sizes);
    const n = Object.values(escalations).reduce((sum, each) => sum + each, 0);
    return aReport(
      {
        'talks:municipality': randomRows(pick, municipalities, sizes),
        'escalations:municipality': escalations,
        'escalations:type': spread(pick, types, n),
        reason: randomReasons(pick, n),
        outcome: randomRows(pick, outcomes, sizes),
      },
      { 'partner-contraception': pick(sizes), 'escalated-contraception': pick(sizes) },
    );
  };
  return Object.fromEntries(quartersIn('Y', year).map((name) => [name, quarter()]));
}

/** Half a year with few rows and small numbers, so that all there is can be tried. */
export function smallHalfYear(pick: Pick): Quarters {
  const sizes = pick([
    [0, 1, 9, 10],
    [0, 3, 9, 10, 11, 13],
  ]);
  const quarter = () => {
    const escalations = randomRows(pick, ['m0', 'm1'], sizes);
    const n = (escalations.m0 ?? 0) + (escalations.m1 ?? 0);
    return aReport({
      'talks:municipality': randomRows(pick, ['m0', 'm1', 'm2'], sizes),
      'escalations:municipality': escalations,
      'escalations:type': spread(pick, ['t0', 't1'], n),
      reason: randomReasons(pick, n),
    });
  };
  return Object.fromEntries(quartersIn('H1').map((name) => [name, quarter()]));
}

function randomRows(pick: Pick, names: readonly string[], sizes: readonly number[]) {
  return Object.fromEntries(names.map((name) => [name, pick(sizes)]));
}

function spread(pick: Pick, names: readonly string[], n: number): Record<string, number> {
  const weighted = names.flatMap((name) => Array.from({ length: pick([1, 1, 4]) }, () => name));
  const rows = Object.fromEntries(names.map((name) => [name, 0]));
  for (let each = 0; each < n; each++) {
    const name = pick(weighted);
    rows[name] = (rows[name] ?? 0) + 1;
  }
  return rows;
}

const REASONS = ['complex', 'finance', 'somatic-network', 'follow-up'] as const;

/** Each escalation has one reason, and now and then another. */
function randomReasons(pick: Pick, n: number): Record<string, number> {
  const rows: Record<string, number> = Object.fromEntries(REASONS.map((reason) => [reason, 0]));
  const often = pick([2, 6, 100]);
  for (let each = 0; each < n; each++) {
    const first = pick([...REASONS, REASONS[1]]);
    const second = pick([...Array(often).keys()]) === 0 ? pick(REASONS) : first;
    for (const reason of new Set([first, second])) rows[reason] = (rows[reason] ?? 0) + 1;
  }
  return rows;
}

export function shuffled<T>(pick: Pick, items: readonly T[]): T[] {
  const left = [...items];
  return items.map(() => {
    const one = pick(left);
    left.splice(left.indexOf(one), 1);
    return one;
  });
}

/** Some parts of the year in any order; a later part may come first. */
export function randomOrder(pick: Pick): Part[] {
  const all = shuffled(pick, PARTS);
  return pick([all, all, [...PARTS], all.slice(0, pick([2, 3, 4, 5]))]);
}
