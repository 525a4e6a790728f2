import type { Reader } from '../context.js';
import { text, type Table } from './table.js';

/** All tables below each other, one number or text a line: a file of semicolons has no sheets. */
export function longTable({ words }: Reader, tables: readonly Table[]): Table {
  const { sheet, row, column, value } = words.exportFile.columns;
  return {
    title: words.exportFile.heading,
    columns: [text(sheet), text(row), text(column), text(value)],
    rows: tables.flatMap(({ title, columns, rows }) =>
      rows.flatMap(([name, ...cells]) =>
        name !== undefined && cells.length === 0
          ? [[title, name, undefined, undefined]]
          : cells.map((cell, index) => [title, name, columns[index + 1]?.title, cell]),
      ),
    ),
  };
}
