import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runBackup } from '../../bot/backup/backupCommand.js';
import { runRestore } from '../../bot/backup/restoreCommand.js';
import { makeImportKey, readImportKey } from '../../bot/importing/key.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import { IMPORTED } from '../data/contract/examples.js';
import { changeNumber, codeNumber, contentOf } from '../data/lowdb/onSimulatedDisk.js';
import { NOW } from '../builders.js';

let folder: string;
let dataDir: string;
let backup: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nnz-backup-'));
  [dataDir, backup] = [join(folder, 'data'), join(folder, 'backup')];
});
afterEach(() => rm(folder, { recursive: true }));

async function run(command: typeof runBackup, ...args: string[]) {
  const [says, complains]: [string[], string[]] = [[], []];
  const terminal = {
    say: (line: string) => says.push(line),
    complain: (line: string) => complains.push(line),
    isWatched: false,
  };
  const env = { DATA_DIR: dataDir, INIT_CWD: folder };
  const code = await command(args, { env, now: () => NOW, terminal });
  return { code, says, complains };
}

const open = () => openLowdbRepository({ directory: dataDir, now: () => NOW });

async function store(...numbers: number[]): Promise<void> {
  const repository = await open();
  for (const n of numbers) await repository.commit(changeNumber(n));
  await repository.close();
}

async function stored() {
  const repository = await open();
  const content = await contentOf(repository);
  await repository.close();
  return content;
}

describe('npm run backup', () => {
  it('says what it copied, where, and what is not in it; while the bot runs', async () => {
    await store(0, 1);
    await makeImportKey(dataDir);
    const running = await open();
    await running.commit(changeNumber(2));
    expect(await run(runBackup, 'backup')).toEqual({
      code: 0,
      says: [
        `Backed up in ${backup}, and read back: 3 records (case 3), until change 3, and import.key.`,
        'It does not hold the region files (REGIONS_DIR) and the settings: keep those yourself.',
        'What is erased from now on stays in this backup: throw backups away in time.',
      ],
      complains: [],
    });
    await running.close();
  });

  it.skipIf(process.platform === 'win32')('keeps its files to their owner', async () => {
    await store(0);
    await makeImportKey(dataDir);
    await run(runBackup, backup);
    for (const name of ['.', ...(await readdir(backup, { recursive: true }))]) {
      expect((await stat(join(backup, name))).mode & 0o077, name).toBe(0);
    }
  });

  it('takes no folder with something in it, none in DATA_DIR, and an empty one', async () => {
    await store(0);
    await mkdir(backup);
    await writeFile(join(backup, 'notes.txt'), '');
    expect(await run(runBackup, backup)).toEqual({
      ...{ code: 1, says: [] },
      complains: [
        `${backup} is not empty: name a folder that does not exist yet.`,
        'Nothing was backed up.',
      ],
    });
    for (const inside of [dataDir, join(dataDir, 'monday')]) {
      expect(await run(runBackup, inside)).toMatchObject({ code: 2, says: [] });
    }
    await mkdir(join(folder, 'data-2'));
    expect(await run(runBackup, join(folder, 'data-2'))).toMatchObject({ code: 0 });
  });

  it('says how it is typed', async () => {
    for (const args of [[], ['one', 'two'], ['--all', 'one']]) {
      const { code, complains } = await run(runBackup, ...args);
      expect([code, complains.join('\n').endsWith('Type: npm run backup -- FOLDER')]).toEqual([
        2,
        true,
      ]);
    }
  });

  it('says so where there is no store, and makes no folder that looks like a backup', async () => {
    const { code, complains } = await run(runBackup, backup);
    expect([code, complains[0]]).toEqual([1, `there is no store in ${dataDir}.`]);
    expect(await readdir(backup)).toEqual([]);
  });

  it('tells that the key of past cases is missing, and takes no damaged one', async () => {
    const repository = await open();
    await repository.commit({ writes: [{ kind: 'imported', put: IMPORTED }] });
    await repository.close();
    expect(await run(runBackup, backup)).toMatchObject({
      code: 0,
      complains: ['import.key is missing: without it no more past cases can be imported.'],
    });
    await makeImportKey(dataDir);
    const path = join(dataDir, 'import.key');
    const written = await readFile(path, 'utf8');
    await writeFile(
      path,
      written.replace(/^./, (sign) => (sign === '0' ? '1' : '0')),
    );
    await expect(run(runBackup, join(folder, 'other'))).rejects.toThrow('import.key is damaged');
  });
});

describe('npm run restore', () => {
  it('puts everything back, and says what is kept where', async () => {
    await store(0, 1);
    const key = await makeImportKey(dataDir);
    await run(runBackup, backup);
    await store(2);
    const { code, says } = await run(runRestore, 'backup', '--force');
    expect(code).toBe(0);
    expect(says).toEqual([
      `Restored in ${dataDir}, as it was at 2026-11-16T08:00:00.000Z: 2 records (case 2), until change 2, and import.key.`,
      `What was there before is in ${join(dataDir, 'before-restore.20261116T080000000Z')}: throw it away when you no longer need it.`,
      'What was erased after the backup was made is back: erase it again.',
    ]);
    expect(await stored()).toEqual({ codes: [0, 1].map(codeNumber), counted: 2 });
    expect(await readImportKey(dataDir)).toEqual(key);
  });

  it('works on an empty disk, with files for their owner only', async () => {
    await store(0);
    await run(runBackup, backup);
    await rm(dataDir, { recursive: true });
    expect(await run(runRestore, backup)).toMatchObject({ code: 0 });
    for (const name of await readdir(dataDir, { recursive: true })) {
      expect((await stat(join(dataDir, name))).mode & 0o077, name).toBe(0);
    }
    expect(await stored()).toEqual({ codes: [codeNumber(0)], counted: 1 });
  });

  it('is refused while the bot runs, and where there is data, and says so', async () => {
    await store(0);
    await run(runBackup, backup);
    const running = await open();
    expect(await run(runRestore, backup, '--force')).toMatchObject({
      ...{ code: 1, says: [] },
      complains: [
        `${dataDir} is in use by another process; stop the bot first.`,
        'Nothing was changed.',
      ],
    });
    await running.close();
    expect((await run(runRestore, backup)).complains).toEqual([
      `${dataDir} holds data: write --force to put the backup in its place; it is kept aside.`,
      'Nothing was changed.',
    ]);
  });

  it('changes nothing for a folder that is no backup', async () => {
    await store(0);
    const { code, complains } = await run(runRestore, relative(folder, dataDir), '--force');
    expect([code, complains[0]]).toEqual([
      1,
      `${dataDir} is no backup, or one that was never finished: it has no backup.json.`,
    ]);
    expect(await stored()).toEqual({ codes: [codeNumber(0)], counted: 1 });
  });
});
