import { z } from 'zod/v4';
import { Damage, whileReading } from './damage.js';
import type { Files } from './files.js';
import { rowSchema } from './rows.js';
import { unseal } from './sealed.js';

/** The name cannot be a region's directory: a region id has no dot. */
export const JOURNAL = 'journal.jsonl';

/** First line: every change after this one is in the lines below. */
export const headSchema = z.object({ format: z.literal(1), after: z.int().nonnegative() });
export type Head = z.infer<typeof headSchema>;

/** One change, whole. */
export const entrySchema = z.object({ sequence: z.int().positive(), rows: z.array(rowSchema) });
export type Entry = z.infer<typeof entrySchema>;

export interface JournalContent {
  after: number;
  entries: Entry[];
  /** Bytes of whole lines, and of the torn one behind them that was never acknowledged. */
  length: number;
  torn: number;
}

export async function readJournal(files: Files, path: string): Promise<JournalContent | undefined> {
  const bytes = await files.read(path);
  if (!bytes) return undefined;
  const [first, ...others] = wholeLines(bytes);
  if (!first) throw new Damage(path, 'it has no first line', true);
  const { after } = whileReading(path, 'line 1: ', () => headSchema.parse(unseal(first)));
  const entries = others.map((line, index) => readEntry(path, line, index + 2));
  refuseGaps(path, after, entries);
  const length = bytes.lastIndexOf('\n') + 1;
  return { after, entries, length, torn: bytes.length - length };
}

function* wholeLines(bytes: Buffer): Iterable<Buffer> {
  let start = 0;
  for (let end = bytes.indexOf('\n'); end !== -1; end = bytes.indexOf('\n', start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}

function readEntry(path: string, line: Buffer, number: number): Entry {
  return whileReading(path, `line ${number}: `, () => entrySchema.parse(unseal(line)));
}

function refuseGaps(path: string, after: number, entries: readonly Entry[]): void {
  for (const [index, { sequence }] of entries.entries()) {
    const expected = after + index + 1;
    if (sequence === expected) continue;
    const problem = `line ${index + 2}: change ${expected} is missing, change ${sequence} follows`;
    throw new Damage(path, problem, true);
  }
}
