import { EventEmitter } from 'node:events';
import { z } from 'zod/v4';
import { waitUntil } from './waitUntil.js';
import type { Exchange } from './wireTap.js';

const sentSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  from: z.looseObject({ id: z.string() }),
  conversation: z.looseObject({ id: z.string() }),
});

/** An activity the Playground sent to the bot, and what the bot answered when its turn was over. */
export interface Turn {
  readonly activity: z.infer<typeof sentSchema>;
  readonly status: number;
  readonly answer: unknown;
}

/** The turns the bot finished, oldest first. */
export class TurnLog {
  readonly #turns: Turn[] = [];
  readonly #changes = new EventEmitter().setMaxListeners(0);

  note(exchange: Exchange): void {
    const activity = sentSchema.safeParse(exchange.request);
    if (!activity.success) return;
    const { status, response: answer } = exchange;
    this.#turns.push({ activity: activity.data, status, answer });
    this.#changes.emit('change');
  }

  /** Everything the bot was sent so far; its length is a moment to hand to `waitFor`. */
  all(): readonly Turn[] {
    return [...this.#turns];
  }

  /** The first turn after `from` that fits. Throws when the bot answered it with an error. */
  async waitFor(
    from: number,
    isIt: (turn: Turn) => boolean,
    what: string,
    timeoutMs: number,
  ): Promise<Turn> {
    const turn = await waitUntil(
      this.#changes,
      () => this.#turns.slice(from).find(isIt),
      () => `Waited ${timeoutMs} ms for the bot to finish ${what}`,
      timeoutMs,
    );
    if (turn.status < 400) return turn;
    const answer = JSON.stringify(turn.answer);
    throw new Error(`The bot answered ${what} with HTTP ${turn.status}: ${answer}`);
  }
}
