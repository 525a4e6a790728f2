import type { Counts } from '../data/counts.js';
import type { FigurePeriod } from '../data/figurePeriods.js';
import { periodKey } from '../data/periods.js';
import type { Progress } from '../data/registerProgress.js';
import type { Statistics } from '../data/statistics.js';
import type { CardContext } from './context.js';
import { periodText } from './periodText.js';
import { count } from './phrases.js';

/** What a person looks at: a period, as a whole or one side of it. */
export const FIGURE_PAGES = ['overview', 'escalations', 'origin'] as const;
export type FigurePage = (typeof FIGURE_PAGES)[number];

/** What the parts of the card are phrased from. */
export interface Figures {
  context: CardContext;
  period: FigurePeriod;
  counts: Counts;
  statistics: Statistics;
  progress: readonly Progress[];
  /** What a digest printed of a row in a period; nothing when none did. */
  printed: Printed;
}

export type Printed = (period: FigurePeriod, row: string) => number | undefined;

export interface Table {
  /** Of the columns with numbers; the labels take the rest. */
  columns: { width: string }[];
  header: string[];
  rows: { label: string; cells: string[] }[];
}

/** Hidden below its title until somebody opens it. */
export interface Fold {
  title: string;
  tables: Table[];
  texts: string[];
}

/** @param rows each begins with its label */
export function table(
  header: string[],
  rows: readonly (readonly [label: string, ...cells: string[]])[],
): Table {
  return {
    columns: numberColumns(header, rows),
    header,
    rows: rows.map(([label, ...cells]) => ({ label, cells })),
  };
}

/** In CSS pixels: a sign, what the widest words need more than that, and the least of a column. */
const SIGN = 7;
const MORE = { header: 6, cell: 2 };
const NARROWEST = 44;

/** As narrow as their longest word or number, so that long labels are not broken on a phone. */
export function numberColumns(
  [, ...titles]: readonly string[],
  rows: readonly (readonly string[])[],
): { width: string }[] {
  return titles.map((title, n) => {
    const header = SIGN * longestWord([title]) + MORE.header;
    const cells = SIGN * longestWord(rows.map((row) => row[n + 1] ?? '')) + MORE.cell;
    return { width: `${Math.max(NARROWEST, header, cells)}px` };
  });
}

const longestWord = (texts: readonly string[]) =>
  Math.max(0, ...texts.flatMap((text) => text.split(' ').map(({ length }) => length)));

/** What stands above a column of numbers. */
export function columnTitle({ words }: CardContext, period: FigurePeriod): string {
  const { figures } = words;
  switch (period.kind) {
    case 'week':
      return figures.week(Number(period.week.slice(-2)));
    case 'quarter':
      return period.quarter.slice(-2);
    case 'year':
      return String(period.year);
    case 'since-start':
      return words.escalation.sinceStart;
  }
}

/** `Kwartaal 3 van 2026 (2026-K3)`, with what somebody can type for it where that is shorter. */
export function periodTitle(context: CardContext, period: FigurePeriod): string {
  const title = periodText(context, period);
  switch (period.kind) {
    case 'week':
    case 'quarter':
      return `${title} (${periodKey(period)})`;
    case 'year':
      return `${context.words.figures.kinds.year} ${title}`;
    case 'since-start':
      return title;
  }
}

/** Numbers as text, in the language of the reader. */
export const shown = ({ language }: CardContext) => {
  return (n: number) => count(n, language);
};

export const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
