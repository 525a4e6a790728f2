import type { Counts } from '../data/counts.js';
import { COUNTED_ROWS, type Row } from '../data/figureRows.js';
import { SINCE_START, weekAt, yearAt, type Period } from '../data/periods.js';
import { REASONS } from '../data/checklist.js';
import { weekOf, yearOf, type DateTime } from '../data/weeks.js';
import type { CardContext } from './context.js';
import { count } from './phrases.js';
import type { Words } from './words/words.js';

/** One line of a table: a label and three numbers as text. */
export interface TallyRow {
  label: string;
  week: string;
  year: string;
  start: string;
  weight: 'default' | 'bolder';
}

/** The ISO year that runs at this moment; 2 January can still be last year's week 53. */
export function thisYear(now: DateTime): number {
  return yearOf(weekOf(now));
}

export function headerRow(words: Words, now: DateTime): TallyRow {
  const week = weekOf(now);
  return {
    label: words.escalation.row,
    week: words.figures.week(Number(week.slice(-2))),
    year: String(thisYear(now)),
    start: words.escalation.sinceStart,
    weight: 'bolder',
  };
}

export function tallyRow(
  { language, now }: CardContext,
  label: string,
  row: Row,
  counts: Counts,
): TallyRow {
  const shown = (period: Period) => count(counts.sum(row, period), language);
  const [week, year, start] = [shown(weekAt(now)), shown(yearAt(now)), shown(SINCE_START)];
  return { label, week, year, start, weight: 'default' };
}

/** The programme's four counted rows, in its own order and words. */
export function countedRows(context: CardContext, counts: Counts): TallyRow[] {
  const { words, now } = context;
  return [
    headerRow(words, now),
    ...COUNTED_ROWS.map((row) => tallyRow(context, words.figures.rows[row], row, counts)),
  ];
}

/** Escalations of this ISO year per reason; weeks are never split by reason. */
export function reasonsThisYear({ words, language, now }: CardContext, counts: Counts) {
  return REASONS.map((reason) => ({
    label: words.checklist.reasons[reason],
    value: count(counts.sum(`reason:${reason}`, yearAt(now)), language),
  }));
}
