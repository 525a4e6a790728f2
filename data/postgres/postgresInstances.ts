import { setTimeout as delay } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { Instances } from '../instances.js';
import type { Availability } from './availability.js';
import type { Ear } from './ear.js';
import type { Database } from './schema.js';

/** What is done in one place: delivery, and work by the clock. */
const DUTY = 'delivery';
/** Whoever has not been heard of for so long does not hold up others. */
const TICKET_KEPT = '15 seconds';
/** Milliseconds between two looks, at first and at most. */
const LOOK = { first: 5, longest: 50 } as const;
/** Bytes of one message. */
const LONGEST_MESSAGE = 7_900;
export const CHANNEL = 'nnz';

export class PostgresInstances implements Instances {
  constructor(
    private readonly db: Kysely<Database>,
    private readonly availability: Availability,
    private readonly ear: Ear,
    /** Of this process, and of no other. */
    private readonly name: string,
  ) {}

  async inOrder<T>(key: string, act: () => Promise<T>): Promise<T> {
    // Without a ticket there is no order, but whoever asks hears from `act` what is the matter.
    const ticket = await this.availability.ask(() => this.#draw(key)).catch(() => undefined);
    try {
      if (ticket?.is_first === false)
        await this.#waitFor(key, ticket.ticket).catch(() => undefined);
      return await act();
    } finally {
      if (ticket) void this.#giveBack(ticket.ticket);
    }
  }

  async takeDuty(ms: number): Promise<boolean> {
    const asked = sql`
      insert into duties (name, holder, until)
      values (${DUTY}, ${this.name}, clock_timestamp() + ${ms} * interval '1 millisecond')
      on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where duties.holder = excluded.holder or duties.until < clock_timestamp()
      returning holder`;
    const { rows } = await this.availability.ask(() => asked.execute(this.db));
    return rows.length > 0;
  }

  async leaveDuty(): Promise<void> {
    await this.availability.ask(() =>
      this.db
        .deleteFrom('duties')
        .where('name', '=', DUTY)
        .where('holder', '=', this.name)
        .execute(),
    );
  }

  async tell(message: string): Promise<void> {
    if (Buffer.byteLength(message) > LONGEST_MESSAGE) throw new Error('too long to be told');
    const told = sql`select pg_notify(${CHANNEL}, ${`${this.name} ${message}`})`;
    await this.availability.ask(() => told.execute(this.db));
  }

  onTold(hear: (message: string | undefined) => void): void {
    this.ear.listen((said) => {
      const [, from, message] = /^(\S+) (.*)$/s.exec(said ?? '') ?? [];
      if (from !== this.name) hear(message);
    });
  }

  close(): Promise<void> {
    return this.ear.close();
  }

  async #draw(key: string) {
    const { rows } = await sql<{ ticket: string; is_first: boolean }>`
      select * from draw_ticket(${key}, ${TICKET_KEPT})`.execute(this.db);
    return rows[0];
  }

  async #waitFor(key: string, ticket: string): Promise<void> {
    let wait: number = LOOK.first;
    do {
      await delay(wait);
      wait = Math.min(LOOK.longest, 2 * wait);
    } while (!(await this.#isFirst(key, ticket)));
  }

  async #isFirst(key: string, ticket: string): Promise<boolean> {
    const { rows } = await sql<{ first: boolean }>`
      select is_first(${key}, ${ticket}, ${TICKET_KEPT}) as first`.execute(this.db);
    return rows[0]?.first === true;
  }

  /** Tried twice; otherwise it runs out by itself. */
  async #giveBack(ticket: string): Promise<void> {
    const given = () => this.db.deleteFrom('tickets').where('id', '=', ticket).execute();
    await given()
      .catch(given)
      .catch(() => undefined);
  }
}
