import {
  KEY_OF,
  type Change,
  type Committed,
  type Kind,
  type Records,
  type Write,
} from '../repository.js';
import { deepFreeze } from './deepFreeze.js';
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

type Put<K extends Kind> = { [P in K]: { kind: P; put: Records[P] } }[K];

export type Admitted = { rows: Row[] } | Extract<Committed, { ok: false }>;

/**
 * Compares a change with what is stored and answers the rows to write. Everything is parsed, into
 * copies of our own: what cannot be read back may never be acknowledged, and the caller keeps its
 * objects. Throws on a record that is not valid; that is a bug, and changes nothing.
 */
export function admit({ writes, counted = [], repeat }: Change, views: Views): Admitted {
  if (repeat && views.repeats.has(repeat.key)) return { ok: false, conflict: 'repeat' };
  refuseTwoOfOne(writes);
  for (const write of writes) {
    const { kind, key, before } = expectation(write);
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

/** The version that must be stored now; 0 for none. */
function expectation(write: Write) {
  const { kind } = write;
  if ('remove' in write) return { kind, key: write.remove.key, before: write.remove.version };
  return { kind, key: keyOfPut(write), before: write.put.version - 1 };
}

function keyOfPut<K extends Kind>({ kind, put }: Put<K>): string {
  return KEY_OF[kind](put);
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
  return deepFreeze(rowSchema.parse(row));
}

function refuseTwoOfOne(writes: readonly Write[]): void {
  const ids = writes.map((write) => {
    const { kind, key } = expectation(write);
    return `${kind} ${key}`;
  });
  if (new Set(ids).size < ids.length) throw new Error('two writes to one record in one change');
}
