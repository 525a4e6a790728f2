import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DateTime } from 'luxon';
import { expect } from 'vitest';
import { startDelivery } from '../../bot/delivery/delivery.js';
import { makeDigest } from '../../bot/digest.js';
import { createLog } from '../../bot/log.js';
import type { Message, Messenger } from '../../bot/messenger.js';
import { SendError } from '../../bot/sendError.js';
import type { Digest } from '../../data/digest.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import type { Repository } from '../../data/repository.js';
import { aCase, ANNEKE, aProfile, aTalk, CHAT, TENANT, TOM } from '../builders.js';
import { LINK } from '../data/contract/examples.js';
import {
  DAY_MS,
  dutchDay,
  HOUR_MS,
  isoOf,
  midnight,
  spanOf,
  written,
} from '../data/histories/calendar.js';
import { CHANNEL_ID, chatOf } from './fakeTeams.js';
import { NO_LIMITS } from './fakeTeamsLimits.js';
import { REGIONS, SURFACES, ToldDigests } from './toldDigests.js';

/** What can go wrong with a message; whether it has arrived all the same. */
export const MISHAPS = [
  { kind: 'not-sent', arrives: false },
  { kind: 'throttled', arrives: false },
  { kind: 'ambiguous', arrives: false },
  { kind: 'ambiguous', arrives: true },
] as const;
export type Mishap = (typeof MISHAPS)[number];

export const weekBefore = (moment: number) => isoOf(dutchDay(moment) - 7).week;
/** The Monday after, at seven on the Dutch clock. */
export const dueAt = (week: string) => midnight(spanOf(week).until + 1) + 7 * HOUR_MS;

/** What nobody comes back from. */
const never = <T>() => new Promise<T>(() => undefined);

/** One process: it does what it does until it is killed. */
class Life {
  isOver = false;
  steps = 0;
  readonly killed: Promise<'killed'>;
  #end: () => void = () => undefined;

  constructor(private readonly killedAt: number) {
    this.killed = new Promise((resolve) => {
      this.#end = () => {
        resolve('killed');
      };
    });
  }

  /** A moment at which it may be killed. */
  async passes(): Promise<void> {
    this.steps += 1;
    if (this.steps === this.killedAt) {
      this.isOver = true;
      this.#end();
    }
    if (this.isOver) await never();
  }
}

interface Plan {
  /** At which commit or message it is killed, before or after it; 0 for never. */
  killedAt?: number;
  mishap?: () => Mishap | undefined;
}

/** One process after another on the same data, each at a moment of its own, judged after each. */
export class DigestLives {
  readonly told = new ToldDigests();
  readonly printed = new Map<string, string>();
  readonly #talks: { region: string; day: number }[] = [];
  readonly #begun: number;

  private constructor(
    private readonly directory: string,
    private repository: Repository,
    /** Milliseconds; it stands still within one life. */
    public clock: number,
  ) {
    this.#begun = dutchDay(clock);
  }

  static async open(clock: number): Promise<DigestLives> {
    const directory = await mkdtemp(path.join(tmpdir(), 'nnz-digest-lives-'));
    const repository = await openLowdbRepository({ directory, now: () => dateOf(clock) });
    const lives = new DigestLives(directory, repository, clock);
    const channel = { ...CHAT, conversationId: CHANNEL_ID };
    const profiles = [ANNEKE, TOM].map((person) =>
      aProfile({ person, chat: { ...CHAT, conversationId: chatOf(person) } }),
    );
    await repository.commit({
      writes: [
        { kind: 'link', put: { ...LINK, channel } },
        ...profiles.map((put) => ({ kind: 'profile', put }) as const),
      ],
    });
    for (const { id } of REGIONS) await lives.talked(id, 3);
    return lives;
  }

  async close(): Promise<void> {
    await this.repository.close();
    await rm(this.directory, { recursive: true });
  }

  /** To the next Monday at seven. */
  goToMonday(): void {
    this.clock = dueAt(isoOf(dutchDay(this.clock)).week);
  }

