import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';

export interface OpenFile {
  /** Answers how many bytes were written; that can be fewer than asked. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  truncate(length: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Entry {
  name: string;
  isDirectory: boolean;
}

/** Everything the engine asks of a disk, so that tests can make each step fail. */
export interface Files {
  /** A file that must not exist yet, readable by its owner only. */
  create(path: string): Promise<OpenFile>;
  open(path: string): Promise<OpenFile>;
  read(path: string): Promise<Buffer | undefined>;
  /** Empty when there is no such directory. */
  list(directory: string): Promise<Entry[]>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** With everything in it. */
  removeDirectory(path: string): Promise<void>;
  /** Answers whether it had to be made. */
  makeDirectory(path: string): Promise<boolean>;
  /** Makes creations, renames and removals in this directory durable. */
  syncDirectory(path: string): Promise<void>;
}

export const nodeFiles: Files = {
  create: async (path) => opened(await open(path, 'wx', 0o600)),
  open: async (path) => opened(await open(path, 'r+')),
  read: (path) => unlessMissing(readFile(path), undefined),
  list: (directory) => unlessMissing(entries(directory), []),
  rename,
  remove: (path) => rm(path, { force: true }),
  removeDirectory: (path) => rm(path, { recursive: true, force: true }),
  makeDirectory: async (path) =>
    (await mkdir(path, { recursive: true, mode: 0o700 })) !== undefined,
  syncDirectory,
};

function opened(handle: FileHandle): OpenFile {
  return {
    write: async (bytes, position) =>
      (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    truncate: (length) => handle.truncate(length),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

async function entries(directory: string): Promise<Entry[]> {
  const found = await readdir(directory, { withFileTypes: true });
  return found.map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }));
}

async function syncDirectory(path: string): Promise<void> {
  // Windows cannot open a directory for this; NTFS journals its names itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unlessMissing<T, M>(result: Promise<T>, whenMissing: M): Promise<T | M> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return whenMissing;
    throw error;
  }
}
