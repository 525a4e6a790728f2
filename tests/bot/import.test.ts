import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { runImport } from '../../bot/importing/command.js';
import { runStats } from '../../bot/statistics/command.js';
import type { ImportValues } from '../../data/imported/columns.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import { readLowdbRepository } from '../../data/lowdb/readLowdbRepository.js';
import { SINCE_START } from '../../data/periods.js';
import { dateAfter, daysOfWeek, weekOfDay } from '../../data/weeks.js';
import { NOW } from '../builders.js';
import { seeded } from '../seeded.js';
import { aRow, bruteForce, csv, msOf, randomRows } from './importedFile.js';

const TODAY = '2026-11-16';
const REGION = 'hollands-midden';

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nnz-import-'));
  dataDir = join(folder, 'data');
});
afterEach(() => rm(folder, { recursive: true }));

interface Ran {
  code: number;
  says: string[];
  complains: string[];
}

async function run(command: typeof runImport, args: string[], now = NOW): Promise<Ran> {
  const [says, complains]: string[][] = [[], []];
  const terminal = {
    say: (line: string) => says?.push(line),
    complain: (line: string) => complains?.push(line),
    isWatched: false,
  };
  const code = await command(args, { env: { DATA_DIR: dataDir }, now: () => now, terminal });
  return { code, says: says ?? [], complains: complains ?? [] };
}

async function imports(
  file: readonly ImportValues[] | string | Buffer,
  options: string[] = [],
  now = NOW,
): Promise<Ran> {
  const path = join(folder, 'cases.csv');
  await writeFile(path, Array.isArray(file) ? csv(file) : (file as string | Buffer));
  return run(runImport, ['--region', REGION, path, ...options], now);
}

const figures = z.object({
  indicators: z.record(z.string(), z.number()),
  below: z.record(z.string(), z.number()),
  reasons: z.record(z.string(), z.number()),
  outcomes: z.record(z.string(), z.number()),
  municipalities: z.record(z.string(), z.object({ talks: z.number(), escalations: z.number() })),
  organisationTypes: z.record(z.string(), z.object({ talks: z.number(), escalations: z.number() })),
  domains: z.record(z.string(), z.object({ talks: z.number(), escalations: z.number() })),
});

async function stats(...period: string[]): Promise<z.infer<typeof figures>> {
  const { code, says } = await run(runStats, ['--region', REGION, '--json', ...period]);
  expect(code).toBe(0);
  return figures.parse(JSON.parse(says.join('\n')));
}
const talks = async () => (await stats()).indicators.talks;

