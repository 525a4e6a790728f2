import { beforeEach, describe, expect, it } from 'vitest';
import { DamagedStoreError } from '../../../data/lowdb/damage.js';
import { sealPieces } from '../../../data/lowdb/sealed.js';
import { IMPORTED } from '../contract/examples.js';
import {
  caseNumber,
  changeNumber,
  codeNumber,
  contentOf,
  JOURNAL,
  monthOf,
  openOn,
  STANDING,
} from './onSimulatedDisk.js';
import { SimulatedDisk } from './simulatedDisk.js';

const MONTH = monthOf(caseNumber(0));
const ALL = [0, 1, 2, 3, 4, 5];
/** As the disks below: cases 0–2 in the files, 3–5 in the journal only. */
let disk: SimulatedDisk;
let backup: SimulatedDisk;

beforeEach(async () => {
  disk = new SimulatedDisk();
  const first = await openOn(disk);
  for (const n of [0, 1, 2]) await first.commit(changeNumber(n));
  await first.close();
  backup = disk.copy();
  const second = await openOn(disk);
  for (const n of [3, 4, 5]) await second.commit(changeNumber(n));
  disk = disk.copy();
});

function flip(path: string, at: number): void {
  const bytes = Buffer.from(disk.bytes(path));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  disk.put(path, bytes);
}

/** With a seal that fits, so that only what is in it is wrong. */
function fileWith(rows: readonly unknown[], format = 1): Buffer {
  const lines = rows.map((row, n) => `${n === 0 ? '' : ','}\n${JSON.stringify(row)}`);
  const pieces = [`{"format":${format},"sequence":3,"rows":[`, ...lines, '\n]'];
  return Buffer.concat([...sealPieces(pieces)]);
}

async function refusalOf(opening: Promise<unknown>): Promise<string> {
  const error: unknown = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DamagedStoreError);
  return (error as Error).message;
}

async function expectIntact(on: SimulatedDisk, numbers: readonly number[]): Promise<void> {
  const repository = await openOn(on);
  expect(await contentOf(repository)).toEqual({
    codes: numbers.map(codeNumber),
    counted: numbers.length,
  });
}

describe('a torn last line', () => {
  it('is cut off wherever it was torn, with a warning', async () => {
    const whole = disk.bytes(JOURNAL);
    const start = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (let length = start; length < whole.length; length += 1) {
      const torn = disk.copy();
      torn.put(JOURNAL, whole.subarray(0, length));
      const warnings: string[] = [];
      await openOn(torn, { warn: (message) => warnings.push(message) });
      expect(torn.bytes(JOURNAL).equals(whole.subarray(0, start))).toBe(true);
      expect(warnings).toHaveLength(length === start ? 0 : 1);
      await expectIntact(torn, ALL.slice(0, -1));
    }
  });

  it('of zeros, as some file systems leave it, is cut off too', async () => {
    disk.put(JOURNAL, Buffer.concat([disk.bytes(JOURNAL), Buffer.alloc(4096)]));
    await expectIntact(disk, ALL);
  });
});

describe('damage', () => {
  it.each([
    ['the journal', JOURNAL],
    ['the standing file', STANDING],
    ["a month's file", MONTH],
  ])('in %s keeps the store shut until a backup is in place', async (_, path) => {
    flip(path, 100);
    const damaged = disk.bytes(path);
    const aside = `${path}.damaged-20261116T080000000Z`;
    const message = await refusalOf(openOn(disk));
    expect(message).toContain(`${path}: `);
    expect(message).toContain('its checksum does not match its content');
    expect(message).toContain(`set aside as ${aside}`);
    expect(message).toMatch(
      /To restore a backup: stop the bot, run npm run restore .*, start the bot\..* in \/store /,
    );
    expect(disk.paths()).not.toContain(path);
    expect(disk.bytes(aside)).toEqual(damaged);
    expect(disk.afterPowerFailure({ names: false, contents: false }).paths()).toContain(aside);

    const before = disk.paths();
    for (const attempt of [1, 2]) {
      const again = await refusalOf(openOn(disk));
      expect(again, `attempt ${attempt}`).toContain(`${aside} was set aside`);
    }
    expect(disk.paths()).toEqual(before);

    for (const file of backup.paths()) disk.put(file, backup.bytes(file));
    await expectIntact(disk, [0, 1, 2]);
    expect(disk.bytes(aside)).toEqual(damaged);
  });

  it('of one bit anywhere is noticed', async () => {
    const paths = disk.paths();
    expect(paths).toHaveLength(5);
    const whole = disk;
    for (const path of paths) {
      // Without its line end the last change would look torn.
      const length = whole.bytes(path).length - 1;
      for (let at = 0; at < length; at += 3) {
        disk = whole.copy();
        flip(path, at);
        await refusalOf(openOn(disk));
      }
    }
  });

  it('in the last line of the journal is no torn line when the line is whole', async () => {
    flip(JOURNAL, disk.bytes(JOURNAL).length - 50);
    expect(await refusalOf(openOn(disk))).toContain('line 4: its checksum');
  });

  it('is a line of the journal that is gone', async () => {
    const [head, first, , third] = disk.bytes(JOURNAL).toString().split('\n');
    disk.put(JOURNAL, [head, first, third, ''].join('\n'));
    expect(await refusalOf(openOn(disk))).toContain('line 3: change 5 is missing');
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['cut in half', undefined],
  ])('is a file that is %s', async (_, content) => {
    for (const path of [STANDING, MONTH, JOURNAL]) {
      const one = disk.copy();
      const half = path === JOURNAL ? 20 : one.bytes(path).length / 2;
      one.put(path, content ?? one.bytes(path).subarray(0, half));
      expect(await refusalOf(openOn(one))).toContain(path);
    }
  });

  it('is a record that breaks a rule, which is named without what it holds', async () => {
    const record = { ...caseNumber(0), openedAt: '2026-09-31 secret' };
    const rows = [{ kind: 'case', record }];
    disk.put(MONTH, fileWith(rows));
    const message = await refusalOf(openOn(disk));
    expect(message).toContain(`${MONTH}: line 2: record.openedAt: Invalid ISO datetime`);
    expect(message).not.toContain('secret');
  });

  it('is a format of a later version', async () => {
    disk.put(STANDING, fileWith([], 2));
    expect(await refusalOf(openOn(disk))).toContain(`${STANDING}: format: `);
  });

  it("is a case in another month's file", async () => {
    disk.put(MONTH, fileWith([{ kind: 'case', record: caseNumber(1) }]));
    expect(await refusalOf(openOn(disk))).toContain(`${MONTH}: a case in it belongs elsewhere`);
  });

  it('is an imported past case that stands there twice', async () => {
    const row = { kind: 'imported', record: { ...IMPORTED, filedIn: MONTH.slice(-12, -5) } };
    disk.put(MONTH, fileWith([row]));
    const other = { kind: 'imported', record: { ...IMPORTED, filedIn: '2026-12' } };
    const path = MONTH.replace(/\d{4}-\d{2}/, '2026-12');
    disk.put(path, fileWith([other]));
    expect(await refusalOf(openOn(disk))).toContain('in it belongs elsewhere');
  });
});

