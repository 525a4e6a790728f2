import { setTimeout as delay } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { Instances, Lasting } from '../instances.js';
import type { Availability } from './availability.js';
import type { Ear } from './ear.js';
import type { Database } from './schema.js';

/** What is done in one place: delivery, and work by the clock. */
const DUTY = 'delivery';
/**
 * Whoever has not been heard of for so long does not hold up others. Nearly every turn answers in this
 * time; a server that hung carries out afterwards what was asked of it by somebody who has long gone.
 */
const TICKET_KEPT = '4 seconds';
/** Longer than Teams is waited for, signing in included. */
const LATE_TICKET_KEPT = '25 seconds';
/** Milliseconds between two looks, at first and at most. */
const LOOK = { first: 5, longest: 50 };
const LOOK_FOR_LATE = { first: 50, longest: 400 };
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
    const drawn = await this.#draw(key).catch(() => undefined);
    if (!drawn) return act((_about, begin) => begin());
    const goingOn = new Map<Promise<unknown>, string>();
    const lasting: Lasting = (about, begin) => {
      const ended = this.#afterLate(key, drawn, about)
        .then(begin)
        .finally(() => goingOn.delete(ended));
      goingOn.set(ended, about);
      return ended;
    };
    const { ticket } = drawn;
    try {
      if (!drawn.is_first)
        await until(LOOK, () => this.#isFirst(key, ticket)).catch(() => undefined);
      return await act(lasting);
    } finally {
      void this.#leave(key, ticket, goingOn);
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

  /** Nothing while the server takes no changes: whoever waits for it has no time left for the turn. */
  async #draw(key: string): Promise<Drawn | undefined> {
    if (this.availability.because !== undefined) return undefined;
    const asked = sql<Drawn>`select * from draw_ticket(${key}, ${TICKET_KEPT})`;
    const { rows } = await this.availability.ask(() => asked.execute(this.db));
    return rows[0];
  }

  /** What cannot be known is not waited for. */
  async #afterLate(key: string, { ticket, is_first, is_after_late }: Drawn, about: string) {
    // Whoever had to wait does not know from the drawing what was left going meanwhile.
    if (is_first && !is_after_late) return;
    const isAfter = () => this.#isAfterLate(key, ticket, about).catch(() => false);
    await until(LOOK_FOR_LATE, async () => !(await isAfter()));
  }

  async #isAfterLate(key: string, ticket: string, about: string): Promise<boolean> {
    const { rows } = await sql<{ late: boolean }>`
      select is_after_late(${key}, ${ticket}, ${about}, ${TICKET_KEPT}, ${LATE_TICKET_KEPT}) as late`.execute(
      this.db,
    );
    return rows[0]?.late === true;
  }

  async #isFirst(key: string, ticket: string): Promise<boolean> {
    const { rows } = await sql<{ first: boolean }>`
      select is_first(${key}, ${ticket}, ${TICKET_KEPT}) as first`.execute(this.db);
    return rows[0]?.first === true;
  }

  /** Others can go; what was left going they know of until it has ended. */
  async #leave(key: string, ticket: string, goingOn: ReadonlyMap<Promise<unknown>, string>) {
    const [ends, about] = [[...goingOn.keys()], [...goingOn.values()]];
    if (ends.length > 0) {
      await twice(() => this.#markLate(key, ticket, about));
      await Promise.allSettled(ends);
    }
    await twice(() => this.db.deleteFrom('tickets').where('id', '=', ticket).execute());
  }

  /** It may have run out, and be gone. */
  async #markLate(key: string, ticket: string, about: string[]): Promise<void> {
    await sql`
      insert into tickets (id, queue, until, late) overriding system value
      values (${ticket}, ${key}, clock_timestamp() + ${LATE_TICKET_KEPT}::interval, ${about})
      on conflict (id) do update set until = excluded.until, late = excluded.late`.execute(this.db);
  }
}

/** Looks again and again, less and less often. */
async function until(look: typeof LOOK, isSo: () => Promise<boolean>): Promise<void> {
  for (let wait: number = look.first; !(await isSo()); wait = Math.min(look.longest, 2 * wait)) {
    await delay(wait);
  }
}

/** Otherwise the ticket runs out by itself. */
async function twice(act: () => Promise<unknown>): Promise<void> {
  await act()
    .catch(act)
    .catch(() => undefined);
}