describe('npm run import', () => {
  it('stores every row, and says how many', async () => {
    const { code, says, complains } = await imports([aRow(), aRow({ external_id: '2' })]);
    expect([code, says]).toEqual([0, ['2 new, 0 updated, 0 unchanged.']]);
    expect(complains).toEqual(['2 of 2 stored']);
    expect(await talks()).toBe(2);
  });

  it('changes nothing the second time', async () => {
    await imports([aRow(), aRow({ external_id: '2' })]);
    const before = await readdir(dataDir);
    const { says } = await imports([
      aRow({ external_id: '2' }),
      aRow(),
      aRow({ external_id: '3' }),
    ]);
    expect(says).toEqual(['1 new, 0 updated, 2 unchanged.']);
    expect(await talks()).toBe(3);
    expect(await readdir(dataDir)).toEqual(before);
  });

  it('leaves a month that was still running on the day it was imported', async () => {
    const row = aRow({ opened_on: '2026-11' });
    await imports([row]);
    const later = NOW.plus({ months: 2 });
    expect((await imports([row], [], later)).says).toEqual(['0 new, 0 updated, 1 unchanged.']);
    expect((await stats('--from', TODAY, '--until', TODAY)).indicators.talks).toBe(1);
  });

  it('refuses other values for a row, unless they are to take its place', async () => {
    await imports([aRow(), aRow({ external_id: '2' })]);
    const file = [
      aRow({ municipality: 'gouda', opened_on: '2020-02-01' }),
      aRow({ external_id: '3' }),
    ];
    const refused = await imports(file);
    expect(refused.code).toBe(1);
    expect(refused.complains).toEqual([
      'line 2, external_id "1": was imported before with other values; with --update these take their place',
      'Nothing of the file was stored.',
    ]);
    expect((await stats()).municipalities).toEqual({ Leiden: { talks: 2, escalations: 0 } });
    expect((await imports(file, ['--update'])).says).toEqual(['1 new, 1 updated, 0 unchanged.']);
    expect((await stats()).municipalities).toEqual({
      Gouda: { talks: 1, escalations: 0 },
      Leiden: { talks: 2, escalations: 0 },
    });
    expect((await stats('--week', '2020-W05')).indicators.talks).toBe(1);
    expect((await imports(file)).says).toEqual(['0 new, 0 updated, 2 unchanged.']);
  });

  it('keeps the id as a keyed hash only, under a key that is made once', async () => {
    const id = 'dossier-4711';
    await imports([aRow({ external_id: id, organisation: 'Praktijk Jansen' })]);
    const key = await readFile(join(dataDir, 'import.key'), 'utf8');
    expect(key).toMatch(/^[0-9a-f]{64} [0-9a-f]{8}\n$/);
    if (process.platform !== 'win32') {
      expect((await stat(join(dataDir, 'import.key'))).mode & 0o777).toBe(0o600);
    }
    const names = await readdir(dataDir, { recursive: true, withFileTypes: true });
    for (const name of names.filter((one) => one.isFile())) {
      const text = await readFile(join(name.parentPath, name.name), 'utf8');
      expect(text).not.toContain(id);
      expect(text).not.toContain('Jansen');
      if (name.name !== 'import.key') expect(text).not.toContain(key.slice(0, 64));
    }
    expect(names.map(({ name }) => name)).toContain('2021-03.json');
    expect((await imports([aRow({ external_id: ` ${id} ` })])).says).toEqual([
      '0 new, 0 updated, 1 unchanged.',
    ]);
    expect(await readFile(join(dataDir, 'import.key'), 'utf8')).toBe(key);
  });

  it.each([
    ['is lost', undefined, 'import.key is missing'],
    ['is damaged', 'x', 'import.key is damaged'],
  ])('counts nothing twice when the key %s', async (_, content, says) => {
    await imports([aRow()]);
    await rm(join(dataDir, 'import.key'));
    if (content !== undefined) await writeFile(join(dataDir, 'import.key'), content);
    await expect(imports([aRow()])).rejects.toThrow(says);
    await expect(imports([aRow()], ['--dry-run'])).rejects.toThrow(says);
    expect(await talks()).toBe(1);
  });

  it('checks everything and stores nothing when it is a dry run', async () => {
    const { code, says } = await imports([aRow()], ['--dry-run']);
    expect([code, says]).toEqual([
      0,
      ['1 new, 0 updated, 0 unchanged. Nothing was stored: this was a dry run.'],
    ]);
    expect(await readdir(folder)).toEqual(['cases.csv']);
    expect((await imports([aRow({ talk: 'x' })], ['--dry-run'])).code).toBe(1);
    await imports([aRow()]);
    const other = [aRow({ municipality: 'gouda' }), aRow({ external_id: '2' })];
    expect((await imports(other, ['--dry-run'])).code).toBe(1);
    expect((await imports(other, ['--dry-run', '--update'])).says[0]).toMatch(
      /^1 new, 1 updated, 0 unchanged/,
    );
    expect((await stats()).municipalities).toEqual({ Leiden: { talks: 1, escalations: 0 } });
  });

  it('waits for the bot to be stopped; a dry run does not', async () => {
    const bot = await openLowdbRepository({ directory: dataDir, now: () => NOW });
    const { code, complains } = await imports([aRow()]);
    expect(code).toBe(1);
    expect(complains).toEqual([
      `${dataDir} is in use by another process; stop the bot first, then import again.`,
      'Nothing of the file was stored.',
    ]);
    expect((await imports([aRow()], ['--dry-run'])).code).toBe(0);
    await bot.close();
    expect((await imports([aRow()])).code).toBe(0);
  });
});

describe('a file with something wrong in it', () => {
  it('is told by line, column, value and rule, and nothing of it is stored', async () => {
    const { code, complains } = await imports([
      aRow(),
      aRow({ external_id: '2', opened_on: '2021-02-30', outcome: 'goed' }),
      aRow({ external_id: '3', municipality: '\u001b[2JLeiden' }),
    ]);
    expect(code).toBe(1);
    expect(complains).toEqual([
      'line 3, opened_on "2021-02-30": is not a date: write YYYY-MM-DD or YYYY-MM',
      expect.stringMatching(/^line 3, outcome "goed": is unknown: write postponed, /),
      'line 3, outcome "goed": needs closed_on',
      expect.stringMatching(/^line 4, municipality "\\u001b\[2JLeiden": is unknown/),
      'Nothing of the file was stored.',
    ]);
    expect(await readdir(folder)).toEqual(['cases.csv']);
  });

  it('may hold an id once', async () => {
    const { complains } = await imports([aRow(), aRow({ external_id: '2' }), aRow()]);
    expect(complains[0]).toBe('line 4, external_id "1": stands in line 2 as well');
  });

  it.each([
    [100, []],
    [101, ['and 1 more wrong row']],
    [250, ['and 150 more wrong rows']],
  ])('with %s wrong rows says so of a hundred', async (n, more) => {
    const rows = Array.from({ length: n }, (_, at) => aRow({ external_id: `${at}`, talk: '' }));
    const { complains } = await imports(rows);
    expect(complains.slice(0, 100).every((line) => line.endsWith('talk "": is missing'))).toBe(
      true,
    );
    expect(complains.slice(100)).toEqual([...more, 'Nothing of the file was stored.']);
  });
});

