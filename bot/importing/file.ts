import { CsvError, parse } from 'csv-parse/sync';
import { IMPORT_COLUMNS, type ImportValues } from '../../data/imported/columns.js';

/** One row of a file, by the line it ends on; not every row has a value for every column. */
export type FileRow = { line: number } & ({ values: ImportValues } | { broken: string });

export type ImportFile = { ok: true; rows: FileRow[] } | { ok: false; problems: string[] };

/** Reads a file of commas or semicolons in UTF-8; the first line names the columns, in any order. */
export function readImportFile(bytes: Uint8Array): ImportFile {
  const text = decoded(bytes);
  if (text === undefined) {
    return refused('The file is not UTF-8: save it as “CSV UTF-8”.');
  }
  const parsed = parsedLines(text);
  if ('problem' in parsed) return refused(parsed.problem);
  const [header, ...others] = parsed.lines;
  if (!header) return refused('The file is empty: its first line names the columns.');
  const columns = header.values.map((name) => name.toLowerCase());
  const problems = problemsWith(columns);
  if (problems.length > 0) return { ok: false, problems };
  const rows = others.filter(({ values }) => values.some((value) => value !== ''));
  return { ok: true, rows: rows.map((row) => fileRow(row, columns)) };
}

const refused = (problem: string): ImportFile => ({ ok: false, problems: [problem] });

/** Without the mark that spreadsheets put in front; nothing when it is in another encoding. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

interface Line {
  line: number;
  values: string[];
}

function parsedLines(text: string): { lines: Line[] } | { problem: string } {
  const numbers: number[] = [];
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: string[], { lines }) => {
        numbers.push(lines);
        return record;
      },
    });
    return { lines: records.map((values, at) => ({ line: numbers[at] ?? 0, values })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: `line ${String(error.lines)}: ${QUOTES}` };
  }
}

/** Never what the parser says: that quotes the file. */
const QUOTES =
  'the double quotes are not in pairs; a value with a quote in it is written as "so ""called"""';

/** The names of the columns hold neither. */
function delimiterOf(text: string): ',' | ';' {
  const [header = ''] = text.trimStart().split(/[\r\n]/, 1);
  return header.includes(';') ? ';' : ',';
}

function problemsWith(columns: readonly string[]): string[] {
  const isKnown = (name: string) => IMPORT_COLUMNS.some((known) => known === name);
  const unknown = columns.filter((name) => !isKnown(name));
  const missing = IMPORT_COLUMNS.filter((name) => !columns.includes(name));
  const twice = columns.filter((name, at) => isKnown(name) && columns.indexOf(name) < at);
  return [
    ...unknown.map((name) => `line 1: column ${JSON.stringify(name)} is unknown`),
    ...missing.map((name) => `line 1: column ${name} is missing`),
    ...twice.map((name) => `line 1: column ${name} stands there twice`),
  ];
}

function fileRow({ line, values }: Line, columns: readonly string[]): FileRow {
  if (values.length !== columns.length) {
    const broken = `has ${values.length} values for ${columns.length} columns; a value with a separator in it stands between double quotes`;
    return { line, broken };
  }
  const entries = IMPORT_COLUMNS.map((name) => [name, values[columns.indexOf(name)]?.trim() ?? '']);
  return { line, values: Object.fromEntries(entries) as ImportValues };
}
