import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { lockByFile } from './lockByFile.js';
import { closed, listen, StoreInUseError, type Release } from './socket.js';

export type Lock = (directory: string) => Promise<Release>;

/**
 * A lock that the kernel holds and drops when the process dies, however it dies: a socket that only
 * one process can listen on. On Linux it is seen within one network namespace, so two containers
 * must not share a directory.
 */
export const kernelLock: Lock = async (directory) => {
  const { platform } = process;
  if (platform === 'linux') return lockByName(directory, `\0nnz-${await identityOf(directory)}`);
  if (platform !== 'win32') return lockByFile(directory);
  return lockByName(directory, `\\\\.\\pipe\\nnz-${await identityOf(directory)}`);
};

/** The same for every path to this directory. */
async function identityOf(directory: string): Promise<string> {
  const { dev, ino } = await stat(directory, { bigint: true });
  return createHash('sha256').update(`${dev} ${ino}`).digest('hex').slice(0, 32);
}

async function lockByName(directory: string, name: string): Promise<Release> {
  try {
    const server = await listen(name);
    return () => closed(server);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new StoreInUseError(directory);
    }
    throw error;
  }
}
