import { dirname } from 'node:path';
import type { Call } from './syscallsTrace.js';

const isWrite = ({ name }: Call) => name.startsWith('write') || name.startsWith('pwrite');
const isSync = ({ name, ok }: Call) => (name === 'fsync' || name === 'fdatasync') && ok;
const isRename = ({ name, ok }: Call) => name.startsWith('rename') && ok;
const JOURNAL = '/journal.jsonl';
const UNFINISHED = '.tmp';

/** A traced process as a list of calls, and what was on the disk when. */
export class Traced {
  readonly #writes: Call[];
  readonly #syncs: Call[];
  readonly renames: Call[];

  constructor(readonly calls: readonly Call[]) {
    this.#writes = calls.filter(isWrite);
    this.#syncs = calls.filter(isSync);
    this.renames = calls.filter(isRename);
  }

  journalWrites(): Call[] {
    return this.#writes.filter(({ path }) => path.endsWith(JOURNAL));
  }

  /** Whether the journal that was written to had its name durably. */
  isInNamedJournal(write: Call): boolean {
    const named = this.renames.findLast(
      ({ path, end }) => path === write.path && end < write.start,
    );
    return (
      named !== undefined && this.#isSyncedBetween(dirname(named.path), named.end, write.start)
    );
  }

  /** Whether a write was followed by an fsync of its file, and both ended before this call began. */
  isDurableBefore(write: Call, later: Call): boolean {
    return this.#isSyncedBetween(write.path, write.end, later.start);
  }

  /**
   * Of a file that was put in place: all was written, then synced, then renamed, then the directory
   * synced, before the journal was cut; and what it holds was in the journal before.
   */
  isPutInPlace(rename: Call): boolean {
    const before = this.renames.findLast(
      ({ path, end }) => path === rename.path && end < rename.start,
    );
    const own = this.#writes.filter(
      ({ path, start, end }) =>
        path === rename.path + UNFINISHED && start > (before?.end ?? -1) && end < rename.start,
    );
    const last = own.at(-1);
    if (!last || !this.isDurableBefore(last, rename)) return false;
    const cut = this.renames.find(
      ({ path, start }) => path.endsWith(JOURNAL) && start > rename.end && path !== rename.path,
    );
    const until = cut?.start ?? Infinity;
    if (!this.#isSyncedBetween(dirname(rename.path), rename.end, until)) return false;
    return rename.path.endsWith(JOURNAL) || this.#isInJournal(own);
  }

  /** The change a file says it holds was durable before the first of its bytes was written. */
  #isInJournal([first]: readonly Call[]): boolean {
    const sequence = /\{\\"format\\":1,\\"sequence\\":(\d+)/.exec(first?.text ?? '')?.[1];
    // A new store's: nothing is in it.
    if (sequence === '0') return true;
    const line = `{\\"sequence\\":${sequence ?? '?'},`;
    const write = this.journalWrites().find(({ text }) => text.includes(line));
    return first !== undefined && write !== undefined && this.isDurableBefore(write, first);
  }

  #isSyncedBetween(path: string, after: number, before: number): boolean {
    return this.#syncs.some(
      (sync) => sync.path === path && sync.start > after && sync.end < before,
    );
  }
}
