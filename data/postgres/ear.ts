import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const AGAIN_AFTER_MS = 1_000;
/** A connection that somebody on the way has dropped says nothing by itself. */
const ASKED_EVERY_MS = 30_000;
const ANSWERED_WITHIN_MS = 5_000;
const ENDED_WITHIN_MS = 2_000;

/** A connection that listens; what was said while it was cut off is not heard, and it says so. */
export class Ear {
  readonly #hearing: ((said: string | undefined) => void)[] = [];
  readonly #asking: NodeJS.Timeout;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    private readonly connectionString: string,
    private readonly channel: string,
  ) {
    this.#asking = setInterval(() => void this.#ask(), ASKED_EVERY_MS).unref();
  }

  /** Hears what is said from now on; nothing whenever something may have been missed. */
  listen(hear: (said: string | undefined) => void): void {
    this.#hearing.push(hear);
  }

  /** Throws when the server cannot be reached; afterwards it keeps trying. */
  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      connectionTimeoutMillis: ANSWERED_WITHIN_MS,
      query_timeout: ANSWERED_WITHIN_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    client.on('error', () => undefined);
    client.on('end', () => {
      if (this.#client === client) this.#openAgain();
    });
    client.on('notification', ({ payload }) => {
      this.#hear(payload);
    });
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
    } catch (error) {
      await ended(client);
      throw error;
    }
    this.#client = client;
    if (this.#isClosed) await ended(client);
    else this.#hear(undefined);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#asking);
    if (this.#client) await ended(this.#client);
  }

  #hear(said: string | undefined): void {
    for (const hear of this.#hearing) hear(said);
  }

  async #ask(): Promise<void> {
    const client = this.#client;
    await client?.query('select 1').catch(() => ended(client));
  }

  #openAgain(): void {
    if (this.#isClosed || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.open().catch(() => {
        this.#openAgain();
      });
    }, AGAIN_AFTER_MS).unref();
  }
}

/** Whoever does not answer is not waited for. */
async function ended(client: pg.Client): Promise<void> {
  const over = client.end().catch(() => undefined);
  await Promise.race([over, delay(ENDED_WITHIN_MS, undefined, { ref: false })]);
}
