import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runImport } from '../../bot/importing/command.js';
import { forgetImported } from '../../bot/importing/forget.js';
import { createLog } from '../../bot/log.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import type { Period } from '../../data/periods.js';
import { HOLLANDS_MIDDEN, NOW } from '../builders.js';
import { aRow, csv } from './importedFile.js';

const ROWS = [
  aRow({ reasons: 'finance', escalated_on: '2021-03-12' }),
  aRow({ external_id: '2', contraception_realised_on: '2021-03-12' }),
];
const WEEK: Period = { kind: 'week', week: '2021-W10' };
const QUARTER: Period = { kind: 'quarter', quarter: '2021-K1' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nnz-forget-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function imports(now = NOW): Promise<string[]> {
  const path = join(folder, 'cases.csv');
  await writeFile(path, csv(ROWS));
  const says: string[] = [];
  const terminal = {
    say: (line: string) => says.push(line),
    complain: () => undefined,
    isWatched: false,
  };
  const env = { DATA_DIR: join(folder, 'data') };
  await runImport(['--region', 'hollands-midden', path], { env, now: () => now, terminal });
  return says;
}

/** Lets the bot forget at a moment, and answers what is left. */
async function forget(now: typeof NOW, importedMonths?: number, isStopping = false) {
  const region = {
    ...HOLLANDS_MIDDEN,
    retention: { ...HOLLANDS_MIDDEN.retention, importedMonths },
  };
  const regions = { all: () => [region], find: () => region };
  const repository = await openLowdbRepository({ directory: join(folder, 'data'), now: () => now });
  const log = createLog('silent');
  await forgetImported({ repository, regions, now: () => now, log }, () => isStopping);
  const counts = await repository.counts(region.id, [WEEK, QUARTER]);
  const imported = await repository.imported(region.id);
  await repository.close();
  return { counts, statuses: imported.map(({ status }) => status) };
}

describe('imported past cases', () => {
  it.each<[string, Parameters<typeof forget>, string]>([
    ['for ever when the region says nothing', [NOW.plus({ years: 20 })], 'kept'],
    ['until the day before', [NOW.plus({ months: 6, days: -1 }), 6], 'kept'],
    ['for so many months', [NOW.plus({ months: 6 }), 6], 'erased'],
    ['until another time when the bot stops', [NOW.plus({ months: 6 }), 6, true], 'kept'],
  ])('are kept %s', async (_, at, status) => {
    await imports();
    expect((await forget(...at)).statuses).toEqual([status, status]);
  });

  it('leave their numbers, and do not count again', async () => {
    await imports();
    const { counts } = await forget(NOW.plus({ months: 6 }), 6);
    const total = (row: Parameters<typeof counts.sum>[0]) => counts.sum(row, WEEK);
    expect([total('talks'), total('escalations'), total('partner-contraception')]).toEqual([
      2, 1, 1,
    ]);
    expect(counts.sum('reason:finance', QUARTER)).toBe(1);
    expect(counts.sum('talks:municipality:leiden', QUARTER)).toBe(2);
    expect(counts.sum('talks:domain:social', QUARTER)).toBe(0);
    expect(await imports(NOW.plus({ months: 7 }))).toEqual([
      '0 new, 0 updated, 0 unchanged, 2 erased before and left so.',
    ]);
    const again = await forget(NOW.plus({ months: 14 }), 6);
    expect(again.counts.sum('talks', WEEK)).toBe(2);
  });
});
