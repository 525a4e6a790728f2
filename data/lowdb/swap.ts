import { dirname, join } from 'node:path';
import { z } from 'zod/v4';
import { Damage } from './damage.js';
import type { Files } from './files.js';
import { fileNames, RESTORING } from './inventory.js';
import { replaceFile, UNFINISHED } from './replaceFile.js';
import { seal, unseal } from './sealed.js';

/** Where a backup is made ready; the name cannot be a region's directory. */
export const INCOMING = 'restore.new';

const name = z.string();
const swapSchema = z.object({
  /** The folder for what goes; absent when nothing does. */
  aside: name.optional(),
  outgoing: z.array(name),
  incoming: z.array(name),
});
export type Swap = z.infer<typeof swapSchema>;

/** From here on the new files take the place of the old ones, whatever happens. */
export async function beginSwap(files: Files, directory: string, swap: Swap): Promise<void> {
  if (swap.aside !== undefined) {
    await files.makeDirectory(join(directory, swap.aside));
    await files.syncDirectory(directory);
  }
  await replaceFile(files, join(directory, RESTORING), [seal(swap)]);
}

/**
 * Does what of a swap was not done yet; only for whoever holds the lock. New files come when every
 * old one is aside, durably. Answers whether there was something to finish.
 */
export async function finishSwap(files: Files, directory: string): Promise<boolean> {
  const found = await files.list(directory);
  const isThere = (wanted: string) => found.some((entry) => entry.name === wanted);
  const isBegun = isThere(RESTORING);
  if (isBegun) {
    const swap = await readSwap(files, directory);
    await moveOut(files, directory, swap);
    await move(files, swap.incoming, join(directory, INCOMING), directory);
    await files.remove(join(directory, RESTORING));
    await files.syncDirectory(directory);
  }
  if (isThere(RESTORING + UNFINISHED)) await files.remove(join(directory, RESTORING + UNFINISHED));
  if (isThere(INCOMING)) await files.removeDirectory(join(directory, INCOMING));
  return isBegun;
}

async function readSwap(files: Files, directory: string): Promise<Swap> {
  const path = join(directory, RESTORING);
  const bytes = await files.read(path);
  try {
    return swapSchema.parse(unseal(bytes ?? Buffer.alloc(0)));
  } catch {
    // Set aside it would no longer keep a half-filled store shut.
    throw new Damage(path, 'it is damaged, while a backup was being put in place', false);
  }
}

/** Of a name that is aside already, what is in its place now can be the new file. */
async function moveOut(files: Files, directory: string, swap: Swap): Promise<void> {
  if (swap.aside === undefined) return;
  const aside = join(directory, swap.aside);
  const moved = await fileNames(files, aside);
  const left = swap.outgoing.filter((one) => !moved.has(one) || !swap.incoming.includes(one));
  await move(files, left, directory, aside);
}

/** Those that are there. */
async function move(
  files: Files,
  names: readonly string[],
  from: string,
  to: string,
): Promise<void> {
  const there = await fileNames(files, from);
  const touched = new Set<string>();
  for (const one of names.filter((wanted) => there.has(wanted))) {
    const [source, target] = [join(from, one), join(to, one)];
    if (await files.makeDirectory(dirname(target))) touched.add(to);
    await files.rename(source, target);
    touched.add(dirname(target)).add(dirname(source));
  }
  for (const directory of touched) await files.syncDirectory(directory);
}
