import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pick } from '../seeded.js';
import { upTo } from './killStore.js';

/** A file of a store, and what can be done to it. */
interface Victim {
  path: string;
  name: string;
  bytes: Buffer;
  /**
   * Only before this place. A journal that ends early is what a crash leaves: nobody can tell
   * whether its last line was acknowledged, and it is cut off by design.
   */
  until: number;
  /** The same file at an earlier time, and another file of its kind. */
  older: Buffer | undefined;
  other: Buffer | undefined;
}

/** What is there afterwards; nothing when the file is gone. */
type Damage = (victim: Victim, pick: Pick) => Buffer | 'gone';

const KINDS: Record<string, Damage> = {
  'a bit is turned': ({ bytes, until }, pick) => {
    const at = pick(upTo(until - 1));
    return changed(bytes, at, [(bytes[at] ?? 0) ^ (1 << pick([0, 1, 2, 3, 4, 5, 6, 7]))]);
  },
  'a block is zeros': ({ bytes, until }, pick) => {
    const [from, to] = range(until, pick);
    return changed(bytes, from, new Array<number>(to - from).fill(0));
  },
  'a piece is gone': ({ bytes, until }, pick) => {
    const [from, to] = range(until, pick);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'a piece is there twice': ({ bytes, until }, pick) => {
    const [, to] = range(until, pick);
    const [from] = range(to, pick);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'a line is gone': ({ bytes, until }, pick) => withLines(bytes, until, pick, () => []),
  'a line is there twice': ({ bytes, until }, pick) =>
    withLines(bytes, until, pick, (line) => [line, line]),
  'it is cut off': ({ bytes, name, until }, pick) => {
    const end = name === JOURNAL ? bytes.indexOf('\n') : until;
    return bytes.subarray(0, pick(upTo(end - 1)));
  },
  'it is empty': () => Buffer.alloc(0),
  'it is gone': () => 'gone',
  'it is an older one': ({ older }) => older ?? 'gone',
  'it is another one': ({ other }) => other ?? 'gone',
  'it is something else': (_, pick) => Buffer.from(pick(['{}\n', 'null', '\0\0\0', '<html>'])),
};
export const DAMAGES = Object.keys(KINDS);

const JOURNAL = 'journal.jsonl';

/** Damages one of these files, and says which and how. */
export async function damage(
  directory: string,
  names: readonly string[],
  pick: Pick,
  olderIn?: string,
): Promise<string> {
  const name = pick(names);
  const path = join(directory, name);
  const bytes = await readFile(path);
  const older =
    olderIn === undefined ? undefined : await readFile(join(olderIn, name)).catch(() => undefined);
  const elsewhere = names.find((one) => one !== name && isMonth(one) === isMonth(name));
  const other = elsewhere === undefined ? undefined : await readFile(join(directory, elsewhere));
  const kind = pick(DAMAGES);
  const until = name === JOURNAL ? startOfLastLine(bytes) : bytes.length - 2;
  const after = KINDS[kind]?.({ path, name, bytes, until, older, other }, pick) ?? 'gone';
  if (after === 'gone' || after.equals(bytes)) await rm(path);
  else await writeFile(path, after);
  return `${name}: ${kind}`;
}

const isMonth = (name: string) => name.includes('/');

function startOfLastLine(bytes: Buffer): number {
  const start = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
  // The first line is put in place whole, so that it cannot be torn.
  return start === 0 ? bytes.length - 2 : start;
}

function range(until: number, pick: Pick): [number, number] {
  const from = pick(upTo(until - 2));
  return [from, Math.min(until, from + 1 + pick(upTo(200)))];
}

function changed(bytes: Buffer, at: number, by: readonly number[]): Buffer {
  const after = Buffer.from(bytes);
  after.set(by, at);
  return after;
}

function withLines(
  bytes: Buffer,
  until: number,
  pick: Pick,
  change: (line: Buffer) => Buffer[],
): Buffer {
  const ends = [...bytes.subarray(0, until).entries()].flatMap(([at, byte]) =>
    byte === 0x0a ? [at + 1] : [],
  );
  const end = ends.length > 0 ? pick(ends) : bytes.length;
  const start = bytes.lastIndexOf('\n', end - 2) + 1;
  const line = bytes.subarray(start, end);
  return Buffer.concat([bytes.subarray(0, start), ...change(line), bytes.subarray(end)]);
}
