import pg from 'pg';

const AGAIN_AFTER_MS = 1_000;

/** A connection that listens; what was said while it was cut off is not heard, and it says so. */
export class Ear {
  readonly #hearing: ((said: string | undefined) => void)[] = [];
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    private readonly connectionString: string,
    private readonly channel: string,
  ) {}

  /** Hears what is said from now on; nothing whenever something may have been missed. */
  listen(hear: (said: string | undefined) => void): void {
    this.#hearing.push(hear);
  }

  /** Throws when the server cannot be reached; afterwards it keeps trying. */
  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('error', () => undefined);
    client.on('end', () => {
      this.#openAgain();
    });
    client.on('notification', ({ payload }) => {
      this.#hear(payload);
    });
    this.#client = client;
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
    this.#hear(undefined);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  #hear(said: string | undefined): void {
    for (const hear of this.#hearing) hear(said);
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
