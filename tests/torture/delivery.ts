import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exactly, info, none, type Measured } from '../measured.js';
import { seeded } from '../seeded.js';
import { clickOrphans, compare, untilShown, type Stage } from './deliveryEnd.js';
import { Hands } from './deliveryHands.js';
import { People } from './deliveryPeople.js';
import { coordinatorsIn, onePerRegion, pairsIn, writeRegions } from './deliveryRegions.js';
import { TormentingTeams } from './deliveryTeams.js';
import { FastClock } from './fastClock.js';
import { MortalBot } from './mortalBot.js';
import { rounds, type Extent, type Part } from '../parts.js';

/** How much faster the clock of the bot goes: on a real one Teams' limits would take hours. */
const SPEED = 20;
/** Few escalations leave the machine time for more. */
const SPEED_OF_FEW = 40;
const FEW = 100;
const ESCALATIONS = 3_000;
const KILLS = 20;
/** So many that the hour's limit of one channel does not make it last for hours. */
const REGIONS = 40;

/** Escalations under connector faults and kills: what everybody sees in the end is what happened. */
export const delivery: Part = { name: 'delivery', run };

async function* run(extent: Extent): AsyncIterable<Measured> {
  const wanted = rounds(ESCALATIONS, extent);
  const clock = new FastClock(wanted < FEW ? SPEED_OF_FEW : SPEED);
  const pick = seeded(extent.seed);
  const teams = await new TormentingTeams(pick, clock).listen();
  const directory = await mkdtemp(join(tmpdir(), 'nnz-delivery-'));
  const pairs = pairsIn(Math.max(2, rounds(REGIONS, extent)));
  for (const pair of pairs) teams.rosters.set(pair.team, coordinatorsIn(pair, pairs));
  const regionsDir = await writeRegions(directory, pairs);
  const dataDir = join(directory, 'data');
  const environment = { DATA_DIR: dataDir, REGIONS_DIR: regionsDir };
  const bot = new MortalBot(environment, teams.serviceUrl, clock);
  const people = new People(teams, new Hands(teams, bot, clock), clock, pick);
  teams.acknowledged = (code) => people.acknowledged(code);
  const stage = { clock, teams, bot, people, pairs, pick, dataDir };
  try {
    yield* torture(stage, wanted, rounds(KILLS, extent));
  } finally {
    await bot.stop();
    await teams.close();
    await rm(directory, { recursive: true });
  }
}

async function* torture(stage: Stage, wanted: number, kills: number): AsyncIterable<Measured> {
  const { teams, people, pairs, clock } = stage;
  const begun = clock.nowMs();
  await Promise.all(pairs.map((pair) => people.getReady(pair)));
  for (const pair of onePerRegion(pairs)) await people.link(pair);
  teams.isFailing = true;
  const over = new AbortController();
  const killed = killInBetween(stage, wanted, kills, over.signal);
  const gaveUp = await escalateAll(stage, wanted);
  over.abort();
  yield exactly('delivery-kills', await killed, kills);
  yield exactly('delivery-escalations', people.escalated.length, wanted);
  yield none('delivery-people-who-gave-up', gaveUp.length);
  for (const why of gaveUp.slice(0, 5)) yield info('delivery-gave-up', why.replaceAll(' ', '_'));
  yield* untilShown(stage);
  yield* clickOrphans(stage);
  yield* compare(stage);
  yield none('delivery-cards-older-than-the-state', teams.older);
  yield none('delivery-rate-limit-violations', teams.limits.violations.length);
  for (const what of teams.limits.violations.slice(0, 5))
    yield info('delivery-violation', what.replaceAll(' ', '_'));
  yield info('delivery-requests', String(teams.requests));
  for (const [name, n] of [...teams.met].sort())
    yield info(`delivery-fault-${name.replaceAll(/\W+/g, '-')}`, String(n));
  const minutes = (clock.nowMs() - begun) / 60_000;
  yield info('delivery-took-on-the-clock-of-the-bot', `${minutes.toFixed(0)}min`);
}

/** Each pair one after another; who cannot get it done says why. */
async function escalateAll({ people, pairs }: Stage, wanted: number): Promise<string[]> {
  let left = wanted;
  const gaveUp: string[] = [];
  await Promise.all(
    pairs.map(async (pair) => {
      while (left > 0) {
        left -= 1;
        await people.escalateOne(pair).catch((error: unknown) => gaveUp.push(String(error)));
      }
    }),
  );
  return gaveUp;
}

/** Spread over the escalations, at a moment that nobody chose. */
async function killInBetween(
  stage: Stage,
  wanted: number,
  kills: number,
  over: AbortSignal,
): Promise<number> {
  const { people, bot, clock, pick } = stage;
  const moments = Array.from({ length: 100 }, (_, n) => n * 100);
  let done = 0;
  for (; done < kills; done += 1) {
    const due = ((done + 1) * wanted) / (kills + 1);
    while (people.escalated.length < due && !over.aborted) await clock.wait(1_000);
    if (over.aborted) break;
    await clock.wait(pick(moments));
    await bot.kill();
  }
  return done;
}
