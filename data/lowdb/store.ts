import { Low } from 'lowdb';
import { join } from 'node:path';
import { Damage } from './damage.js';
import { DurableFile } from './durableFile.js';
import type { Files } from './files.js';
import { InTurn } from './inTurn.js';
import { changePart, type Part } from './part.js';
import { fileOf, isFiledByMonth, keyOfRecord, STANDING, type Row } from './rows.js';
import { Views } from './views.js';

/** The state in memory: one lowdb database per file, and what is looked up across them. */
export class Store {
  readonly views = new Views();
  /** Writes to files, one after another. */
  readonly writing = new InTurn();
  readonly #parts = new Map<string, Low<Part>>();
  readonly #changed = new Set<string>();

  constructor(
    private readonly files: Files,
    readonly directory: string,
  ) {}

  pathOf(file: string): string {
    return join(this.directory, `${file}.json`);
  }

  part(file: string): Part {
    return this.#low(file).data;
  }

  async load(file: string): Promise<void> {
    await this.#low(file).read();
    for (const row of this.part(file).rows.values()) {
      const isTwice = isFiledByMonth(row) && this.views.records[row.kind].has(keyOfRecord(row));
      if (isTwice || fileOf(row) !== file) {
        throw new Damage(this.pathOf(file), `a ${row.kind} in it belongs elsewhere`, true);
      }
      this.views.apply(row);
    }
  }

  apply(row: Row): void {
    const file = fileOf(row);
    changePart(this.part(file), row);
    this.#changed.add(file);
    this.views.apply(row);
  }

  /** Writes the files that changed, as they are at this moment; the standing file last. */
  async write(sequence: number): Promise<void> {
    const months = [...this.#changed].filter((file) => file !== STANDING);
    this.#changed.clear();
    for (const file of months) changePart(this.part(STANDING), { kind: 'month', file, sequence });
    const written = [...months, STANDING].map((file) => {
      this.part(file).sequence = sequence;
      return this.#low(file).write();
    });
    await Promise.all(written);
  }

  #low(file: string): Low<Part> {
    const known = this.#parts.get(file);
    if (known) return known;
    const adapter = new DurableFile(this.files, this.pathOf(file), this.writing);
    const low = new Low<Part>(adapter, { sequence: 0, rows: new Map() });
    this.#parts.set(file, low);
    return low;
  }
}
