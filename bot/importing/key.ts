import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { nodeFiles } from '../../data/lowdb/files.js';
import { replaceFile, UNFINISHED } from '../../data/lowdb/replaceFile.js';
import { checksumOf } from '../../data/lowdb/sealed.js';

const BYTES = 32;
/**
 * The key and its checksum; without the latter as it was written at first. A key of which one sign
 * changed would be taken for the right one, and everything imported once more.
 */
const WRITTEN = new RegExp(`^([0-9a-f]{${2 * BYTES}})(?: ([0-9a-f]{8}))?$`);

/** Beside the store's files, and in every backup. */
export const IMPORT_KEY = 'import.key';
const pathIn = (directory: string) => join(directory, IMPORT_KEY);

/** The key that ids are hashed with; nothing when there is none yet. Throws when it is damaged. */
export async function readImportKey(directory: string): Promise<Buffer | undefined> {
  const path = pathIn(directory);
  const written = (await nodeFiles.read(path))?.toString().trim();
  if (written === undefined) return undefined;
  const [, key = '', checksum = checksumOf(key)] = WRITTEN.exec(written) ?? [];
  if (key === '' || checksum !== checksumOf(key)) {
    throw new Error(`${path} is damaged: restore it from a backup`);
  }
  return Buffer.from(key, 'hex');
}

/** Only for whoever holds the lock of the store. Resolves when the key is on the disk. */
export async function makeImportKey(directory: string): Promise<Buffer> {
  const path = pathIn(directory);
  await nodeFiles.makeDirectory(directory);
  // Left by a crash, and never used.
  await nodeFiles.remove(path + UNFINISHED);
  const key = randomBytes(BYTES);
  const written = key.toString('hex');
  await replaceFile(nodeFiles, path, [Buffer.from(`${written} ${checksumOf(written)}\n`)]);
  return key;
}

/** The same id in two regions gives two hashes, which do not tell that it is the same. */
export function hashedId(key: Buffer, region: string, externalId: string): string {
  return createHmac('sha256', key).update(`${region}\n${externalId}`).digest('base64url');
}
