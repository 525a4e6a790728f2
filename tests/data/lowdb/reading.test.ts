import { describe, expect, it } from 'vitest';
import { DamagedStoreError } from '../../../data/lowdb/damage.js';
import { readLowdbRepository } from '../../../data/lowdb/readLowdbRepository.js';
import { ReadOnlyError } from '../../../data/repository.js';
import {
  changeNumber,
  codeNumber,
  contentOf,
  DIRECTORY,
  JOURNAL,
  openOn,
} from './onSimulatedDisk.js';
import { SimulatedDisk } from './simulatedDisk.js';

describe('reading without the lock', () => {
  it('sees what was acknowledged, while the bot works its journal into the files', async () => {
    const disk = new SimulatedDisk();
    const writer = await openOn(disk, { journalLimit: 1 });
    await writer.commit(changeNumber(0));
    let acknowledged = 1;
    const writing = (async () => {
      for (; acknowledged < 150; acknowledged += 1) await writer.commit(changeNumber(acknowledged));
    })();
    let reads = 0;
    for (; acknowledged < 150; reads += 1) {
      const before = acknowledged;
      const { codes, counted } = await contentOf(await readLowdbRepository(DIRECTORY, disk));
      expect(codes).toEqual(codes.map((_, n) => codeNumber(n)));
      expect(counted).toBe(codes.length);
      expect(counted).toBeGreaterThanOrEqual(before);
    }
    await writing;
    expect(reads).toBeGreaterThan(1);
    await writer.close();
  });

  it('changes nothing, not even what a start would repair', async () => {
    const disk = new SimulatedDisk();
    await (await openOn(disk)).commit(changeNumber(0));
    disk.put('/store/state.json.tmp', 'half');
    disk.put(JOURNAL, Buffer.concat([disk.bytes(JOURNAL), Buffer.from('{"sequence":2,"ro')]));
    const before = disk.steps.length;
    const reader = await readLowdbRepository(DIRECTORY, disk);
    expect((await contentOf(reader)).codes).toEqual([codeNumber(0)]);
    expect(reader.readOnlyBecause()).toContain('reading only');
    await expect(reader.commit(changeNumber(1))).rejects.toThrow(ReadOnlyError);
    await reader.close();
    expect(disk.steps).toHaveLength(before);
  });

  it('refuses a damaged store without setting anything aside', async () => {
    const disk = new SimulatedDisk();
    await (await openOn(disk)).commit(changeNumber(0));
    disk.put(JOURNAL, disk.bytes(JOURNAL).toString().replace('social', 'sociaal'));
    const before = disk.paths();
    await expect(readLowdbRepository(DIRECTORY, disk)).rejects.toThrow(DamagedStoreError);
    expect(disk.paths()).toEqual(before);
  });

  it('says that there is no store instead of showing an empty one', async () => {
    await expect(readLowdbRepository('/elsewhere', new SimulatedDisk())).rejects.toThrow(
      'there is no store in /elsewhere',
    );
  });
});
