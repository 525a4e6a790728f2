import writeExcelFile from 'write-excel-file/node';
import type { Column, Table } from '../../cards/workbook/table.js';

/** Excel takes no longer name for a sheet. */
const LONGEST_NAME = 31;
const WIDTHS = { text: 44, number: 16, euros: 16 } as const;
const EUROS = '€ #,##0';

/** A workbook with a sheet per table: typed cells, and a header that stays in sight. */
export function toXlsx(tables: readonly Table[]): Promise<Buffer> {
  return writeExcelFile(
    tables.map((table) => ({
      data: [header(table), ...table.rows.map((row) => row.map(cellIn(table.columns)))],
      sheet: table.title.slice(0, LONGEST_NAME),
      columns: table.columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

function header({ columns }: Table) {
  return columns.map(({ title }) => ({
    value: title,
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
  }));
}

/** What is a text stays one, whatever it begins with: Excel evaluates no typed text. */
function cellIn(columns: readonly Column[]) {
  return (value: string | number | undefined, index: number) => {
    if (value === undefined) return null;
    if (typeof value === 'string') return { value, type: String, wrap: true };
    const isEuros = columns[index]?.kind === 'euros';
    return { value, type: Number, ...(isEuros && { format: EUROS }) };
  };
}
