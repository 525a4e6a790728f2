import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { DamagedStoreError } from '../../data/lowdb/damage.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import { BuiltBot } from '../bot/builtBot.js';
import { FakeTeams } from '../bot/fakeTeams.js';
import type { Pick } from '../seeded.js';
import { upTo, type Harm } from './killStore.js';
import { compareAll, Recording, somebody } from './recordings.js';

/** So many people record a talk at the same time; when one is done another one begins. */
const AT_ONCE = 8;

/** Kills the whole server while people record talks, and looks each time at what is on the disk. */
export async function killServers(kills: number, pick: Pick, harm: Harm): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nnz-kill-'));
  const directory = join(folder, 'data');
  const teams = await new FakeTeams().listen();
  const all: Recording[] = [];
  try {
    let cut: Recording[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const bot = new BuiltBot({ DATA_DIR: directory, LOG_LEVEL: 'info' }, teams);
      await bot.ready();
      for (const one of cut) await one.sendAgain(bot);
      const started = await recordUntilKilled(bot, pick(upTo(1200)));
      all.push(...started);
      cut = started.filter(({ open }) => open !== undefined);
      await check(directory, all, harm);
    }
    harm.acknowledged += all.reduce((sum, { answered }) => sum + answered, 0);
  } catch (error) {
    if (!(error instanceof DamagedStoreError)) throw error;
    harm.unreadable += 1;
  } finally {
    await teams.close();
    await rm(folder, { recursive: true });
  }
}

async function recordUntilKilled(bot: BuiltBot, afterMs: number): Promise<Recording[]> {
  const started: Recording[] = [];
  let isKilled = false;
  const lane = async () => {
    while (!isKilled) {
      const recording = new Recording(somebody(), bot);
      started.push(recording);
      await recording.go(bot).catch((error: unknown) => {
        if (!isKilled) throw error;
      });
    }
  };
  const lanes = Promise.all(Array.from({ length: AT_ONCE }, lane));
  await Promise.race([delay(afterMs), lanes]);
  isKilled = true;
  await bot.kill('SIGKILL');
  await lanes;
  return started;
}

async function check(directory: string, all: readonly Recording[], harm: Harm): Promise<void> {
  const repository = await openLowdbRepository({ directory, now: () => DateTime.utc() });
  try {
    const names = await readdir(directory, { recursive: true });
    harm.leftover += names.filter((name) => name.endsWith('.tmp')).length;
    await compareAll(repository, all, harm);
  } finally {
    await repository.close();
  }
}
