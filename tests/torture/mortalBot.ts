import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SentActivity } from '../bot/activities.js';
import { BuiltBot } from '../bot/builtBot.js';
import { builtDirectory } from '../built.js';
import { FakeTeams } from '../bot/fakeTeams.js';
import type { FastClock } from './fastClock.js';

/** Teams gives up some time; here that would be an escalation that was never made. */
const ATTEMPTS = 30;

/** The server in a process of its own that can be killed at any moment; a new one takes its place. */
export class MortalBot {
  #running: Promise<BuiltBot>;

  constructor(
    private readonly environment: Record<string, string>,
    private readonly serviceUrl: string,
    private readonly clock: FastClock,
  ) {
    this.#running = this.#start();
  }

  async ready(): Promise<void> {
    await this.#running;
  }

  async kill(): Promise<void> {
    const bot = await this.#running;
    this.#running = bot.kill('SIGKILL').then(() => this.#start());
    await this.#running;
  }

  async stop(): Promise<void> {
    const bot = await this.#running;
    await bot.kill('SIGTERM');
  }

  /** The answer; what was not answered is sent again, as Teams does. */
  async send(activity: SentActivity): Promise<string> {
    const body = JSON.stringify({ ...activity, serviceUrl: this.serviceUrl });
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const bot = await this.#running;
      const answer = await bot.post(body).catch(() => undefined);
      const text = await answer?.text().catch(() => undefined);
      if (answer?.status === 200 && text !== undefined) return text;
      await this.clock.wait(2_000);
    }
    throw new Error(`no answer in ${ATTEMPTS} attempts`);
  }

  async #start(): Promise<BuiltBot> {
    const fastTime = pathToFileURL(join(builtDirectory(), 'tests', 'torture', 'fastTime.js')).href;
    const environment = {
      ...{ ...this.environment, ...this.clock.environment() },
      NODE_OPTIONS: `--import ${fastTime}`,
    };
    // It is told of another Teams by each activity.
    const bot = new BuiltBot(environment, new FakeTeams());
    await bot.ready();
    return bot;
  }
}
