import type { CardContext } from '../../cards/context.js';
import { count, euros } from '../../cards/phrases.js';
import { unabridgedTables } from '../../cards/workbook/figureTables.js';
import type { Column, Table } from '../../cards/workbook/table.js';
import type { Period } from '../../data/periods.js';
import type { Statistics } from '../../data/statistics.js';

/** The figures of a period as tables of plain text. */
export function statsTables(context: CardContext, period: Period, statistics: Statistics): string {
  return unabridgedTables(context, period, statistics)
    .map((table) => tableText(table, context))
    .join('\n\n');
}

const BETWEEN = '  ';

function tableText({ title, columns, rows }: Table, context: CardContext): string {
  const shown = rows.map((row) => row.map((cell, at) => cellText(cell, columns[at], context)));
  const header = columns.map((column) => column.title);
  // A line of text alone, such as a caveat, goes across and makes no column wide.
  const lined = [header, ...shown.filter(({ length }) => length > 1)];
  const widths = columns.map((_, at) => Math.max(...lined.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) =>
    row.length === 1 ? (row[0] ?? '') : aligned(row, columns, widths);
  return [title, '='.repeat(title.length), line(header), ...shown.map(line)].join('\n');
}

function cellText(
  cell: Table['rows'][number][number],
  column: Column | undefined,
  { language }: CardContext,
): string {
  if (typeof cell !== 'number') return cell ?? '';
  return column?.kind === 'euros' ? euros(cell * 100, language) : count(cell, language);
}

/** Words to the left, numbers to the right. */
function aligned(row: readonly string[], columns: readonly Column[], widths: readonly number[]) {
  return columns
    .map(({ kind }, at) => {
      const [cell, width] = [row[at] ?? '', widths[at] ?? 0];
      return kind === 'text' ? cell.padEnd(width) : cell.padStart(width);
    })
    .join(BETWEEN)
    .trimEnd();
}
