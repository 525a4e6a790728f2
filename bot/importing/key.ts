import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { nodeFiles } from '../../data/lowdb/files.js';
import { replaceFile, UNFINISHED } from '../../data/lowdb/replaceFile.js';

const BYTES = 32;
const WRITTEN = new RegExp(`^[0-9a-f]{${2 * BYTES}}$`);

const pathIn = (directory: string) => join(directory, 'import.key');

/** The key that ids are hashed with; nothing when there is none yet. Throws when it is damaged. */
export async function readImportKey(directory: string): Promise<Buffer | undefined> {
  const path = pathIn(directory);
  const written = (await nodeFiles.read(path))?.toString().trim();
  if (written === undefined) return undefined;
  if (!WRITTEN.test(written)) throw new Error(`${path} is damaged: restore it from a backup`);
  return Buffer.from(written, 'hex');
}

/** Only for whoever holds the lock of the store. Resolves when the key is on the disk. */
export async function makeImportKey(directory: string): Promise<Buffer> {
  const path = pathIn(directory);
  // Left by a crash, and never used.
  await nodeFiles.remove(path + UNFINISHED);
  const key = randomBytes(BYTES);
  await replaceFile(nodeFiles, path, [Buffer.from(`${key.toString('hex')}\n`)]);
  return key;
}

/** The same id in two regions gives two hashes, which do not tell that it is the same. */
export function hashedId(key: Buffer, region: string, externalId: string): string {
  return createHmac('sha256', key).update(`${region}\n${externalId}`).digest('base64url');
}
