import type { Adapter } from 'lowdb';
import { z } from 'zod/v4';
import { Damage, whileReading } from './damage.js';
import type { Files } from './files.js';
import type { InTurn } from './inTurn.js';
import { changePart, type Part } from './part.js';
import { replaceFile } from './replaceFile.js';
import { rowSchema, type Row } from './rows.js';
import { NEWLINE, sealPieces, unsealed } from './sealed.js';

const headSchema = z.object({
  format: z.literal(1),
  sequence: z.int().nonnegative(),
  rows: z.tuple([]),
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
    const lines = linesOf(whileReading(this.path, '', () => unsealed(bytes)));
    const { sequence } = whileReading(this.path, '', () => readHead(lines.next().value));
    return { sequence, rows: readRows(this.path, lines) };
  }

  /** What is written is the part as it is now, however late its turn comes. */
  write({ sequence, rows }: Part): Promise<void> {
    const now = [...rows.values()];
    return this.turns.run(() =>
      replaceFile(this.files, this.path, sealPieces(pieces(sequence, now))),
    );
  }
}

function readHead(line = ''): z.infer<typeof headSchema> {
  return headSchema.parse(JSON.parse(`${line}]}`));
}

/** Row by row, as they are written: what a row was made of can be forgotten before the next. */
function readRows(path: string, lines: Iterable<string>): Part['rows'] {
  const part: Pick<Part, 'rows'> = { rows: new Map() };
  let number = 1;
  for (const line of lines) {
    if (line === ']') return part.rows;
    number += 1;
    whileReading(path, `line ${number}: `, () => {
      const row: unknown = JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line);
      changePart(part, rowSchema.parse(row));
    });
  }
  throw new Damage(path, 'it does not end where its rows do', true);
}

function* linesOf(bytes: Buffer): Generator<string, undefined> {
  for (let begin = 0; begin < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, begin);
    const end = newline === -1 ? bytes.length : newline;
    yield bytes.toString('utf8', begin, end);
    begin = end + 1;
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
