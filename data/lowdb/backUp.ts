import { dirname, join } from 'node:path';
import { instantOf, type DateTime } from '../weeks.js';
import { Damage } from './damage.js';
import { nodeFiles, type Files } from './files.js';
import { namesOf, takeInventory } from './inventory.js';
import { JOURNAL } from './journalFile.js';
import { load, type Loaded } from './load.js';
import {
  BackupError,
  listed,
  MANIFEST,
  readListed,
  sealedManifest,
  type Listed,
  type Manifest,
} from './manifest.js';
import { refuseHalfRestored, refuseUnrestored } from './quarantine.js';
import { NoStoreError, readLowdbRepository } from './readLowdbRepository.js';
import { replaceFile } from './replaceFile.js';
import type { Views } from './views.js';

export interface BackUpOptions {
  directory: string;
  /** Made when it does not exist; otherwise it has to be empty. */
  target: string;
  /** Names of files that are not the store's and belong to it all the same, where there are any. */
  beside: readonly string[];
  now: () => DateTime;
  files?: Files;
}

/** What is in a backup, or was put in place from one. */
export interface BackedUp {
  manifest: Manifest;
  records: Views['records'];
}

const ATTEMPTS = 5;

/**
 * Copies the store as it is at this moment, beside a running bot and without the lock; everything
 * acknowledged before it began is in it. The copy has been read back when this resolves; when it
 * throws, nothing of it is left.
 */
export async function backUp(options: BackUpOptions): Promise<BackedUp> {
  const { files = nodeFiles, target } = options;
  if ((await files.list(target)).length > 0) {
    throw new BackupError(`${target} is not empty: name a folder that does not exist yet`);
  }
  try {
    if (await files.makeDirectory(target)) await files.syncDirectory(dirname(target));
    return await copyAll(files, options);
  } catch (error) {
    await clear(files, target).catch(() => undefined);
    throw error;
  }
}

async function copyAll(files: Files, options: BackUpOptions): Promise<BackedUp> {
  const { directory, target, beside, now } = options;
  const madeAt = instantOf(now());
  const { copied, loaded } = await copyStore(files, directory, target, ATTEMPTS);
  // After the store: what its records need is there before they are.
  for (const [name, bytes] of await readAll(files, directory, beside)) {
    copied.push(await put(files, target, name, bytes));
  }
  for (const file of copied) await readListed(files, target, file);
  const manifest: Manifest = { format: 1, madeAt, change: lastChange(loaded), files: copied };
  await replaceFile(files, join(target, MANIFEST), [sealedManifest(manifest)]);
  return { manifest, records: loaded.store.views.records };
}

/** A checkpoint of the running bot can come in between; then the copies do not fit each other. */
async function copyStore(
  files: Files,
  directory: string,
  target: string,
  attempts: number,
): Promise<{ copied: Listed[]; loaded: Loaded }> {
  const inventory = await takeInventory(files, directory);
  refuseHalfRestored(directory, inventory);
  refuseUnrestored(directory, inventory);
  const copied: Listed[] = [];
  for (const [name, bytes] of await readAll(files, directory, namesOf(inventory))) {
    copied.push(await put(files, target, name, bytes));
  }
  try {
    const loaded = await load(files, target, await takeInventory(files, target));
    if (!loaded.journal) throw new NoStoreError(`there is no store in ${directory}`);
    return { copied, loaded };
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    if (attempts > 1) return copyStore(files, directory, target, attempts - 1);
    // When the store itself is damaged this says so, by the name of its file.
    await readLowdbRepository(directory, files);
    throw new BackupError(`${directory} changes faster than it can be copied: try again`);
  }
}

/** Before anything is written, as that takes much longer: the files should be of one moment. */
async function readAll(
  files: Files,
  directory: string,
  names: readonly string[],
): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const name of names) {
    const bytes = await files.read(join(directory, name));
    if (bytes) found.set(name, name === JOURNAL ? wholeLines(bytes) : bytes);
  }
  return found;
}

/** Without the line that the bot is just writing: it was not acknowledged. */
function wholeLines(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
}

async function put(files: Files, target: string, name: string, bytes: Buffer): Promise<Listed> {
  await replaceFile(files, join(target, name), [bytes]);
  return listed(name, bytes);
}

export function lastChange({ journal }: Loaded): number {
  return journal ? journal.after + journal.entries.length : 0;
}

async function clear(files: Files, directory: string): Promise<void> {
  for (const { name } of await files.list(directory)) {
    await files.removeDirectory(join(directory, name));
  }
}
