import { setTimeout as delay } from 'node:timers/promises';
import type { BuiltBot } from '../bot/builtBot.js';
import type { Repository } from '../../data/repository.js';
import { FakeTeams } from '../bot/fakeTeams.js';
import { linkChannel } from '../bot/mainSteps.js';
import { saysOn } from '../bot/personInTeams.js';
import { SeveralBots } from '../bot/severalBots.js';
import { JOOST, MERYEM } from '../builders.js';
import { exactly, info, none, type Measured } from '../measured.js';
import { rounds, type Extent, type Part } from '../parts.js';
import { PostgresDatabase } from '../postgres/database.js';
import { PostgresServer } from '../postgres/server.js';
import { seeded, type Pick } from '../seeded.js';
import { unharmed, upTo } from './killStore.js';
import { Crowd, LONGEST_MS, untilAllWork } from './crowd.js';
import { compareAll } from './recordings.js';

const KILLS = 300;
const SERVER_KILLS = 20;
const INSTANCES = 3;

/** kill -9 of instances that share a database, and of its server, under load. */
export const instances: Part = { name: 'instances', run };

async function* run(extent: Extent): AsyncIterable<Measured> {
  const server = await PostgresServer.start({ isDurable: true });
  const database = await PostgresDatabase.open(server);
  const teams = await new FakeTeams().listen();
  teams.roster = [MERYEM, JOOST];
  const environment = { DATABASE_URL: database.connectionString };
  const several = await SeveralBots.start(teams, environment, INSTANCES);
  try {
    yield* killAll({ several, server, extent, pick: seeded(extent.seed) });
  } finally {
    await several.close();
    await teams.close();
    await database.close();
    await server.stop();
  }
}

interface Battle {
  several: SeveralBots;
  server: PostgresServer;
  extent: Extent;
  pick: Pick;
}

async function* killAll({ several, server, extent, pick }: Battle): AsyncIterable<Measured> {
  const [kills, serverKills] = [rounds(KILLS, extent), rounds(SERVER_KILLS, extent)];
  const crowd = new Crowd(several);
  await linkChannel(several);
  crowd.begin();
  const recoveries: number[] = [];
  const fallen = new Set<BuiltBot>();
  const every = Math.floor(kills / serverKills);
  for (let kill = 1; kill <= kills; kill += 1) {
    await delay(pick(upTo(800)));
    await several.kill(pick(several.bots));
    await several.another();
    if (kill % every === 0 && recoveries.length < serverKills) {
      await server.kill();
      await delay(pick(upTo(1500)));
      await server.run();
      recoveries.push(await untilAllWork(several));
    }
    for (const bot of several.bots.filter(({ hasEnded }) => hasEnded)) {
      fallen.add(bot);
      several.leaveOut(bot);
      await several.another();
    }
  }
  const notAnswered = await crowd.end();
  const harm = unharmed();
  await compareAll(several.repository, crowd.recordings, harm);
  const cards = await lookAtCards(several, crowd.escalated);
  const answered = crowd.recordings.reduce((sum, one) => sum + one.answered, 0);
  yield exactly('instances-killed', kills, rounds(KILLS, extent));
  yield exactly('instances-server-killed', recoveries.length, serverKills);
  yield info('instances-acknowledged', String(answered + crowd.escalated.length));
  yield none('instances-lost-changes', harm.lost);
  yield none('instances-double-effects', harm.doubled);
  yield none('instances-event-number-gaps', harm.gaps);
  yield none('instances-that-fell-themselves', fallen.size);
  yield none('instances-not-answered-in-the-end', notAnswered);
  for (const { complaint } of fallen) yield info('instances-fell', JSON.stringify(complaint));
  yield none('instances-not-recovered', recoveries.filter((ms) => ms >= LONGEST_MS).length);
  yield info('instances-longest-recovery', `${Math.max(...recoveries).toFixed(0)}ms`);
  yield info('instances-escalated', String(crowd.escalated.length));
  yield none('instances-cards-missing', cards.missing);
  yield none('instances-cards-older-than-the-state', cards.old);
  yield info('instances-orphaned-cards', String(cards.orphans));
}

/** One channel takes one message a second: as long as there is less and less to show, it goes well. */
async function untilAllShown(repository: Repository): Promise<void> {
  let left = Infinity;
  let lessAt = performance.now();
  while (left > 0 && performance.now() - lessAt < LONGEST_MS) {
    const { length } = await repository.behind();
    if (length < left) lessAt = performance.now();
    left = Math.min(left, length);
    await delay(200);
  }
}

async function lookAtCards({ repository, teams }: SeveralBots, codes: readonly string[]) {
  await untilAllShown(repository);
  const found = { missing: 0, old: 0, orphans: 0 };
  const shown = teams.channelCards();
  for (const code of codes) {
    const subject = await repository.read('case', code);
    const delivery = await repository.read('delivery', code);
    const cards = shown.filter((card) => saysOn(card).includes(code));
    const live = cards.find(({ conversation }) => conversation === delivery?.card?.conversationId);
    if (!live) found.missing += 1;
    else found.orphans += cards.length - 1;
    if (!subject || delivery?.settled !== subject.version) found.old += 1;
  }
  return found;
}
