import { describe, expect, it } from 'vitest';
import { readImportFile } from '../../bot/importing/file.js';
import { IMPORT_COLUMNS } from '../../data/imported/columns.js';
import { aRow, csv } from './importedFile.js';

const ROWS = [
  aRow({ reasons: 'complex;finance', escalated_on: '2021-03-12', organisation: 'JGZ, "noord"' }),
  aRow({ external_id: 'a"b', organisation: 'twee\nregels', municipality: 'Alphen aan den Rijn' }),
];

const read = (text: string | Buffer) => readImportFile(Buffer.from(text as string));
const valuesOf = (text: string) => {
  const file = read(text);
  return file.ok
    ? file.rows.map((row) => ('values' in row ? row.values : row.broken))
    : file.problems;
};

describe('a file', () => {
  it.each([';', ','] as const)('separated by %s', (separator) => {
    for (const newline of ['\n', '\r\n'] as const) {
      expect(valuesOf(csv(ROWS, { separator, newline }))).toEqual(ROWS);
    }
  });

  it('with its columns in another order, and the mark that spreadsheets put in front', () => {
    const columns = [...IMPORT_COLUMNS].reverse();
    expect(valuesOf(`\uFEFF${csv(ROWS, { columns })}`)).toEqual(ROWS);
    expect(valuesOf(`\uFEFF${csv(ROWS, { columns, separator: ',' })}`)).toEqual(ROWS);
  });

  it('with quoted or capital names of columns, and spaces around values', () => {
    const [header = '', ...lines] = csv([aRow()]).split('\r\n');
    const quoted = header
      .split(';')
      .map((name) => `"${name.toUpperCase()}"`)
      .join('; ');
    const spaced = lines.map((line) => line.replaceAll(';', ' ; '));
    expect(valuesOf([quoted, ...spaced].join('\r\n'))).toEqual([aRow()]);
  });

  it('with empty lines, rows of nothing and no end of line at the end', () => {
    const text = csv(ROWS).replace(/\r\n$/, `\r\n\r\n${';'.repeat(11)}\r\n\r\n`);
    expect(valuesOf(text)).toEqual(ROWS);
    expect(valuesOf(csv(ROWS).trimEnd())).toEqual(ROWS);
  });

  it('with nothing below its header has no rows', () => {
    expect(valuesOf(csv([]))).toEqual([]);
  });

  it('says of every row on which line it ends', () => {
    const file = read(csv([...ROWS, aRow()]));
    expect(file.ok && file.rows.map(({ line }) => line)).toEqual([2, 4, 5]);
  });
});

describe('refused is a file', () => {
  it.each([
    ['that is empty', '', 'The file is empty: its first line names the columns.'],
    [
      'with a column too few',
      csv([aRow()]).replace(';outcome;', ';'),
      'line 1: column outcome is missing',
    ],
    [
      'with a strange column',
      csv([aRow()]).replace('talk', 'gesprek'),
      'line 1: column "gesprek" is unknown',
    ],
    [
      'with a column twice',
      csv([aRow()]).replace('talk', 'domain'),
      'line 1: column domain stands there twice',
    ],
    [
      'with a quote that is not closed',
      `${csv([aRow()])}"1;2`,
      'the double quotes are not in pairs',
    ],
    [
      'with a quote inside a value',
      csv([aRow()]).replace('leiden', 'lei"den'),
      'line 2: the double quotes',
    ],
  ])('%s', (_, text, problem) => {
    const file = read(text);
    expect(file.ok ? [] : file.problems).toContainEqual(expect.stringContaining(problem));
    expect(JSON.stringify(file)).not.toContain('leiden');
  });

  it('of another encoding than UTF-8', () => {
    const bytes = Buffer.from(csv([aRow({ organisation: 'café' })]), 'latin1');
    expect(readImportFile(bytes)).toEqual({
      ok: false,
      problems: ['The file is not UTF-8: save it as “CSV UTF-8”.'],
    });
  });
});

it('a row with reasons that are not quoted in a file of semicolons is wrong in itself', () => {
  const text = csv([aRow({ reasons: 'complex;finance' }), aRow()]).replaceAll('"', '');
  expect(valuesOf(text)).toEqual([
    'has 13 values for 12 columns; a value with a separator in it stands between double quotes',
    aRow(),
  ]);
});