describe('files that do not belong together', () => {
  async function expectUntouched(path: string, problem: string): Promise<void> {
    const before = disk.paths().map((file) => [file, disk.bytes(file).toString()]);
    for (const attempt of [1, 2]) {
      const message = await refusalOf(openOn(disk));
      expect(message, `attempt ${attempt}`).toContain(`${path}: ${problem}`);
    }
    expect(disk.paths().map((file) => [file, disk.bytes(file).toString()])).toEqual(before);
  }

  it.each([JOURNAL, STANDING, MONTH])('are refused when %s is missing', async (path) => {
    disk.take(path);
    await expectUntouched(path, 'it is missing');
  });

  it.each([JOURNAL, STANDING])(
    'are refused when %s is missing, in a new store too',
    async (path) => {
      disk = new SimulatedDisk();
      await (await openOn(disk)).commit(changeNumber(0));
      disk = disk.afterPowerFailure({ names: false, contents: false });
      disk.take(path);
      await expectUntouched(path, 'it is missing');
    },
  );

  it('are refused when a month is older than the others', async () => {
    const path = monthOf(caseNumber(5));
    const next = await openOn(disk);
    await next.close();
    disk.put(path, backup.bytes(path));
    await expectUntouched(path, 'it is older than state.json');
  });

  it('are refused when the standing file is older than the journal', async () => {
    const next = await openOn(disk);
    await next.close();
    disk.put(STANDING, backup.bytes(STANDING));
    await expectUntouched(STANDING, 'it is older than the journal');
  });

  it('are refused when the journal is older than the files', async () => {
    const next = await openOn(disk);
    await next.close();
    disk.put(JOURNAL, backup.bytes(JOURNAL));
    await expectUntouched(STANDING, 'it is newer than the journal');
  });
});

describe('a change in the journal', () => {
  it('that does not follow on what the file holds is refused', async () => {
    const repository = await openOn(disk);
    await repository.commit({ writes: [{ kind: 'case', put: { ...caseNumber(0), version: 2 } }] });
    disk.put(MONTH, fileWith([]));
    const problem = `${MONTH}: change 7 in the journal does not follow on it`;
    expect(await refusalOf(openOn(disk))).toContain(problem);
  });
});

describe('a disk that cannot be read', () => {
  it('is not taken for damage', async () => {
    const before = disk.paths();
    disk.read = () => Promise.reject(new Error('EIO: i/o error'));
    await expect(openOn(disk)).rejects.toThrow(/^EIO/);
    expect(disk.paths()).toEqual(before);
  });
});

describe('a directory', () => {
  it('is cleared of what a crash left unfinished, and of nothing else', async () => {
    const unfinished = [STANDING, JOURNAL, MONTH].map((path) => `${path}.tmp`);
    const foreign = ['/store/notes.txt', '/store/notes.txt.tmp', '/store/hollands-midden/x.json'];
    for (const path of [...unfinished, ...foreign]) disk.put(path, 'half a fi');
    await expectIntact(disk, ALL);
    for (const path of unfinished) expect(disk.paths()).not.toContain(path);
    for (const path of foreign) expect(disk.bytes(path).toString()).toBe('half a fi');
  });

  it('may have a region called journal or state', async () => {
    const repository = await openOn(disk);
    for (const region of ['journal', 'state']) {
      const code = region === 'state' ? 'ST-2222' : 'JO-2222';
      await repository.commit({
        writes: [{ kind: 'case', put: { ...caseNumber(0), code, region } }],
      });
    }
    await repository.close();
    const next = await openOn(disk);
    expect(await next.read('case', 'ST-2222')).toMatchObject({ region: 'state' });
    expect(await next.read('case', 'JO-2222')).toMatchObject({ region: 'journal' });
  });

  it('is never left by a region name', async () => {
    const repository = await openOn(disk);
    const put = { ...caseNumber(9), region: '../elsewhere' };
    await expect(repository.commit({ writes: [{ kind: 'case', put }] })).rejects.toThrow('filed');
    expect(repository.readOnlyBecause()).toBeUndefined();
  });
});
