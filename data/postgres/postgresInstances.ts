import { setTimeout as delay } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { Instances, Lasting } from '../instances.js';
import type { Availability } from './availability.js';
import type { Ear } from './ear.js';
import type { Database } from './schema.js';

/** What is done in one place: delivery, and work by the clock. */
const DUTY = 'delivery';
/**
 * Whoever has not been heard of for so long does not hold up others. A turn answers in this time; a
 * server that hung carries out what was asked of it afterwards, for somebody who has long gone.
 */
const TICKET_KEPT = '4 seconds';
/** Longer than Teams is waited for. */
const LATE_TICKET_KEPT = '15 seconds';
/** Milliseconds between two looks, at first and at most. */
const LOOK = { first: 5, longest: 50 } as const;
/** Bytes of one message. */
const LONGEST_MESSAGE = 7_900;
export const CHANNEL = 'nnz';

interface Drawn {
  ticket: string;
  /** No other has to go before, but for what is left going of earlier ones. */
  is_first: boolean;
  is_after_late: boolean;
}

export class PostgresInstances implements Instances {
  constructor(
    private readonly db: Kysely<Database>,
    private readonly availability: Availability,
    private readonly ear: Ear,
    /** Of this process, and of no other. */
    private readonly name: string,
  ) {}

  async inOrder<T>(key: string, act: (lasting: Lasting) => Promise<T>): Promise<T> {
    // Without a ticket there is no order, but whoever asks hears from `act` what is the matter.
    const drawn = await this.availability.ask(() => this.#draw(key)).catch(() => undefined);
    if (!drawn) return act((lasting) => lasting());
    const { ticket, is_first: isFirst } = drawn;
    const goingOn = new Set<Promise<unknown>>();
    const lasting: Lasting = async (begin) => {
      const ended = this.#afterLate(key, drawn).then(begin);
      goingOn.add(ended);
      return ended.finally(() => goingOn.delete(ended));
    };
    try {
      if (!isFirst) await this.#untilFirst(key, ticket).catch(() => undefined);
      return await act(lasting);
    } finally {
      void this.#leave(ticket, [...goingOn]);
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
    const { rows } = await sql<Drawn>`
      select * from draw_ticket(${key}, ${TICKET_KEPT})`.execute(this.db);
    return rows[0];
  }

  #untilFirst(key: string, ticket: string): Promise<void> {
    return until(() => this.#isFirst(key, ticket));
  }

  /** Whoever had to wait does not know from the drawing what was left going meanwhile. */
  async #afterLate(key: string, { ticket, is_first, is_after_late }: Drawn): Promise<void> {
    if (is_first && !is_after_late) return;
    if (!(await this.#isAfterLate(key, ticket))) return;
    await until(async () => !(await this.#isAfterLate(key, ticket)));
  }

  /** What cannot be known is not waited for. */
  async #isAfterLate(key: string, ticket: string): Promise<boolean> {
    const found = await this.db
      .selectFrom('tickets')
      .select('id')
      .where('queue', '=', key)
      .where('id', '<', ticket)
      .where('is_late', '=', true)
      .where('until', '>=', sql<Date>`clock_timestamp()`)
      .executeTakeFirst()
      .catch(() => undefined);
    return found !== undefined;
  }

  async #isFirst(key: string, ticket: string): Promise<boolean> {
    const { rows } = await sql<{ first: boolean }>`
      select is_first(${key}, ${ticket}, ${TICKET_KEPT}) as first`.execute(this.db);
    return rows[0]?.first === true;
  }

  /** Others can go; what was left going they know of until it has ended. */
  async #leave(ticket: string, goingOn: readonly Promise<unknown>[]): Promise<void> {
    if (goingOn.length > 0) {
      await twice(() => this.#markLate(ticket));
      await Promise.allSettled(goingOn);
    }
    await twice(() => this.db.deleteFrom('tickets').where('id', '=', ticket).execute());
  }

  #markLate(ticket: string) {
    const until = sql<Date>`clock_timestamp() + ${LATE_TICKET_KEPT}::interval`;
    return this.db
      .updateTable('tickets')
      .set({ is_late: true, until })
      .where('id', '=', ticket)
      .execute();
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  let wait: number = LOOK.first;
  do {
    await delay(wait);
    wait = Math.min(LOOK.longest, 2 * wait);
  } while (!(await isSo()));
}

/** Otherwise the ticket runs out by itself. */
async function twice(act: () => Promise<unknown>): Promise<void> {
  await act()
    .catch(act)
    .catch(() => undefined);
}
