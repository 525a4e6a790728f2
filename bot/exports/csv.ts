import { stringify } from 'csv-stringify/sync';
import type { Table } from '../../cards/workbook/table.js';

/**
 * One table as Excel in Dutch opens it by a double click: UTF-8 with a byte order mark, semicolons.
 * What a spreadsheet would take for a formula gets a quote before it.
 */
export function toCsv({ columns, rows }: Table): Buffer {
  const titles = columns.map(({ title }) => title);
  const body = stringify([titles, ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  return Buffer.from(body, 'utf8');
}
