import { randomBytes } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { closed, listen, StoreInUseError, type Release } from './socket.js';

const SOCKET = /^lock-[0-9a-f]{8}\.sock$/;
/** macOS keeps 104 bytes for a socket's path, the closing zero included. */
const LONGEST_PATH = 103;

/**
 * For systems without sockets that live by name alone: everybody first puts up a socket under a
 * name of its own and then looks whether another one answers. Of two that start together at least
 * one sees the other, so both may be refused but never both admitted. A socket nobody listens on
 * refuses connections and is removed; its name is never used again.
 */
export async function lockByFile(directory: string): Promise<Release> {
  const own = `lock-${randomBytes(4).toString('hex')}.sock`;
  const path = join(directory, own);
  const release = await putUp(path);
  try {
    const names = (await readdir(directory)).filter((name) => SOCKET.test(name) && name !== own);
    for (const name of names) await removeUnlessAnswering(directory, name);
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

/** Renamed into sight when it listens: before that it would be taken for a dead one. */
async function putUp(path: string): Promise<Release> {
  const unseen = `${path}.tmp`;
  if (Buffer.byteLength(unseen) > LONGEST_PATH) {
    throw new Error(`${path} is too long for a lock; choose a shorter DATA_DIR`);
  }
  const server = await listen(unseen);
  await rename(unseen, path);
  return async () => {
    await rm(path, { force: true });
    await closed(server);
  };
}

async function removeUnlessAnswering(directory: string, name: string): Promise<void> {
  const path = join(directory, name);
  if (await isAnswering(path)) throw new StoreInUseError(directory);
  await rm(path, { force: true });
}

/** Only a plain refusal means that nobody is there. */
function isAnswering(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT');
    });
  });
}
