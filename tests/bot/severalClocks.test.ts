import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ANNEKE, MERYEM, SANNE } from '../builders.js';
import { PostgresDatabase } from '../postgres/database.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { chatOf } from './fakeTeams.js';
import { escalate, linkChannel } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let database: PostgresDatabase;
let stages: BotStage[];
let folder: string;
beforeEach(async () => {
  database = await PostgresDatabase.open();
  folder = await mkdtemp(join(tmpdir(), 'nnz-clocks-'));
  stages = [];
});
afterEach(async () => {
  const [first, ...others] = stages.reverse();
  for (const stage of [first, ...others]) await stage?.close();
  await rm(folder, { recursive: true });
  await database.close();
});

async function start(name: string): Promise<BotStage> {
  const [{ teams } = { teams: undefined }] = stages;
  const stage = await openBotStage({
    dataDir: join(folder, name),
    databaseUrl: database.connectionString,
    ...(teams && { teams }),
  });
  stages.push(stage);
  return stage;
}

const digests = (stage: BotStage) =>
  stage.teams.in(chatOf(ANNEKE)).filter((message) => saysOn(message).includes('week 47'));
const mornings = (stage: BotStage) =>
  stage.teams.in(chatOf(MERYEM)).filter(({ summary = '' }) => summary.includes('wacht'));

it('of several on one database one goes by the clock: one digest a week, one message a morning', async () => {
  const one = await start('one');
  await one.as(ANNEKE).say('start');
  await linkChannel(one);
  await escalate(one);
  const other = await start('other');
  // Whoever stops first hands over; both come back a week later, at the same moment.
  for (const stage of [one, other]) await stage.stop();
  await Promise.all([one.jump({ days: 7 }), other.jump({ days: 7 })]);
  await vi.waitUntil(() => digests(one).length > 0 && mornings(one).length > 0, {
    timeout: 20_000,
  });
  await one.stop();
  await vi.waitUntil(async () => (await other.repository.behind()).length === 0, {
    timeout: 30_000,
  });
  await other.as(SANNE).say('help');
  expect([digests(one).length, mornings(one).length]).toEqual([1, 1]);
});
