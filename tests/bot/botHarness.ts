import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DateTime, DurationLikeObject } from 'luxon';
import { expect } from 'vitest';
import { createPacing, type Pacing } from '../../bot/delivery/pacing.js';
import { openBot } from '../../bot/openBot.js';
import type { Bot } from '../../bot/startBot.js';
import type { Case } from '../../data/case.js';
import type { Draft } from '../../data/draft.js';
import { personKey, type Person } from '../../data/person.js';
import type { Row } from '../../data/figureRows.js';
import { AT_THIS_MOMENT, SINCE_START } from '../../data/periods.js';
import type { Repository, Write } from '../../data/repository.js';
import { JOOST, MERYEM, NOW, TENANT } from '../builders.js';
import { PostgresDatabase } from '../postgres/database.js';
import type { SentActivity } from './activities.js';
import { NO_LIMITS } from './fakeTeamsLimits.js';
import { FakeTeams } from './fakeTeams.js';
import { PersonInTeams } from './personInTeams.js';

export interface StageOptions {
  regionsDir?: string;
  /** Data that exists already; it stays when the stage closes. */
  dataDir?: string;
  /** On the embedded store whatever else is asked, so that its files can be copied. */
  onDisk?: true;
  /** The same Teams for a second bot. */
  teams?: FakeTeams;
  /** Of a database that exists already, in place of the embedded store; it stays as well. */
  databaseUrl?: string;
  /** Whether delivery keeps to the limits of Teams. */
  keepsLimits?: boolean;
}

/** The real bot on a folder of its own, with a Teams that does as it is told. */
export class BotStage {
  /** What the bot logged, line by line. */
  readonly logged: string[] = [];
  #bot: Bot | undefined;
  #repository: Repository | undefined;
  #aheadMs = 0;
  readonly #startedAt = performance.now();
  /** One for all lives of the bot: a real process begins quietly, as it cannot know what went before. */
  readonly #pacing: Pacing;

  constructor(
    readonly teams: FakeTeams,
    readonly dataDir: string,
    private readonly options: StageOptions,
    private readonly database: PostgresDatabase | undefined,
  ) {
    this.#pacing = options.keepsLimits === true ? createPacing() : NO_LIMITS;
  }

  get bot(): Bot {
    if (!this.#bot) throw new Error('the bot is not running');
    return this.#bot;
  }

  get repository(): Repository {
    if (!this.#repository) throw new Error('the store is not open');
    return this.#repository;
  }

  /** The bot's clock: it runs, from a Monday morning. */
  now(): DateTime {
    return NOW.plus(performance.now() - this.#startedAt + this.#aheadMs);
  }

  /** Later, for what the bot reads off its clock; its timers do not go faster. */
  async jump(ahead: DurationLikeObject): Promise<void> {
    // Stopped first: what goes wrong meanwhile went wrong before the jump.
    await this.stop();
    this.#aheadMs += NOW.plus(ahead).diff(NOW).toMillis();
    await this.start();
  }

  as(person: Person): PersonInTeams {
    return new PersonInTeams(this, person);
  }

  async start(): Promise<void> {
    const { regionsDir, databaseUrl = this.database?.connectionString } = this.options;
    const opened = await openBot(
      {
        ALLOW_ANONYMOUS: 'true',
        PORT: '0',
        DATA_DIR: this.dataDir,
        ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
        LOG_LEVEL: 'trace',
        MICROSOFT_APP_TENANT_ID: TENANT,
        ...(regionsDir === undefined ? {} : { REGIONS_DIR: regionsDir }),
      },
      {
        now: () => this.now(),
        writeLog: (line) => this.logged.push(line),
        pacing: this.#pacing,
      },
    );
    if (!opened.ok) throw new Error(opened.problems.join('\n'));
    this.#bot = opened.bot;
    this.#repository = opened.repository;
  }

  async stop(): Promise<void> {
    await this.#bot?.stop();
    this.#bot = undefined;
  }

  /** Nothing the bot remembered is left; what it stored is. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async close(): Promise<void> {
    this.teams.repair();
    this.teams.release();
    await this.stop();
    if (this.options.teams === undefined) await this.teams.close();
    if (this.options.dataDir === undefined) await rm(this.dataDir, { recursive: true });
    await this.database?.close();
  }

  /** Hands an activity to the bot over HTTP. */
  async send(activity: SentActivity): Promise<{ status: number; body: string }> {
    const answer = await fetch(`http://127.0.0.1:${this.bot.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...activity, serviceUrl: this.teams.serviceUrl }),
    });
    return { status: answer.status, body: await answer.text() };
  }

  async store(...writes: Write[]): Promise<void> {
    expect(await this.repository.commit({ writes })).toEqual({ ok: true });
  }

  draftOf(person: Person): Promise<Draft | undefined> {
    return this.repository.read('draft', personKey(person));
  }

  async cases(): Promise<Case[]> {
    const page = await this.repository.cases({ region: 'hollands-midden', limit: 100 });
    return page.cases;
  }

  async theCase(): Promise<Case> {
    const [only, ...others] = await this.cases();
    if (!only || others.length > 0) throw new Error(`${others.length + 1} cases, or none`);
    return only;
  }

  /** A figure since the start. */
  async counted(row: Row) {
    const counts = await this.repository.counts('hollands-midden', [SINCE_START, AT_THIS_MOMENT]);
    return counts.sum(row, row.startsWith('now:') ? AT_THIS_MOMENT : SINCE_START);
  }
}

export async function openBotStage(options: StageOptions = {}): Promise<BotStage> {
  const teams = options.teams ?? (await new FakeTeams().listen());
  if (options.teams === undefined) teams.roster = [MERYEM, JOOST];
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'nnz-bot-')));
  const stage = new BotStage(teams, dataDir, options, await databaseFor(options));
  await stage.start();
  return stage;
}

/** `BOT_TESTS_ON=postgres`: every stage on a database of its own, in place of the embedded store. */
function databaseFor(options: StageOptions): Promise<PostgresDatabase | undefined> {
  const { databaseUrl, dataDir, onDisk = dataDir !== undefined } = options;
  const isWanted = process.env.BOT_TESTS_ON === 'postgres' && databaseUrl === undefined;
  return isWanted && !onDisk ? PostgresDatabase.open() : Promise.resolve(undefined);
}
