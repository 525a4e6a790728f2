import { ReadOnlyError, type Repository } from '../repository.js';
import { Damage } from './damage.js';
import { nodeFiles, type Files } from './files.js';
import { takeInventory } from './inventory.js';
import { load } from './load.js';
import { explained, refuseHalfRestored, refuseUnrestored } from './quarantine.js';
import type { Store } from './store.js';

/** Nothing was ever stored here. */
export class NoStoreError extends Error {}

const ATTEMPTS = 5;

/**
 * The store as it is on the disk at this moment, without the lock and without touching anything:
 * for commands that only read, beside a running bot. It does not follow later changes.
 */
export async function readLowdbRepository(
  directory: string,
  files: Files = nodeFiles,
): Promise<Repository> {
  const { views } = await loadUnlocked(files, directory, ATTEMPTS);
  const reason = 'the store has been opened for reading only';
  const refuse = () => Promise.reject(new ReadOnlyError(reason));
  return {
    read: (kind, key) => Promise.resolve(views.read(kind, key)),
    isCodeTaken: (code) => Promise.resolve(views.isCodeTaken(code)),
    isRepeat: (key) => Promise.resolve(views.repeats.has(key)),
    cases: (query) => Promise.resolve(views.page(query)),
    counts: (region, periods) => Promise.resolve(views.figures.in(region, periods)),
    sourcesOf: (region, row, period) =>
      Promise.resolve(views.figures.sourcesOf(region, row, period)),
    quickCounts: (of) => Promise.resolve(views.quickCounts(of)),
    imported: (region) => Promise.resolve(views.imported(region)),
    register: (region) => Promise.resolve(views.register(region)),
    openConsults: (region) => Promise.resolve(views.openConsults(region)),
    troubled: (region) => Promise.resolve(views.troubled(region)),
    behind: () => Promise.resolve(views.behind()),
    commit: refuse,
    forgetExpired: refuse,
    readOnlyBecause: () => reason,
    close: () => Promise.resolve(),
  };
}

/** A checkpoint of the running bot can come in between; then the files do not fit, and did before. */
export async function loadUnlocked(
  files: Files,
  directory: string,
  attempts: number,
): Promise<Store> {
  const inventory = await takeInventory(files, directory);
  refuseHalfRestored(directory, inventory);
  refuseUnrestored(directory, inventory);
  try {
    const { store, journal } = await load(files, directory, inventory);
    if (!journal) throw new NoStoreError(`there is no store in ${directory}`);
    return store;
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    if (attempts > 1) return loadUnlocked(files, directory, attempts - 1);
    throw explained(directory, error);
  }
}
