import { setTimeout as delay } from 'node:timers/promises';
import type { BuiltBot } from '../bot/builtBot.js';
import { escalate } from '../bot/mainSteps.js';
import type { SeveralBots } from '../bot/severalBots.js';
import { Recording, Refused, somebody, Unclear } from './recordings.js';

/** So many people record a talk at the same time; when one is done another one begins. */
const AT_ONCE = 6;
/** Milliseconds after which nothing is waited for any more. */
export const LONGEST_MS = 60_000;

/** Milliseconds until every instance takes turns again, none of them started anew. */
export async function untilAllWork({ bots }: SeveralBots): Promise<number> {
  const begun = performance.now();
  const spent = () => performance.now() - begun;
  const works = async (bot: BuiltBot) => (await bot.get('/readyz')) === '200 ok';
  while (spent() < LONGEST_MS) {
    const all = await Promise.all(bots.map((bot) => works(bot).catch(() => false)));
    if (all.every(Boolean)) break;
    await delay(50);
  }
  return Math.min(LONGEST_MS, spent());
}

/** People who record talks, and one after another who escalates. */
export class Crowd {
  readonly recordings: Recording[] = [];
  /** Codes that people were told. */
  readonly escalated: string[] = [];
  /** How turns were answered: with what went wrong, on a screen of before, or not clearly. */
  refused = 0;
  behind = 0;
  readonly unclear: string[] = [];
  #cut: Recording[] = [];
  #isOver = false;
  #lanes: Promise<void>[] = [];

  constructor(private readonly several: SeveralBots) {}

  /** Clicks that Teams had given up when they were answered. */
  get late(): number {
    return this.recordings.reduce((sum, { late }) => sum + late, 0);
  }

  begin(atOnce = AT_ONCE): void {
    this.#isOver = false;
    this.#lanes = Array.from({ length: atOnce }, () => this.#record());
    this.#lanes.push(this.#escalate());
  }

  /** Sends again what was not answered; resolves with how many still are not. */
  async end(): Promise<number> {
    this.#isOver = true;
    await Promise.all(this.#lanes);
    return this.sendAgain();
  }

  async sendAgain(): Promise<number> {
    let notAnswered = 0;
    const cut = this.#cut;
    this.#cut = [];
    for (const one of cut) {
      await one.sendAgain(this.several).catch(() => (notAnswered += 1));
    }
    return notAnswered;
  }

  async #record(): Promise<void> {
    while (!this.#isOver) {
      const recording = new Recording(somebody(), this.several);
      this.recordings.push(recording);
      try {
        await recording.go(this.several);
      } catch (error) {
        this.#cut.push(recording);
        if (error instanceof Refused) this.refused += 1;
        else if (error instanceof Unclear) this.unclear.push(error.message);
        // The message could not be updated: the step that it shows has been taken.
        else this.behind += 1;
        await delay(200);
      }
    }
  }

  async #escalate(): Promise<void> {
    while (!this.#isOver) {
      try {
        this.escalated.push(await escalate(this.several, { person: somebody() }));
      } catch {
        // They were not told a code.
      }
      await delay(2_000);
    }
  }
}
