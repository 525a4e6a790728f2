import { beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../data/lowdb/backUp.js';
import { BackupError } from '../../../data/lowdb/manifest.js';
import { NoStoreError, readLowdbRepository } from '../../../data/lowdb/readLowdbRepository.js';
import { restore } from '../../../data/lowdb/restore.js';
import { NOW } from '../../builders.js';
import {
  caseNumber,
  changeNumber,
  codeNumber,
  contentOf,
  DIRECTORY,
  JOURNAL,
  monthOf,
  openOn,
  STANDING,
} from './onSimulatedDisk.js';
import { SimulatedDisk, SURVIVALS, type Survival } from './simulatedDisk.js';

const BACKUP = '/backups/monday';
const BESIDE = ['import.key'];
const now = () => NOW;
const freely = () => Promise.resolve(() => Promise.resolve());

const backUpOn = (disk: SimulatedDisk, target = BACKUP) =>
  backUp({ directory: DIRECTORY, target, beside: BESIDE, now, files: disk });

const restoreOn = (disk: SimulatedDisk, force = false) =>
  restore({
    ...{ directory: DIRECTORY, backup: BACKUP, beside: BESIDE },
    ...{ force, now, files: disk, lock: freely },
  });

/** Cases 0 to 2 in the files, 3 in the journal only, and a key beside them. */
async function aStore(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  const first = await openOn(disk);
  for (const n of [0, 1, 2]) await first.commit(changeNumber(n));
  await first.close();
  await (await openOn(disk)).commit(changeNumber(3));
  disk.put('/store/import.key', 'key');
  return disk;
}

const CODES = [0, 1, 2, 3].map(codeNumber);
const OLD = { codes: CODES, counted: 4 };
const inStore = (disk: SimulatedDisk) =>
  disk.paths().filter((path) => path.startsWith(`${DIRECTORY}/`));
const unfinished = (disk: SimulatedDisk) =>
  disk.paths().filter((path) => path.endsWith('.tmp') || path.includes('restore.'));

describe('backing up', () => {
  it('copies every file of the store and what belongs to it, and nothing else', async () => {
    const disk = await aStore();
    await disk.makeDirectory('/backups');
    await disk.syncDirectory('/');
    disk.put('/store/notes.txt', 'mine');
    disk.put('/store/state.json.tmp', 'half');
    disk.put('/store/state.json.damaged-20261101T000000000Z', 'bad');
    const before = inStore(disk).map((path) => [path, disk.bytes(path).toString()]);
    const { manifest, records } = await backUpOn(disk);
    expect(inStore(disk).map((path) => [path, disk.bytes(path).toString()])).toEqual(before);
    const names = manifest.files.map(({ name }) => name);
    expect(names.toSorted()).toEqual([
      'hollands-midden/2026-09.json',
      'hollands-midden/2026-10.json',
      'hollands-midden/2026-11.json',
      'import.key',
      'journal.jsonl',
      'state.json',
    ]);
    const found = disk.paths().filter((path) => path.startsWith(`${BACKUP}/`));
    expect(found).toEqual([...names, 'backup.json'].map((name) => `${BACKUP}/${name}`).sort());
    expect([manifest.change, records.case.size]).toEqual([4, 4]);
    for (const survival of SURVIVALS) {
      const after = disk.afterPowerFailure({ ...survival, names: false });
      expect(after.paths().filter((path) => path.startsWith(`${BACKUP}/`))).toEqual(found);
    }
  });

  it('holds what was acknowledged before it began, while the bot works its journal in', async () => {
    const disk = new SimulatedDisk();
    const writer = await openOn(disk, { journalLimit: 1 });
    await writer.commit(changeNumber(0));
    let acknowledged = 1;
    const writing = (async () => {
      for (; acknowledged < 120; acknowledged += 1) await writer.commit(changeNumber(acknowledged));
    })();
    let made = 0;
    for (; acknowledged < 120; made += 1) {
      const before = acknowledged;
      const { records } = await backUpOn(disk, `/backups/${made}`);
      const copy = disk.copy();
      await restore({
        ...{ directory: '/elsewhere', backup: `/backups/${made}`, beside: BESIDE },
        ...{ force: false, now, files: copy, lock: freely },
      });
      const { codes, counted } = await contentOf(await openOn(copy, { directory: '/elsewhere' }));
      expect(codes).toEqual(codes.map((_, n) => codeNumber(n)));
      expect([counted, records.case.size]).toEqual([codes.length, codes.length]);
      expect(counted).toBeGreaterThanOrEqual(before);
    }
    await writing;
    expect(made).toBeGreaterThan(1);
  });

  it('leaves out the line that the bot is just writing', async () => {
    const disk = await aStore();
    disk.put(JOURNAL, Buffer.concat([disk.bytes(JOURNAL), Buffer.from('{"sequence":5,"ro')]));
    expect((await backUpOn(disk)).manifest.change).toBe(4);
    expect(disk.bytes(`${BACKUP}/journal.jsonl`).toString()).not.toContain('"sequence":5');
  });

  it('writes into no folder that holds something', async () => {
    const disk = await aStore();
    disk.put(`${BACKUP}/other.txt`, 'mine');
    await expect(backUpOn(disk)).rejects.toThrow(BackupError);
    expect(disk.bytes(`${BACKUP}/other.txt`).toString()).toBe('mine');
  });

  it('says that there is no store instead of backing up an empty one', async () => {
    await expect(backUpOn(new SimulatedDisk())).rejects.toThrow(NoStoreError);
  });

  it.each([JOURNAL, STANDING, monthOf(caseNumber(0))])(
    'refuses a store in which %s is damaged, by that name, and leaves nothing',
    async (path) => {
      const disk = await aStore();
      const bytes = Buffer.from(disk.bytes(path));
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      disk.put(path, bytes);
      await expect(backUpOn(disk)).rejects.toThrow(`${path}: `);
      expect(disk.paths().filter((one) => one.startsWith('/backups'))).toEqual([]);
    },
  );

  it('at any step of a disk that fails leaves no backup that is not whole', async () => {
    const whole = await aStore();
    const { length: steps } = whole.steps;
    await backUpOn(whole);
    const taken = whole.steps.length - steps;
    for (let step = 0; step < taken; step += 1) {
      const disk = await aStore();
      disk.stopAt(steps + step);
      await expect(backUpOn(disk)).rejects.toThrow('the power is off');
      const after = disk.copy();
      const isWhole = after.paths().includes(`${BACKUP}/backup.json`);
      if (isWhole) await restoreOn(after, true);
      else await expect(restoreOn(after, true)).rejects.toThrow('it has no backup.json');
      expect(await contentOf(await openOn(after))).toEqual(OLD);
    }
  });
});

describe('restoring', () => {
  let disk: SimulatedDisk;
  /** The store went on after the backup: case 4, and another month is no more. */
  beforeEach(async () => {
    disk = await aStore();
    await backUpOn(disk);
    const repository = await openOn(disk, { journalLimit: 1 });
    await repository.commit(changeNumber(4));
    await repository.close();
    disk.put('/store/import.key', 'another');
    disk.put('/store/state.json.damaged-20261101T000000000Z', 'bad');
    disk.put('/store/notes.txt', 'mine');
    const put = { ...caseNumber(20), region: 'haaglanden', code: 'HG-2222' };
    const other = await openOn(disk);
    await other.commit({ writes: [{ kind: 'case', put }] });
    await other.close();
    disk = disk.copy();
  });

  it('keeps what was there aside, byte for byte, and starts as the backup was', async () => {
    const old = inStore(disk).filter((path) => !path.endsWith('notes.txt'));
    const before = disk.copy();
    const restored = await restoreOn(disk, true);
    const aside = '/store/before-restore.20261116T080000000Z';
    expect(restored.aside).toBe(aside);
    for (const path of old) {
      expect(disk.bytes(path.replace('/store', aside))).toEqual(before.bytes(path));
    }
    expect(disk.bytes('/store/import.key').toString()).toBe('key');
    expect(disk.bytes('/store/notes.txt').toString()).toBe('mine');
    expect(unfinished(disk).filter((path) => !path.startsWith(aside))).toEqual([]);
    const repository = await openOn(disk.afterPowerFailure({ names: false, contents: false }));
    expect(await contentOf(repository)).toEqual(OLD);
    expect(await repository.commit(changeNumber(4))).toEqual({ ok: true });
  });

  it('puts nothing in the place of data unless it is told to', async () => {
    const before = disk.paths();
    await expect(restoreOn(disk)).rejects.toThrow('/store holds data: write --force');
    expect(disk.paths()).toEqual(before);
  });

  it('needs no force where there is nothing', async () => {
    for (const path of inStore(disk)) disk.take(path);
    expect((await restoreOn(disk)).aside).toBeUndefined();
    expect(await contentOf(await openOn(disk))).toEqual(OLD);
  });

  it.each([
    [
      'state.json',
      'is damaged',
      (one: SimulatedDisk, path: string) => {
        one.put(path, one.bytes(path).toString().replace('0', '1'));
      },
    ],
    [
      'journal.jsonl',
      'is missing',
      (one: SimulatedDisk, path: string) => {
        one.take(path);
      },
    ],
    [
      'import.key',
      'is damaged',
      (one: SimulatedDisk, path: string) => {
        one.put(path, 'kez');
      },
    ],
    [
      'backup.json',
      'is damaged',
      (one: SimulatedDisk, path: string) => {
        one.put(path, one.bytes(path).subarray(0, 50));
      },
    ],
  ])('refuses a backup whose %s %s, and changes nothing', async (name, problem, damage) => {
    damage(disk, `${BACKUP}/${name}`);
    const before = disk.paths();
    await expect(restoreOn(disk, true)).rejects.toThrow(new RegExp(`${name}.* ${problem}`));
    expect(disk.paths()).toEqual(before);
  });

  it('writes nothing outside the store, whatever a backup asks for', async () => {
    const { sealedManifest, listed } = await import('../../../data/lowdb/manifest.js');
    for (const name of ['../other.json', 'notes.txt', 'a/b/c.json', '/etc/x.json']) {
      const files = [listed(name, Buffer.from('x'))];
      disk.put(
        `${BACKUP}/backup.json`,
        sealedManifest({ format: 1, madeAt: '2026-11-16T08:00:00.000Z', change: 4, files }),
      );
      await expect(restoreOn(disk, true)).rejects.toThrow('backup.json is damaged');
    }
  });

  it.each<Survival>(SURVIVALS)(
    'that is cut off at any step is done or not done (names: $names, contents: $contents survive)',
    async (survival) => {
      const whole = disk.copy();
      await restoreOn(whole, true);
      const { length: steps } = whole.steps;
      expect(steps).toBeGreaterThan(40);
      const met = new Set<number>();
      for (let step = 0; step < steps; step += 1) {
        const cut = disk.copy();
        cut.stopAt(step);
        await restoreOn(cut, true).catch(() => undefined);
        const after = cut.afterPowerFailure(survival);
        const reader = await readLowdbRepository(DIRECTORY, after).catch((error: unknown) => error);
        if (reader instanceof Error) expect(reader.message).toMatch(/being restored/);
        // Starting can be cut off as well.
        for (const second of [2, 5, 9, 14]) {
          const again = after.copy();
          again.stopAt(second);
          await openOn(again).catch(() => undefined);
          met.add(await openedAfter(again.afterPowerFailure(survival)));
        }
        met.add(await openedAfter(after));
      }
      expect([...met].sort()).toEqual([4, 5]);
    },
  );

  /** Answers how many cases there are, of which all must fit. */
  async function openedAfter(after: SimulatedDisk): Promise<number> {
    const { codes, counted } = await contentOf(await openOn(after));
    expect(codes).toEqual(counted === 4 ? CODES : [...CODES, codeNumber(4)]);
    const key = after.bytes('/store/import.key').toString();
    expect(key).toBe(counted === 4 ? 'key' : 'another');
    expect(unfinished(after).filter((path) => !path.includes('/before-restore.'))).toEqual([]);
    return counted;
  }

  it('can be done anew when the list of what to put in place was damaged meanwhile', async () => {
    disk.put('/store/restore.json', 'half');
    await expect(openOn(disk)).rejects.toThrow('restore.json: it is damaged');
    await restoreOn(disk, true);
    expect(await contentOf(await openOn(disk))).toEqual(OLD);
  });
});
