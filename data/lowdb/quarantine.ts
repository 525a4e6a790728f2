import type { DateTime } from 'luxon';
import { dirname } from 'node:path';
import { Damage, DamagedStoreError } from './damage.js';
import type { Files } from './files.js';
import { SET_ASIDE, type Inventory } from './inventory.js';

/**
 * As long as a damaged file has been set aside and nothing was put in its place the store stays
 * shut; otherwise the second start would come up without what was in it.
 */
export function refuseUnrestored(directory: string, inventory: Inventory): void {
  const [path] = inventory.unrestored;
  if (path === undefined) return;
  throw new DamagedStoreError(
    `${path} was set aside because it is damaged, and nothing has been put in its place. ${advice(directory)}`,
  );
}

/** For whoever only reads: half of what is there may be gone for a moment, or until the next start. */
export function refuseHalfRestored(directory: string, { isRestoring }: Inventory): void {
  if (!isRestoring) return;
  throw new DamagedStoreError(
    `A backup is being restored in ${directory}, or that was interrupted: try again, or start the bot, which finishes it.`,
  );
}

/** Sets a file with bad content aside, byte for byte, and answers the error to stop with. */
export async function refusal(
  files: Files,
  directory: string,
  damage: Damage,
  now: DateTime,
): Promise<DamagedStoreError> {
  if (!damage.isContent) return explained(directory, damage);
  const aside = damage.path + SET_ASIDE + now.toUTC().toFormat("yyyyMMdd'T'HHmmssSSS'Z'");
  await files.rename(damage.path, aside);
  await files.syncDirectory(dirname(damage.path));
  return explained(directory, damage, `It has been set aside as ${aside}. `);
}

/** The same without touching anything. */
export function explained(directory: string, damage: Damage, aside = ''): DamagedStoreError {
  const message = `${damage.message}. ${aside}${advice(directory)}`;
  return new DamagedStoreError(message, { cause: damage });
}

function advice(directory: string): string {
  return `To restore a backup: stop the bot, run npm run restore -- BACKUP --force, start the bot. What is in ${directory} now is kept aside.`;
}
