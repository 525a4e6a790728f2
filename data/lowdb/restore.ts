import { dirname, join } from 'node:path';
import type { DateTime } from '../weeks.js';
import type { BackedUp } from './backUp.js';
import { Damage } from './damage.js';
import { nodeFiles, type Files } from './files.js';
import { fileNames, isLeftByStore, takeInventory } from './inventory.js';
import { load } from './load.js';
import { kernelLock, type Lock } from './lock.js';
import { BackupError, readListed, readManifest, type Manifest } from './manifest.js';
import { replaceFile } from './replaceFile.js';
import { beginSwap, finishSwap, INCOMING } from './swap.js';

export interface RestoreOptions {
  /** Of the store; made when it does not exist. */
  directory: string;
  backup: string;
  beside: readonly string[];
  /** Whether what is there may make place. */
  force: boolean;
  /** Names the folder in which it is kept. */
  now: () => DateTime;
  files?: Files;
  lock?: Lock;
}

export interface Restored extends BackedUp {
  /** The folder that keeps what was there before; absent when nothing was. */
  aside?: string;
}

/**
 * Puts a backup in place of what is in the store. The backup is checked whole before anything
 * changes; after a crash at any moment the next start finds either what was there or the backup.
 * Throws StoreInUseError while the bot runs, and BackupError when it is not possible.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { directory, backup, beside, files = nodeFiles, lock = kernelLock } = options;
  const manifest = await readManifest(files, backup, beside);
  if (await files.makeDirectory(directory)) await files.syncDirectory(dirname(directory));
  const release = await lock(directory);
  try {
    // One that was interrupted is finished first, so that what it moved aside is in one place.
    await finishSwap(files, directory).catch(unlessDamaged);
    return await putInPlace(files, options, manifest);
  } finally {
    await release();
  }
}

/** A list that cannot be read any more must not keep the backup out. */
function unlessDamaged(error: unknown): void {
  if (!(error instanceof Damage)) throw error;
}

async function putInPlace(
  files: Files,
  { directory, backup, beside, force, now }: RestoreOptions,
  manifest: Manifest,
): Promise<Restored> {
  const all = [...(await fileNames(files, directory))];
  const old = all.filter((name) => isLeftByStore(name) || beside.includes(name)).sort();
  if (old.length > 0 && !force) {
    throw new BackupError(
      `${directory} holds data: write --force to put the backup in its place; it is kept aside`,
    );
  }
  const records = await copyIn(files, directory, backup, manifest);
  const stamp = now().toUTC().toFormat("yyyyMMdd'T'HHmmssSSS'Z'");
  const aside = old.length > 0 ? `before-restore.${stamp}` : undefined;
  const incoming = manifest.files.map(({ name }) => name);
  await beginSwap(files, directory, {
    outgoing: old,
    incoming,
    ...(aside !== undefined && { aside }),
  });
  await finishSwap(files, directory);
  return { manifest, records, ...(aside !== undefined && { aside: join(directory, aside) }) };
}

/** Beside what is there, on the same disk; what cannot be used is not left there. */
async function copyIn(
  files: Files,
  directory: string,
  backup: string,
  manifest: Manifest,
): Promise<BackedUp['records']> {
  const target = join(directory, INCOMING);
  try {
    await files.removeDirectory(target);
    await files.makeDirectory(target);
    await files.syncDirectory(directory);
    for (const file of manifest.files) {
      await replaceFile(files, join(target, file.name), [await readListed(files, backup, file)]);
    }
    const { store } = await load(files, target, await takeInventory(files, target));
    return store.views.records;
  } catch (error) {
    await files.removeDirectory(target).catch(() => undefined);
    if (!(error instanceof Damage)) throw error;
    throw new BackupError(`${backup} cannot be used: ${error.message}`);
  }
}