describe('figures of 2,000 random rows', () => {
  const rows = randomRows(2000, 20261116);
  const pick = seeded(7);
  const IN_2020 = msOf('2020-01-01');
  const somewhere = Array.from({ length: 2500 }, (_, at) =>
    dateAfter(new Date(IN_2020).toISOString().slice(0, 10), { days: at }),
  );
  const NAMES: Record<string, string> = {
    leiden: 'Leiden',
    gouda: 'Gouda',
    'alphen-aan-den-rijn': 'Alphen aan den Rijn',
    unknown: 'Onbekend',
    gp: 'huisarts',
    'mental-health': 'ggz',
    midwives: 'verloskundigen',
    'youth-health': 'jeugdgezondheidszorg',
  };

  /** The figures as the slow way names them. */
  async function flat(...period: string[]): Promise<Record<string, number>> {
    const { indicators, below, reasons, outcomes, ...splits } = await stats(...period);
    const { municipalities, organisationTypes, domains } = splits;
    const idOf = (name: string) => Object.keys(NAMES).find((id) => NAMES[id] === name) ?? name;
    const split = { ...municipalities, ...organisationTypes, ...domains };
    const rows = {
      ...{ ...indicators, ...reasons, ...outcomes },
      'talks-escalated': below['talks-escalated'] ?? 0,
      ...Object.fromEntries(
        Object.entries(split).flatMap(([name, n]) => [
          [`talks ${idOf(name)}`, n.talks],
          [`escalations ${idOf(name)}`, n.escalations],
        ]),
      ),
    };
    return Object.fromEntries(Object.entries(rows).filter(([, n]) => n !== 0));
  }

  it('are those of counting every row, for all time, weeks and any days', async () => {
    expect((await imports(rows)).says).toEqual(['2000 new, 0 updated, 0 unchanged.']);
    const whole = { from: '2020-01-01', until: TODAY, today: TODAY };
    expect(await flat()).toEqual(bruteForce(rows, whole));
    for (let n = 0; n < 12; n += 1) {
      const week = weekOfDay(pick(somewhere));
      const expected = bruteForce(rows, { ...daysOfWeek(week), today: TODAY });
      expect(await flat('--week', week), week).toEqual(expected);
    }
    for (let n = 0; n < 12; n += 1) {
      const [from = '', until = ''] = [pick(somewhere), pick(somewhere)].sort();
      const expected = bruteForce(rows, { from, until, today: TODAY });
      const shown = await flat('--from', from, '--until', until);
      expect(shown, `${from} ${until}`).toEqual(expected);
    }
  });

  it('come whole from imported rows', async () => {
    await imports(rows.slice(0, 200));
    const expected = bruteForce(rows.slice(0, 200), {
      ...{ from: '2020-01-01', until: TODAY, today: TODAY },
    });
    const repository = await readLowdbRepository(dataDir);
    for (const row of ['talks', 'escalations', 'partner-contraception'] as const) {
      expect(await repository.sourcesOf(REGION, row, SINCE_START)).toEqual({
        ...{ codes: [], cases: 0, quickCounts: 0, register: 0, imported: expected[row] },
      });
    }
    const { cases } = await repository.cases({ region: REGION, limit: 10 });
    expect([cases, await repository.behind()]).toEqual([[], []]);
  });
});

describe('arguments', () => {
  it.each<[string[], string]>([
    [[], 'Write --region with one of: hollands-midden.'],
    [
      ['--region', 'utrecht', 'x.csv'],
      'There is no region “utrecht”. Write --region with one of: hollands-midden.',
    ],
    [['--region', REGION], 'Name one file.'],
    [['--region', REGION, 'a.csv', 'b.csv'], 'Name one file.'],
    [['--region', REGION, 'a.csv', '--force'], "Unknown option '--force'."],
    [['--region'], "Option '--region <value>' argument missing."],
  ])('%j: %s', async (args, why) => {
    const { code, complains } = await run(runImport, args);
    expect(code).toBe(2);
    expect(complains).toEqual([
      `${why}\nType: npm run import -- --region ID FILE.csv [--dry-run] [--update]`,
    ]);
  });

  it('a file that is not there', async () => {
    const path = join(folder, 'none.csv');
    const { code, complains } = await run(runImport, ['--region', REGION, path]);
    expect([code, complains]).toEqual([2, [`${path} cannot be read.`]]);
  });
});
