import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../bot/exports/csv.js';
import { toXlsx } from '../../bot/exports/xlsx.js';
import { inEuros, number, text, type Table } from '../../cards/workbook/table.js';

const TABLE: Table = {
  title: 'Gemeenten',
  columns: [text('Gemeente'), number('Gesprekken'), inEuros('Bedrag')],
  rows: [
    ['’s-Gravenhage', 12, 6820],
    ['Café; "één"\nregel', 0, undefined],
  ],
};

/** What a spreadsheet could take for a formula. */
const FORMULAS = ['=1+1', '+31612345678', '-2', '@SUM(A1)', '\t=1', '\r=1'];

describe('a workbook', () => {
  test('has a sheet per table, with typed cells', async () => {
    const other = { ...TABLE, title: 'Een naam die veel te lang is voor een blad in Excel' };
    const sheets = await readExcelFile(await toXlsx([TABLE, other]));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Gemeenten',
      'Een naam die veel te lang is vo',
    ]);
    expect(sheets[0]?.data).toEqual([
      ['Gemeente', 'Gesprekken', 'Bedrag'],
      ['’s-Gravenhage', 12, 6820],
      ['Café; "één"\nregel', 0, null],
    ]);
  });

  test('keeps its header in sight and shows euros as euros', async () => {
    const files = unzipSync(await toXlsx([TABLE]));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(strFromU8(files['xl/styles.xml'] ?? new Uint8Array())).toContain('€ #,##0');
  });

  test.each(FORMULAS)('holds %j as text that is not evaluated', async (value) => {
    const file = await toXlsx([{ ...TABLE, rows: [[value, 1]] }]);
    const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect((await readExcelFile(file))[0]?.data[1]?.[1]).toBe(1);
  });
});

describe('a file of semicolons', () => {
  test('is read back as it was, and opens in Dutch Excel', () => {
    const file = toCsv(TABLE);
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(file.toString('utf8')).toContain('Gemeente;Gesprekken;Bedrag\r\n');
    expect(parse(file, { bom: true, delimiter: ';', record_delimiter: '\r\n' })).toEqual([
      ['Gemeente', 'Gesprekken', 'Bedrag'],
      ['’s-Gravenhage', '12', '6820'],
      ['Café; "één"\nregel', '0', ''],
    ]);
  });

  test.each(FORMULAS)('defuses %j', (value) => {
    const rows = parse(toCsv({ ...TABLE, rows: [[value, 1, 1]] }), { bom: true, delimiter: ';' });
    expect(rows[1]?.[0]).toBe(`'${value}`);
  });
});
