import type { PastCase } from '../../data/imported.js';
import type { ImportGuide } from '../../data/imported/guide.js';
import { readImportRow, type BrokenRule } from '../../data/imported/row.js';
import type { FileRow } from './file.js';

/** A row that keeps all rules. */
export interface SoundRow {
  line: number;
  externalId: string;
  past: PastCase;
}

/** A row that does not, with a line of text for each rule it breaks. */
export interface WrongRow {
  line: number;
  problems: string[];
}

export type Checked = { ok: true; rows: SoundRow[] } | { ok: false; wrong: WrongRow[] };

/** Every row by every rule; an id may stand in a file once. */
export function checkRows(rows: readonly FileRow[], guide: ImportGuide): Checked {
  const sound: SoundRow[] = [];
  const wrong: WrongRow[] = [];
  const firstLines = new Map<string, number>();
  for (const row of rows) {
    const checked = checkRow(row, guide, firstLines);
    if ('problems' in checked) wrong.push(checked);
    else sound.push(checked);
  }
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, rows: sound };
}

function checkRow(
  row: FileRow,
  guide: ImportGuide,
  firstLines: Map<string, number>,
): SoundRow | WrongRow {
  const { line } = row;
  if ('broken' in row) return { line, problems: [`line ${line}: ${row.broken}`] };
  const read = readImportRow(row.values, guide);
  const twice = standsTwice(row.values.external_id.normalize('NFC'), line, firstLines);
  const broken = [...(read.ok ? [] : read.broken), ...twice];
  if (!read.ok || twice.length > 0) return wrongRow(line, broken);
  return { line, externalId: read.externalId, past: read.past };
}

function standsTwice(value: string, line: number, firstLines: Map<string, number>): BrokenRule[] {
  if (value === '') return [];
  const first = firstLines.get(value);
  if (first === undefined) firstLines.set(value, line);
  const rule = `stands in line ${first ?? line} as well`;
  return first === undefined ? [] : [{ column: 'external_id', value, rule }];
}

export function wrongRow(line: number, broken: readonly BrokenRule[]): WrongRow {
  return { line, problems: broken.map((one) => problemText(line, one)) };
}

const LONGEST = 60;

/** The value as JSON, so that nothing in it can move the cursor or colour the screen. */
function problemText(line: number, { column, value, rule }: BrokenRule): string {
  const shown = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return `line ${line}, ${column} ${JSON.stringify(shown)}: ${rule}`;
}

const MOST_SHOWN = 100;

/** What is told of wrong rows: so many of them whole, of the others how many there are. */
export function wrongText(wrong: readonly WrongRow[]): string[] {
  const more = wrong.length - MOST_SHOWN;
  return [
    ...wrong.slice(0, MOST_SHOWN).flatMap(({ problems }) => problems),
    ...(more > 0 ? [`and ${more} more wrong ${more === 1 ? 'row' : 'rows'}`] : []),
  ];
}
