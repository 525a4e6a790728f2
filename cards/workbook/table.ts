/** What stands in one column. */
export type ColumnKind = 'text' | 'number' | 'euros';

export interface Column {
  title: string;
  kind: ColumnKind;
}

/** One table of a workbook, a sheet of its own; a cell that is absent stays empty. */
export interface Table {
  title: string;
  columns: Column[];
  rows: (string | number | undefined)[][];
}

export const text = (title: string): Column => ({ title, kind: 'text' });
export const number = (title: string): Column => ({ title, kind: 'number' });
export const inEuros = (title: string): Column => ({ title, kind: 'euros' });
