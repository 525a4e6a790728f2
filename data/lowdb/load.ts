import { join } from 'node:path';
import { Damage } from './damage.js';
import type { Files } from './files.js';
import type { Inventory } from './inventory.js';
import { JOURNAL, readJournal, type Entry, type JournalContent } from './journalFile.js';
import { fileOf, keyOfRecord, STANDING, type Row } from './rows.js';
import { Store } from './store.js';

export interface Loaded {
  store: Store;
  /** Absent in a store that was never used. */
  journal: JournalContent | undefined;
}

/**
 * Files first, journal last, each once: then a checkpoint of another process in between shows, as
 * a journal that begins after what the files hold. Changes nothing on the disk.
 */
export async function load(files: Files, directory: string, inventory: Inventory): Promise<Loaded> {
  const store = new Store(files, directory);
  if (inventory.hasStanding) await store.load(STANDING);
  for (const month of inventory.months) await store.load(month);
  const journal = await readJournal(files, join(directory, JOURNAL));
  refuseWhatDoesNotBelongTogether(store, inventory, journal);
  for (const entry of journal?.entries ?? []) replay(store, entry);
  return { store, journal };
}

function refuseWhatDoesNotBelongTogether(
  store: Store,
  { hasStanding, months }: Inventory,
  journal: JournalContent | undefined,
): void {
  const present = [...(hasStanding ? [STANDING] : []), ...months];
  if (!journal) {
    if (present.length > 0) refuse(join(store.directory, JOURNAL), 'it is missing');
    return;
  }
  const standing = store.part(STANDING);
  // It is put in place before the first change.
  const isLost = !hasStanding && journal.entries.length > 0;
  if (isLost || standing.sequence < journal.after) {
    const problem = hasStanding ? 'it is older than the journal' : 'it is missing';
    refuse(store.pathOf(STANDING), problem);
  }
  for (const row of standing.rows.values()) refuseLostMonth(store, months, row);
  const last = journal.after + journal.entries.length;
  for (const file of present) {
    if (store.part(file).sequence > last)
      refuse(store.pathOf(file), 'it is newer than the journal');
  }
}

/** The standing file knows every month's file, and the last change that it must hold. */
function refuseLostMonth(store: Store, months: readonly string[], row: Row): void {
  if (row.kind !== 'month') return;
  if (!months.includes(row.file)) refuse(store.pathOf(row.file), 'it is missing');
  if (store.part(row.file).sequence < row.sequence) {
    refuse(store.pathOf(row.file), `it is older than ${STANDING}.json`);
  }
}

/** Rows that a file holds already are skipped: adding to a counter twice would double it. */
function replay(store: Store, { sequence, rows }: Entry): void {
  for (const row of rows) {
    const file = fileOf(row);
    if (sequence <= store.part(file).sequence) continue;
    if (!follows(store, row)) {
      refuse(store.pathOf(file), `change ${sequence} in the journal does not follow on it`);
    }
    store.apply(row);
  }
}

function follows({ views }: Store, row: Row): boolean {
  if ('record' in row) {
    const before = views.records[row.kind].get(keyOfRecord(row));
    return row.record.version === (before?.version ?? 0) + 1;
  }
  switch (row.kind) {
    case 'removed':
      return views.records[row.of].has(row.key);
    case 'repeat':
    case 'forgotten':
    case 'counted':
      return true;
    case 'month':
      return false;
  }
}

function refuse(path: string, problem: string): never {
  throw new Damage(path, problem, false);
}
