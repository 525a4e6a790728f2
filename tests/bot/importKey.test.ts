import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashedId, makeImportKey, readImportKey } from '../../bot/importing/key.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nnz-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('tells neither the same id in two regions nor under two keys', () => {
  const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const hashes = [
    hashedId(one, 'hollands-midden', '7'),
    hashedId(one, 'haaglanden', '7'),
    hashedId(one, 'hollands-midden', '8'),
    hashedId(other, 'hollands-midden', '7'),
  ];
  expect(new Set(hashes).size).toBe(4);
  expect(hashedId(one, 'hollands-midden', '7')).toBe(hashes[0]);
});

it('makes a key that is read back, also after a crash in the middle of making one', async () => {
  expect(await readImportKey(folder)).toBeUndefined();
  await writeFile(join(folder, 'import.key.tmp'), 'half');
  const key = await makeImportKey(folder);
  expect(key).toHaveLength(32);
  expect(await readImportKey(folder)).toEqual(key);
  expect(await readdir(folder)).toEqual(['import.key']);
});

it('takes no key of which one sign changed, nor what is left of one', async () => {
  await makeImportKey(folder);
  const path = join(folder, 'import.key');
  const written = await readFile(path, 'utf8');
  for (const at of [0, 30, 63, 64, 65, 72]) {
    const changed = written[at] === '0' ? '1' : '0';
    await writeFile(path, written.slice(0, at) + changed + written.slice(at + 1));
    await expect(readImportKey(folder), `sign ${at}`).rejects.toThrow('is damaged');
    await writeFile(path, written.slice(0, at));
    if (at < 64 || at > 65)
      await expect(readImportKey(folder), `cut at ${at}`).rejects.toThrow('is damaged');
  }
});

it('takes a key as it was written at first, without a checksum', async () => {
  await writeFile(join(folder, 'import.key'), `${'0f'.repeat(32)}\n`);
  expect(await readImportKey(folder)).toEqual(Buffer.alloc(32, 0x0f));
});
