import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DateTime } from 'luxon';
import type { Case } from '../../data/case.js';
import { DamagedStoreError } from '../../data/lowdb/damage.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import { isSamePerson, personKey, type Person } from '../../data/person.js';
import type { Repository } from '../../data/repository.js';
import { dayOf } from '../../data/weeks.js';
import { typedInChat, type SentActivity } from '../bot/activities.js';
import { BuiltBot } from '../bot/builtBot.js';
import { FakeTeams } from '../bot/fakeTeams.js';
import { PersonInTeams } from '../bot/personInTeams.js';
import { TENANT } from '../builders.js';
import type { Pick } from '../seeded.js';
import { upTo, type Harm } from './killStore.js';

/** So many people record a talk at the same time; when one is done another one begins. */
const AT_ONCE = 8;

/** What somebody clicks, and what must be stored when it was answered. */
export const RECORDING = [
  { title: 'Opslaan', inputs: { organisation: 'jgz-voorbeeld', domain: 'social' } },
  {
    title: 'Volgende',
    inputs: { talked: 'yes', record: 'yes', on: dayOf(DateTime.utc()), municipality: 'leiden' },
  },
  { title: 'Volgende', inputs: { topics: 'contraception' } },
  {
    title: 'Opslaan',
    inputs: { wish: 'later', wants: 'contraception-help', arrangement: 'no-choice' },
  },
] as const;

/** Somebody who records one talk. */
export class Recording {
  /** Clicks that were answered. */
  answered = 0;
  /** Sent, and not answered. */
  open: SentActivity | undefined;
  readonly #person: PersonInTeams;

  constructor(
    readonly who: Person,
    bot: BuiltBot,
  ) {
    this.#person = new PersonInTeams(bot, who);
  }

  async go(bot: BuiltBot): Promise<void> {
    await this.#send(bot, typedInChat(this.who, 'vastleggen'));
    for (const click of RECORDING) {
      await this.#send(bot, this.#person.pressed(this.#person.newest(), click));
      this.answered += 1;
    }
  }

  /** Teams sends again what was not answered. */
  async sendAgain(bot: BuiltBot): Promise<void> {
    if (!this.open) return;
    const isClick = 'replyToId' in this.open;
    await this.#send(bot, this.open);
    if (isClick) this.answered += 1;
  }

  async #send(bot: BuiltBot, activity: SentActivity): Promise<void> {
    this.open = activity;
    const { status, body } = await bot.send(activity);
    if (status !== 200) throw new Error(`HTTP ${status} ${body}`);
    this.open = undefined;
  }
}

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

export function somebody(): Person {
  return { tenantId: TENANT, aadObjectId: randomUUID(), name: 'Noor de Jong' };
}

async function check(directory: string, all: readonly Recording[], harm: Harm): Promise<void> {
  const repository = await openLowdbRepository({ directory, now: () => DateTime.utc() });
  try {
    const names = await readdir(directory, { recursive: true });
    harm.leftover += names.filter((name) => name.endsWith('.tmp')).length;
    const { cases } = await repository.cases({ region: 'hollands-midden', limit: Infinity });
    for (const one of all) {
      const own = cases.filter(({ professional }) => isSamePerson(professional, one.who));
      await compare(repository, one, own, harm);
    }
    const isGap = ({ history }: Case) => history.some(({ number }, at) => number !== at + 1);
    harm.gaps += cases.filter(isGap).length;
  } finally {
    await repository.close();
  }
}

async function compare(
  repository: Repository,
  { who, answered }: Recording,
  cases: readonly Case[],
  harm: Harm,
): Promise<void> {
  if (cases.length > 1) harm.doubled += cases.length - 1;
  const isDone = answered === RECORDING.length;
  if (isDone && cases.length === 0) harm.lost += 1;
  if (isDone || cases.length > 0) return;
  const profile = await repository.read('profile', personKey(who));
  const draft = await repository.read('draft', personKey(who));
  if (answered >= 1 && profile?.work?.organisation !== 'jgz-voorbeeld') harm.lost += 1;
  if (answered >= 2 && draft?.answers.municipality !== 'leiden') harm.lost += 1;
  if (answered >= 3 && draft?.answers.topics?.[0] !== 'contraception') harm.lost += 1;
}
