import type { DateTime } from 'luxon';
import { dirname, join } from 'node:path';
import type { Repository } from '../repository.js';
import { Damage } from './damage.js';
import { nodeFiles, type Files } from './files.js';
import { takeInventory } from './inventory.js';
import { createJournal, Journal } from './journal.js';
import { JOURNAL, readJournal, type JournalContent } from './journalFile.js';
import { load, type Loaded } from './load.js';
import { kernelLock, type Lock } from './lock.js';
import { LowdbRepository } from './lowdbRepository.js';
import { refusal, refuseUnrestored } from './quarantine.js';
import { finishSwap } from './swap.js';

export interface LowdbOptions {
  /** Made when it does not exist. */
  directory: string;
  /** Names damaged files. */
  now: () => DateTime;
  /** Bytes after which the journal is worked into the files. */
  journalLimit?: number;
  /** Hears what a start repaired. */
  warn?: (message: string) => void;
  files?: Files;
  lock?: Lock;
}

const JOURNAL_LIMIT = 8 * 1024 * 1024;

/**
 * Opens the embedded store: lock, load, replay. Throws StoreInUseError while another process has
 * it, and DamagedStoreError when it cannot be trusted; nothing is ever replaced by an empty file.
 */
export async function openLowdbRepository(options: LowdbOptions): Promise<Repository> {
  const { directory, files = nodeFiles, lock = kernelLock } = options;
  if (await files.makeDirectory(directory)) await files.syncDirectory(dirname(directory));
  const release = await lock(directory);
  try {
    const { store, journal, hasStanding } = await loadOrSetAside(options, files);
    const opened = await openJournal(options, files, journal);
    // A journal alone could be lost without a trace: the next start would take the store for new.
    if (!hasStanding) await store.write(opened.end.sequence);
    const limit = options.journalLimit ?? JOURNAL_LIMIT;
    return new LowdbRepository(store, opened, limit, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function loadOrSetAside(
  options: LowdbOptions,
  files: Files,
): Promise<Loaded & { hasStanding: boolean }> {
  const { directory, now, warn } = options;
  try {
    const isFinished = await finishSwap(files, directory);
    if (isFinished) warn?.(`${directory}: finished restoring a backup, which had been interrupted`);
    const inventory = await takeInventory(files, directory);
    refuseUnrestored(directory, inventory);
    for (const path of inventory.unfinished) await files.remove(path);
    const { hasStanding } = inventory;
    return { ...(await load(files, directory, inventory)), hasStanding };
  } catch (error) {
    throw error instanceof Damage ? await refusal(files, directory, error, now()) : error;
  }
}

async function openJournal(
  { directory, warn }: LowdbOptions,
  files: Files,
  found: JournalContent | undefined,
): Promise<Journal> {
  const path = join(directory, JOURNAL);
  if (!found) await createJournal(files, path);
  const content = found ?? (await readJournal(files, path));
  if (!content) throw new Error(`${path} cannot be read back`);
  const { after, entries, length, torn } = content;
  if (torn > 0) warn?.(`${path}: cut off ${torn} bytes of a change that was never acknowledged`);
  const end = { sequence: after + entries.length, position: length };
  return Journal.open(files, path, after, end);
}
