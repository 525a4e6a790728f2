import { dirname } from 'node:path';
import type { Files, OpenFile } from './files.js';

/** Left behind by a crash; removed when the store is opened. */
export const UNFINISHED = '.tmp';

/** Puts a file in place so that after a crash either the old one or the whole new one is there. */
export async function replaceFile(
  files: Files,
  path: string,
  chunks: Iterable<Uint8Array>,
): Promise<void> {
  const directory = dirname(path);
  if (await files.makeDirectory(directory)) await files.syncDirectory(dirname(directory));
  const file = await files.create(path + UNFINISHED);
  try {
    let length = 0;
    for (const chunk of chunks) length = await writeAll(file, chunk, length);
    await file.sync();
  } finally {
    await file.close();
  }
  await files.rename(path + UNFINISHED, path);
  await files.syncDirectory(directory);
}

/** Answers the position after the last byte. */
export async function writeAll(
  file: OpenFile,
  bytes: Uint8Array,
  position: number,
): Promise<number> {
  let done = 0;
  while (done < bytes.length) {
    const written = await file.write(bytes.subarray(done), position + done);
    if (written === 0) throw new Error('the disk accepts no more bytes');
    done += written;
  }
  return position + done;
}
