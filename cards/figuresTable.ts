import { columnsOf, type FigurePeriod } from '../data/figurePeriods.js';
import { INDICATORS, type Indicator, type Row, type BelowRow } from '../data/figureRows.js';
import type { Progress } from '../data/registerProgress.js';
import { columnTitle, numberColumns, shown, type Figures } from './figuresParts.js';
import { percent } from './phrases.js';

export interface MainRow {
  label: string;
  notes: string[];
  cells: string[];
}

export interface MainTable {
  columns: { width: string }[];
  header: string[];
  rows: MainRow[];
}

/** Lines shown right below the row they specify. */
export const BELOW: Record<Indicator, readonly BelowRow[]> = {
  talks: ['talks-escalated'],
  'partner-contraception': [],
  escalations: ['escalations-again', 'not-taken', 'not-taken-not-participating'],
  'escalated-contraception': [],
  partners: [],
  trainings: [],
  'attention-officers': [],
  intervision: ['intervision-groups'],
};

export const OWN_LINES: readonly BelowRow[] = ['offered-not-wanted', 'consults'];

/** Every row of this table, in its order. */
export const MAIN_ROWS: readonly (Indicator | BelowRow)[] = [
  ...INDICATORS.flatMap((row) => [row, ...BELOW[row]]),
  ...OWN_LINES,
];

/** The programme's eight rows in its order and words, and what stands below them. */
export function mainTable(figures: Figures): MainTable {
  const { words } = figures.context;
  const { rows, subRows } = words.figures;
  const columns = columnsOf(figures.period);
  const below = (row: BelowRow) => mainRow(figures, `– ${subRows[row]}`, row);
  const header = [words.escalation.row, ...columns.map((of) => columnTitle(figures.context, of))];
  const shownRows = [
    ...INDICATORS.flatMap((row) => [
      mainRow(figures, rows[row], row, targetNotes(figures, row)),
      ...BELOW[row].map(below),
    ]),
    ...OWN_LINES.map((row) => mainRow(figures, subRows[row], row)),
  ];
  const widths = numberColumns(
    header,
    shownRows.map(({ label, cells }) => [label, ...cells]),
  );
  return { columns: widths, header, rows: shownRows };
}

function mainRow(figures: Figures, label: string, row: Row, notes: string[] = []): MainRow {
  const { context, period, counts } = figures;
  const columns = columnsOf(period);
  const cells = columns.map((of) => shown(context)(counts.sum(row, of)));
  const printed = columns.flatMap((of) => printedNote(figures, row, of));
  return { label, cells, notes: [...printed, ...notes] };
}

/** A digest stays as it was printed; what changed since is said beside it. */
function printedNote({ context, counts, printed }: Figures, row: Row, of: FigurePeriod): string[] {
  const now = counts.sum(row, of);
  const then = printed(of, row);
  if (then === undefined || then === now) return [];
  const n = shown(context);
  return [context.words.figures.printed(columnTitle(context, of), n(now), n(then))];
}

function targetNotes(figures: Figures, row: Indicator): string[] {
  return figures.progress
    .filter(({ target }) => target.indicator === row)
    .map((progress) => targetText(figures, progress));
}

function targetText({ context }: Figures, { target, done }: Progress): string {
  const { figures } = context.words;
  const n = shown(context);
  const { year, basis } = target;
  if (target.n === 0) return figures.targetZero(year, basis, n(done));
  const share = percent(done / target.n, context.language);
  return figures.target(year, basis, n(done), n(target.n), share);
}
