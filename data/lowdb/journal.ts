import type { Files, OpenFile } from './files.js';
import { InTurn } from './inTurn.js';
import type { Entry, Head } from './journalFile.js';
import { replaceFile, writeAll } from './replaceFile.js';
import { seal } from './sealed.js';

/** A place between two lines. */
export interface Mark {
  sequence: number;
  position: number;
}

/** The file every change is in before it is acknowledged. */
export class Journal {
  readonly #turns = new InTurn();
  #waiting: Buffer[] = [];
  #flush: Promise<void> | undefined;
  /** Behind what is in the file, and behind what waits to be. */
  #written: number;
  #end: Mark;

  private constructor(
    private readonly files: Files,
    private readonly path: string,
    private file: OpenFile,
    private after: number,
    end: Mark,
  ) {
    this.#written = end.position;
    this.#end = end;
  }

  /** Opens the journal for what comes after `end`; a torn line behind that is cut off. */
  static async open(files: Files, path: string, after: number, end: Mark): Promise<Journal> {
    const file = await files.open(path);
    try {
      await file.truncate(end.position);
      await file.sync();
    } catch (error) {
      await file.close();
      throw error;
    }
    return new Journal(files, path, file, after, end);
  }

  get failure(): Error | undefined {
    return this.#turns.failure;
  }

  get end(): Mark {
    return this.#end;
  }

  get isEmpty(): boolean {
    return this.#end.sequence === this.after;
  }

  /**
   * Resolves when this change is on the disk. Changes that come while another group is being
   * written share one write and one fsync.
   */
  append(rows: Entry['rows']): Promise<void> {
    const sequence = this.#end.sequence + 1;
    const line = seal({ sequence, rows } satisfies Entry);
    this.#waiting.push(line);
    this.#end = { sequence, position: this.#end.position + line.length };
    this.#flush ??= this.#turns.run(() => this.#writeWaiting());
    return this.#flush;
  }

  /** Resolves when nothing that was appended so far is still on its way, written or not. */
  settled(): Promise<void> {
    return this.#turns.ended();
  }

  /** Resolves when all that was appended so far is on the disk. */
  durable(): Promise<void> {
    return this.#turns.run(() => Promise.resolve());
  }

  /** Drops the changes up to the mark, which the files now hold. What came after it stays. */
  cut(mark: Mark): Promise<void> {
    return this.#turns.run(async () => {
      const bytes = await this.files.read(this.path);
      const kept = bytes?.subarray(mark.position, this.#written) ?? Buffer.alloc(0);
      const head = headLine(mark.sequence);
      await this.file.close();
      await replaceFile(this.files, this.path, [head, kept]);
      this.file = await this.files.open(this.path);
      this.#moveBack(mark, this.#written - head.length - kept.length);
    });
  }

  async close(): Promise<void> {
    await this.settled();
    await this.file.close();
  }

  async #writeWaiting(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#flush = undefined;
    this.#written = await writeAll(this.file, bytes, this.#written);
    await this.file.sync();
  }

  #moveBack(mark: Mark, by: number): void {
    this.after = mark.sequence;
    this.#written -= by;
    this.#end = { ...this.#end, position: this.#end.position - by };
  }
}

/** The first journal of a store. */
export async function createJournal(files: Files, path: string): Promise<void> {
  await replaceFile(files, path, [headLine(0)]);
}

function headLine(after: number): Buffer {
  return seal({ format: 1, after } satisfies Head);
}
