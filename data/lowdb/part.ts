import { keyOfRecord, type Row } from './rows.js';

/** What one lowdb file holds in memory. */
export interface Part {
  /** The last change that is in it; the journal's changes up to this one must not be redone. */
  sequence: number;
  rows: Map<string, Row>;
}

/** Writes one row of a change into the part it belongs to. */
export function changePart({ rows }: Pick<Part, 'rows'>, row: Row): void {
  const key = keyInPart(row);
  if (row.kind === 'removed' || row.kind === 'forgotten') rows.delete(key);
  else if (row.kind === 'counted') rows.set(key, added(row, rows.get(key)));
  else rows.set(key, row);
}

function added(row: Row & { kind: 'counted' }, before: Row | undefined): Row {
  return before?.kind === 'counted' ? { ...row, n: before.n + row.n } : row;
}

function keyInPart(row: Row): string {
  if ('record' in row) return `${row.kind} ${keyOfRecord(row)}`;
  switch (row.kind) {
    case 'removed':
      return `${row.of} ${row.key}`;
    case 'repeat':
    case 'forgotten':
      return `repeat ${row.key}`;
    case 'counted':
      return `counted ${row.region} ${row.contribution.row} ${row.contribution.period}`;
    case 'month':
      return `month ${row.file}`;
  }
}
