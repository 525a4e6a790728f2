import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { instant } from '../weeks.js';
import type { Files } from './files.js';
import { isOurs } from './inventory.js';
import { seal, unseal } from './sealed.js';

/** Written last: a folder without it is no backup. */
export const MANIFEST = 'backup.json';

/** The backup cannot be made, or cannot be used; the message says why. */
export class BackupError extends Error {}

const listedSchema = z.object({
  /** Never a way out of the folder: a name the store gives, or one that stands beside it. */
  name: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?\.[a-z]+$/),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
});
export type Listed = z.infer<typeof listedSchema>;

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: instant,
  /** The last change that is in it. */
  change: z.int().nonnegative(),
  files: z.array(listedSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const listed = (name: string, bytes: Buffer): Listed => ({
  name,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

export const sealedManifest = (manifest: Manifest): Buffer => seal(manifest);

/** What a backup says of itself; `beside` are the names it may hold that are not of the store. */
export async function readManifest(
  files: Files,
  backup: string,
  beside: readonly string[],
): Promise<Manifest> {
  const bytes = await files.read(join(backup, MANIFEST));
  if (!bytes) {
    throw new BackupError(
      `${backup} is no backup, or one that was never finished: it has no ${MANIFEST}`,
    );
  }
  const manifest = parsed(bytes);
  const isKnown = ({ name }: Listed) => isOurs(name) || beside.includes(name);
  if (!manifest?.files.every(isKnown)) throw new BackupError(`${backup}: ${MANIFEST} is damaged`);
  return manifest;
}

function parsed(bytes: Buffer): Manifest | undefined {
  try {
    return manifestSchema.parse(unseal(bytes));
  } catch {
    return undefined;
  }
}

/** The bytes of one file of a backup. Throws when they are not what was written. */
export async function readListed(files: Files, backup: string, file: Listed): Promise<Buffer> {
  const path = join(backup, file.name);
  const bytes = await files.read(path);
  if (!bytes) throw new BackupError(`${path} is missing`);
  if (listed(file.name, bytes).sha256 !== file.sha256) {
    throw new BackupError(`${path} is damaged: it is not what was backed up`);
  }
  return bytes;
}
