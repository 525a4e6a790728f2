import type { Adapter } from 'lowdb';
import { z } from 'zod/v4';
import { whileReading } from './damage.js';
import { deepFreeze } from './deepFreeze.js';
import type { Files } from './files.js';
import type { InTurn } from './inTurn.js';
import { changePart, type Part } from './part.js';
import { replaceFile } from './replaceFile.js';
import { rowSchema, type Row } from './rows.js';
import { sealPieces, unseal } from './sealed.js';

const fileSchema = z.object({
  format: z.literal(1),
  sequence: z.int().nonnegative(),
  rows: z.array(rowSchema),
});

/** Bytes turned into text between two turns of the event loop, roughly. */
const PIECE = 64 * 1024;

/** lowdb adapter of one file: sealed, replaced whole and durably, never trusted when read. */
export class DurableFile implements Adapter<Part> {
  constructor(
    private readonly files: Files,
    private readonly path: string,
    private readonly turns: InTurn,
  ) {}

  async read(): Promise<Part | null> {
    const bytes = await this.files.read(this.path);
    if (!bytes) return null;
    const { sequence, rows } = whileReading(this.path, '', () => fileSchema.parse(unseal(bytes)));
    const part: Part = { sequence, rows: new Map() };
    for (const row of rows) changePart(part, deepFreeze(row));
    return part;
  }

  /** What is written is the part as it is now, however late its turn comes. */
  write({ sequence, rows }: Part): Promise<void> {
    const now = [...rows.values()];
    return this.turns.run(() =>
      replaceFile(this.files, this.path, sealPieces(pieces(sequence, now))),
    );
  }
}

/** Row by row, so that a large file never holds up the event loop. */
function* pieces(sequence: number, rows: readonly Row[]): Iterable<string> {
  let piece = `{"format":1,"sequence":${sequence},"rows":[`;
  for (const [index, row] of rows.entries()) {
    piece += `${index === 0 ? '' : ','}\n${JSON.stringify(row)}`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n]`;
}
