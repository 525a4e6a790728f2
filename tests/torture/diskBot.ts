import { DateTime } from 'luxon';
import { readConfig } from '../../bot/config.js';
import { createLog } from '../../bot/log.js';
import { readRegions } from '../../bot/regions.js';
import { ONE_INSTANCE } from '../../data/instances.js';
import { startBot, type Bot } from '../../bot/startBot.js';
import { wordsIn } from '../../cards/words/words.js';
import type { SentActivity } from '../bot/activities.js';
import { FakeTeams } from '../bot/fakeTeams.js';
import { PersonInTeams, saysOn, type Venue } from '../bot/personInTeams.js';
import { SANNE, TENANT, TOM } from '../builders.js';
import { openOn } from '../data/lowdb/onSimulatedDisk.js';
import { SimulatedDisk } from '../data/lowdb/simulatedDisk.js';
import { failAt, FAULTS } from './diskStore.js';
import { RECORDING } from './recordings.js';

/** What people and machines were told wrongly, counted. */
export interface Told {
  tried: number;
  notTold: number;
  notReady: number;
  unreadable: number;
  lost: number;
}

/** The bot on a disk that can fail; the Teams beside it stays. */
class BotOnDisk implements Venue {
  #bot: Bot | undefined;

  constructor(
    readonly teams: FakeTeams,
    readonly disk: SimulatedDisk,
  ) {}

  async start(): Promise<void> {
    const environment = { ALLOW_ANONYMOUS: 'true', PORT: '0', MICROSOFT_APP_TENANT_ID: TENANT };
    const read = readConfig(environment);
    if (!read.ok) throw new Error(read.problems.join('\n'));
    const regions = readRegions(read.config.regionsDir);
    if (!regions.ok) throw new Error(regions.problems.join('\n'));
    this.#bot = await startBot({
      config: read.config,
      regions: regions.regions,
      store: { repository: await openOn(this.disk), instances: ONE_INSTANCE },
      log: createLog('silent'),
      now: () => DateTime.utc(),
    });
  }

  async stop(): Promise<void> {
    await this.#bot?.stop();
  }

  async send(activity: SentActivity): Promise<{ status: number; body: string }> {
    const body = JSON.stringify({ ...activity, serviceUrl: this.teams.serviceUrl });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(this.#url('/api/messages'), { method: 'POST', headers, body });
    return { status: answer.status, body: await answer.text() };
  }

  async readyz(): Promise<string> {
    const answer = await fetch(this.#url('/readyz'));
    return `${answer.status} ${await answer.text()}`;
  }

  #url(path: string): string {
    return `http://127.0.0.1:${this.#bot?.port ?? 0}${path}`;
  }
}

/** Every fault at every step of the disk while somebody records a talk. */
export async function failBots(take: (n: number) => boolean): Promise<Told> {
  const told: Told = { tried: 0, notTold: 0, notReady: 0, unreadable: 0, lost: 0 };
  const steps = await stepsOfATalk();
  let n = 0;
  for (const [name, { at, isSurvived }] of Object.entries(FAULTS)) {
    for (const [offset, step] of steps.entries()) {
      if (isSurvived || !at.test(step) || !take((n += 1))) continue;
      told.tried += 1;
      await failBot(name, offset, told);
    }
  }
  return told;
}

async function stepsOfATalk(): Promise<string[]> {
  return withBot(async (bot) => {
    await recordTalk(new PersonInTeams(bot, SANNE));
    const before = bot.disk.steps.length;
    await recordTalk(new PersonInTeams(bot, TOM));
    return bot.disk.steps.slice(before);
  });
}

async function failBot(name: string, offset: number, told: Told): Promise<void> {
  await withBot(async (bot) => {
    const sanne = new PersonInTeams(bot, SANNE);
    await recordTalk(sanne);
    const own = saysOn(await sanne.ask('mijn casussen'));
    failAt(bot.disk, name, bot.disk.steps.length + offset);
    const heard = await recordTalk(new PersonInTeams(bot, TOM));
    if (!heard.includes(READ_ONLY)) told.notTold += 1;
    if ((await bot.readyz()) !== '503 read-only') told.notReady += 1;
    const [shown] = await sanne.say('mijn casussen');
    if (!shown || saysOn(shown) !== own) told.unreadable += 1;
    await bot.stop().catch(() => (told.notReady += 1));
    bot.disk.fault = () => undefined;
    await bot.start();
    if ((await bot.readyz()) !== '200 ok') told.notReady += 1;
    if (saysOn(await sanne.ask('mijn casussen')) !== own) told.lost += 1;
  });
}

const READ_ONLY = wordsIn('nl').failure.readOnly;

async function withBot<T>(use: (bot: BotOnDisk) => Promise<T>): Promise<T> {
  const teams = await new FakeTeams().listen();
  const bot = new BotOnDisk(teams, new SimulatedDisk());
  await bot.start();
  try {
    return await use(bot);
  } finally {
    await bot.stop();
    await teams.close();
  }
}

/** Clicks until the bot says that it cannot go on; answers what was said last. */
async function recordTalk(person: PersonInTeams): Promise<string> {
  const typed = await person.say('vastleggen');
  let heard = typed.map(saysOn).join(' ');
  for (const click of RECORDING) {
    if (heard.includes(READ_ONLY)) return heard;
    heard = (await person.click(person.newest(), click)).says;
  }
  return heard;
}
