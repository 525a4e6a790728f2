import { dirname } from 'node:path';
import type { Files, OpenFile } from '../../../data/lowdb/files.js';

/** What a power failure leaves of names and contents that were not synced. */
export const SURVIVALS = [
  { names: false, contents: false },
  { names: true, contents: true },
  { names: true, contents: false },
  { names: false, contents: true },
] as const;
export type Survival = (typeof SURVIVALS)[number];

/** How one step goes wrong; `half` writes half of the bytes before it fails. */
export type Fault =
  { fails: Error; half?: boolean } | { accepts: number } | { until: Promise<void> };

interface Content {
  now: Buffer;
  synced: Buffer;
}
type Names = Map<string, Content | 'directory'>;

const MISSING = (path: string) => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });

/** A disk in memory that tells what is synced from what is not. */
export class SimulatedDisk implements Files {
  /** Every step that changed something, such as `write /store/journal.jsonl`. */
  readonly steps: string[] = [];
  /** Decides, before a step is taken, whether and how it fails. */
  fault: (step: string, index: number) => Fault | undefined = () => undefined;
  #now: Names = new Map([['/', 'directory']]);
  #synced: Names = new Map([['/', 'directory']]);

  /** From step `index` on nothing reaches the disk any more. */
  stopAt(index: number): void {
    this.fault = (_, at) =>
      at < index ? undefined : { fails: new Error('the power is off'), half: at === index };
  }

  /** The disk as the next start finds it. */
  afterPowerFailure({ names, contents }: Survival): SimulatedDisk {
    const disk = new SimulatedDisk();
    const kept = names ? this.#now : this.#synced;
    for (const [path, entry] of kept) {
      const found = entry === 'directory' ? entry : copy(contents ? entry.now : entry.synced);
      if (isReachable(kept, path)) disk.#now.set(path, found);
    }
    disk.#synced = new Map(disk.#now);
    return disk;
  }

  copy(): SimulatedDisk {
    return this.afterPowerFailure({ names: true, contents: true });
  }

  paths(): string[] {
    return [...this.#now].flatMap(([path, entry]) => (entry === 'directory' ? [] : [path])).sort();
  }

  bytes(path: string): Buffer {
    return this.#file(path).now;
  }

  /** From outside the engine, as by a failing disk or a person. */
  put(path: string, bytes: Buffer | string): void {
    this.#now.set(path, copy(Buffer.from(bytes)));
    this.#synced.set(path, copy(Buffer.from(bytes)));
  }

  take(path: string): void {
    this.#now.delete(path);
    this.#synced.delete(path);
  }

  async create(path: string): Promise<OpenFile> {
    await this.#step(`create ${path}`);
    if (this.#now.has(path)) throw new Error(`EEXIST: ${path}`);
    if (this.#now.get(dirname(path)) !== 'directory') throw MISSING(path);
    const content = copy(Buffer.alloc(0));
    this.#now.set(path, content);
    return this.#opened(path, content);
  }

  open(path: string): Promise<OpenFile> {
    return Promise.resolve(this.#opened(path, this.#file(path)));
  }

  read(path: string): Promise<Buffer | undefined> {
    const entry = this.#now.get(path);
    return Promise.resolve(entry === 'directory' ? undefined : entry && Buffer.from(entry.now));
  }

  list(directory: string): Promise<{ name: string; isDirectory: boolean }[]> {
    const inside = [...this.#now].filter(([path]) => path !== '/' && dirname(path) === directory);
    return Promise.resolve(
      inside.map(([path, entry]) => ({
        name: path.slice(path.lastIndexOf('/') + 1),
        isDirectory: entry === 'directory',
      })),
    );
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#step(`rename ${to}`);
    this.#now.set(to, this.#file(from));
    this.#now.delete(from);
  }

  async remove(path: string): Promise<void> {
    await this.#step(`remove ${path}`);
    this.#now.delete(path);
  }

  async removeDirectory(path: string): Promise<void> {
    await this.#step(`remove ${path}`);
    const isInside = (other: string) => other === path || other.startsWith(`${path}/`);
    for (const other of [...this.#now.keys()].filter(isInside)) this.#now.delete(other);
  }

  async makeDirectory(path: string): Promise<boolean> {
    if (this.#now.has(path)) return false;
    await this.makeDirectory(dirname(path));
    await this.#step(`make ${path}`);
    this.#now.set(path, 'directory');
    return true;
  }

  async syncDirectory(path: string): Promise<void> {
    await this.#step(`sync ${path}`);
    const isInside = (other: string) => dirname(other) === path;
    for (const other of [...this.#synced.keys()].filter(isInside)) this.#synced.delete(other);
    for (const [other, entry] of this.#now) if (isInside(other)) this.#synced.set(other, entry);
    this.#synced.set('/', 'directory');
  }

  #file(path: string): Content {
    const entry = this.#now.get(path);
    if (!entry || entry === 'directory') throw MISSING(path);
    return entry;
  }

  #opened(path: string, content: Content): OpenFile {
    return {
      write: async (bytes, position) => {
        const fault = this.#fault(`write ${path}`);
        const accepted = acceptedBytes(fault, bytes.length);
        content.now = spliced(content.now, bytes.subarray(0, accepted), position);
        await suffered(fault);
        return accepted;
      },
      truncate: async (length) => {
        await this.#step(`truncate ${path}`);
        content.now = content.now.subarray(0, length);
      },
      sync: async () => {
        await this.#step(`sync ${path}`);
        content.synced = content.now;
      },
      close: () => Promise.resolve(),
    };
  }

  #step(step: string): Promise<void> {
    return suffered(this.#fault(step));
  }

  #fault(step: string): Fault | undefined {
    this.steps.push(step);
    return this.fault(step, this.steps.length - 1);
  }
}

/** Real disks answer later too, never within the call. */
async function suffered(fault: Fault | undefined): Promise<void> {
  await Promise.resolve();
  if (!fault) return;
  if ('fails' in fault) throw fault.fails;
  if ('until' in fault) await fault.until;
}

function acceptedBytes(fault: Fault | undefined, length: number): number {
  if (!fault || 'until' in fault) return length;
  if ('accepts' in fault) return Math.min(length, fault.accepts);
  return fault.half ? Math.floor(length / 2) : 0;
}

function spliced(content: Buffer, bytes: Uint8Array, position: number): Buffer {
  const behind = content.subarray(position + bytes.length);
  const gap = Buffer.alloc(Math.max(0, position - content.length));
  return Buffer.concat([content.subarray(0, position), gap, bytes, behind]);
}

function copy(bytes: Buffer): Content {
  return { now: bytes, synced: bytes };
}

function isReachable(names: Names, path: string): boolean {
  return (
    path === '/' || (names.get(dirname(path)) === 'directory' && isReachable(names, dirname(path)))
  );
}
