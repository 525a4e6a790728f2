import { expectationsOf } from '../expectation.js';
import type { Change, Committed, Kind, Write } from '../repository.js';
import {
  fileOf,
  isFiledByMonth,
  isKindByMonth,
  keyOfRecord,
  rowSchema,
  STANDING,
  type Row,
} from './rows.js';
import type { Views } from './views.js';

export type Admitted = { rows: Row[] } | Extract<Committed, { ok: false }>;

/**
 * Compares a change with what is stored and answers the rows to write. Everything is parsed, into
 * copies of our own: what cannot be read back may never be acknowledged, and the caller keeps its
 * objects. Throws on a record that is not valid; that is a bug, and changes nothing.
 */
export function admit({ writes, counted = [], repeat }: Change, views: Views): Admitted {
  if (repeat && views.repeats.has(repeat.key)) return { ok: false, conflict: 'repeat' };
  for (const { kind, key, before } of expectationsOf(writes)) {
    if ((views.records[kind].get(key)?.version ?? 0) !== before) {
      return { ok: false, conflict: { kind, key } };
    }
  }
  const rows = [
    ...writes.map((write) => rowOf(write, views)),
    ...counted.map((one) => parsed({ kind: 'counted', ...one, n: one.contribution.n ?? 1 })),
    ...(repeat ? [parsed({ kind: 'repeat', ...repeat })] : []),
  ];
  return { rows };
}

function rowOf(write: Write, views: Views): Row {
  if (!('remove' in write)) return filedAsBefore({ kind: write.kind, record: write.put }, views);
  const { key } = write.remove;
  const file = fileOfStored(write.kind, key, views) ?? STANDING;
  return parsed({ kind: 'removed', of: write.kind, key, file });
}

/** Of what is filed by month: it keeps its region and its month, so that it is in one file only. */
function filedAsBefore(unparsed: object, views: Views): Row {
  const row = parsed(unparsed);
  const file = fileOf(row);
  if (!isFiledByMonth(row)) return row;
  const before = fileOfStored(row.kind, keyOfRecord(row), views);
  if (before !== undefined && before !== file) {
    throw new Error(`${row.kind} ${keyOfRecord(row)} cannot move to ${file}`);
  }
  return row;
}

/** Nothing when it is not filed by month, or not stored. */
function fileOfStored(kind: Kind, key: string, { records }: Views): string | undefined {
  if (!isKindByMonth(kind)) return undefined;
  const record = records[kind].get(key);
  return record && fileOf({ kind, record } as Row);
}

function parsed(row: object): Row {
  return rowSchema.parse(row);
}
