import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noteCopy, noteWhile } from '../../bot/copies.js';
import { copyKey } from '../../data/copy.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import type { Repository } from '../../data/repository.js';
import { CHAT, NOW } from '../builders.js';

const PLACE = { chat: CHAT, activityId: '7' };
const KEY = copyKey(PLACE);
const TOLD = {
  tells: ['HM-7K3Q'],
  region: 'hollands-midden',
  language: 'nl',
  needsSharing: false,
} as const;
const told = (...tells: string[]) => ({ ...TOLD, tells });

let directory: string;
let repository: Repository;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nnz-copies-'));
  repository = await openLowdbRepository({ directory, now: () => NOW });
  await noteCopy({ repository }, PLACE, told('HM-7K3Q'));
});
afterEach(async () => {
  await repository.close();
  await rm(directory, { recursive: true });
});

const noted = () => repository.read('copy', KEY);
const nothing = () => Promise.resolve();

it('a message that shows the same again needs no new note', async () => {
  expect(await noteWhile({ repository }, PLACE, told('HM-7K3Q'), nothing)).toBe(false);
  expect(await noted()).toMatchObject({ version: 1, tells: ['HM-7K3Q'] });
});

it('until Teams has answered, a message tells of what it showed as well', async () => {
  const during: unknown[] = [];
  const isChanged = await noteWhile({ repository }, PLACE, told('HM-2222'), async () => {
    during.push((await noted())?.tells);
  });
  expect(during).toEqual([['HM-7K3Q', 'HM-2222']]);
  expect((await noted())?.tells).toEqual(['HM-2222']);
  expect(isChanged).toBe(true);
});

it('whoever wipes a message out meanwhile hears that it shows something after all', async () => {
  const isChanged = await noteWhile({ repository }, PLACE, told('HM-7K3Q'), async () => {
    const copy = await noted();
    if (!copy) throw new Error('not noted');
    await repository.commit({ writes: [{ kind: 'copy', put: { ...copy, version: 2 } }] });
  });
  expect(isChanged).toBe(true);
  const wiped = { kind: 'copy', remove: { key: KEY, version: 2 } } as const;
  expect(await repository.commit({ writes: [wiped] })).toMatchObject({ ok: false });
  expect(await noted()).toMatchObject({ version: 3, tells: ['HM-7K3Q'] });
});

it('a message that was wiped out meanwhile is noted anew', async () => {
  const isChanged = await noteWhile({ repository }, PLACE, told('HM-7K3Q'), async () => {
    await repository.commit({ writes: [{ kind: 'copy', remove: { key: KEY, version: 1 } }] });
  });
  expect(isChanged).toBe(true);
  expect(await noted()).toMatchObject({ tells: ['HM-7K3Q'] });
});