  /** Somebody records a talk of so many days ago. */
  async talked(region: string, daysAgo: number): Promise<void> {
    const signs = String(this.#talks.length + 1000)
      .replaceAll('0', 'A')
      .replaceAll('1', 'B');
    const day = dutchDay(this.clock) - daysAgo;
    const code = `${region === REGIONS[0].id ? 'HM' : 'EL'}-${signs}`;
    const put = aCase({ code, region, talks: [aTalk({ on: written(day) })] });
    expect(await this.repository.commit({ writes: [{ kind: 'case', put }] })).toEqual({ ok: true });
    this.#talks.push({ region, day });
  }

  /** A process starts, looks whether a digest is due, tells what is to be told, and stops or is killed. */
  async live({ killedAt = 0, mishap = () => undefined }: Plan = {}): Promise<Life> {
    const life = new Life(killedAt);
    if ((await Promise.race([this.#work(life, mishap), life.killed])) === 'killed')
      this.told.wasKilled();
    life.isOver = true;
    await this.repository.close();
    const { directory } = this;
    this.repository = await openLowdbRepository({ directory, now: () => dateOf(this.clock) });
    await this.#inspect();
    return life;
  }

  async #work(life: Life, mishap: () => Mishap | undefined): Promise<void> {
    const deps = {
      repository: this.#asSeenBy(life),
      regions: { all: () => REGIONS, find: (id: string) => REGIONS.find((row) => row.id === id) },
      messenger: this.#teamsFor(life, mishap),
      pacing: NO_LIMITS,
      duty: { isOn: () => true },
      now: () => dateOf(this.clock),
      log: createLog('silent'),
      tenantId: TENANT,
    };
    const delivery = startDelivery(deps);
    const calls = {
      ...delivery,
      wake: () => {
        delivery.wake();
      },
    };
    for (const region of REGIONS) await makeDigest({ ...deps, delivery: calls }, region);
    for (const { kind, key } of await deps.repository.behind()) {
      if (kind === 'digest') await delivery.showCard(kind, key, 60_000);
    }
    await delivery.stop();
  }

  /** The store as long as the process lives. */
  #asSeenBy(life: Life): Repository {
    const real = this.repository;
    const alive = <R>(ask: () => Promise<R>) => (life.isOver ? never<R>() : ask());
    return {
      ...real,
      read: (kind, key) => alive(() => real.read(kind, key)),
      counts: (region, periods) => alive(() => real.counts(region, periods)),
      behind: () => alive(() => real.behind()),
      troubled: (region) => alive(() => real.troubled(region)),
      readOnlyBecause: () => undefined,
      commit: async (change) => {
        await life.passes();
        const answer = await real.commit(change);
        for (const write of change.writes) {
          if (answer.ok && write.kind === 'delivery' && 'put' in write) this.told.note(write.put);
        }
        await life.passes();
        return answer;
      },
    };
  }

  #teamsFor(life: Life, mishap: () => Mishap | undefined): Messenger {
    const say = async (conversation: string, message: Message): Promise<string> => {
      await life.passes();
      const trouble = mishap();
      const surface = this.told.surfaceOf(weekBefore(this.clock), conversation, message);
      if (!trouble || trouble.arrives) this.told.see(surface, message, trouble !== undefined);
      await life.passes();
      if (trouble) throw new SendError(trouble.kind, 'as planned');
      return String(life.steps);
    };
    const unasked = () => Promise.reject(new Error('not asked for a digest'));
    return {
      send: async (to, message) => ({ activityId: await say(to.conversationId, message) }),
      async post({ conversationId }, message) {
        const activityId = await say(conversationId, message);
        return { conversationId: `${conversationId};messageid=1`, activityId };
      },
      update: unasked,
      remove: unasked,
      openChat: unasked,
      members: unasked,
    };
  }

  /** One record per region and week, made when it was due, of the figures of then, and never changed. */
  async #inspect(): Promise<void> {
    expect(this.told.wrong).toEqual([]);
    for (const { id } of REGIONS) {
      for (let day = this.#begun - 7; day * DAY_MS < this.clock; day += 7) {
        const key = `${id}/${isoOf(day).week}`;
        const digest = await this.repository.read('digest', key);
        const before = this.printed.get(key);
        if (before !== undefined) expect(JSON.stringify(digest), key).toBe(before);
        else if (digest) {
          this.#judge(digest);
          this.printed.set(key, JSON.stringify(digest));
        }
      }
    }
  }

  #judge({ region, week, at: made, printed: numbers }: Digest): void {
    expect(Date.parse(made)).toBe(this.clock);
    expect(this.clock).toBeGreaterThanOrEqual(dueAt(week));
    expect(week).toBe(weekBefore(this.clock));
    const own = this.#talks.filter((talk) => talk.region === region);
    const { from, until } = spanOf(week);
    expect(numbers.week.talks).toBe(own.filter(({ day }) => day >= from && day <= until).length);
    expect(numbers['since-start'].talks).toBe(own.filter(({ day }) => day <= until).length);
  }

  /** With nothing that goes wrong and nothing to wait for, everybody has what is news. */
  async expectTold(): Promise<void> {
    this.clock += HOUR_MS;
    await this.live();
    const week = weekBefore(this.clock);
    if (this.clock < dueAt(week)) return;
    for (const [region, conversation] of SURFACES) {
      const surface = `${region} ${week} ${conversation}`;
      expect(this.told.times(surface), surface).toBeGreaterThanOrEqual(1);
    }
    expect(await this.repository.behind()).toEqual([]);
  }
}

const dateOf = (moment: number) => DateTime.fromMillis(moment);
