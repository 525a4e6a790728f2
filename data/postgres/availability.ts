import { sql, type Kysely } from 'kysely';
import { z } from 'zod/v4';
import { ReadOnlyError, UnavailableError } from '../repository.js';
import type { Database } from './schema.js';

/** Nothing can be written, and it says so before it has written anything. */
const READ_ONLY: Record<string, string> = {
  '25006': 'the database server takes no changes (read-only)',
  '53100': 'the disk of the database server is full',
};
/** Classes of SQLSTATE that tell of a mistake in this program. */
const OWN_MISTAKES = ['0A', '21', '22', '23', '26', '34', '3F', '42', 'P0'];
/** It took too long this time, which says nothing about the next. */
const ONLY_NOW = ['57014', '55P03', '25P03', 'pool'];

/** What pg says without a code, by what it begins with. */
const WITHOUT_CODE: readonly [string, string][] = [
  ['timeout exceeded when trying to connect', 'pool'],
  ['Query read timeout', '08006'],
  ['Connection terminated', '08006'],
  ['Client has encountered a connection error', '08006'],
];

/** The SQLSTATE or the code of the network; nothing for an error of something else. */
export function codeOf(error: unknown): string | undefined {
  const known = z.object({ code: z.string().regex(/^(?:[0-9A-Z]{5}|E[A-Z_]+)$/) });
  const parsed = known.safeParse(error);
  if (parsed.success) return parsed.data.code;
  const message = error instanceof Error ? error.message : '';
  return WITHOUT_CODE.find(([start]) => message.startsWith(start))?.[1];
}

/** It worked, and is not to stay. */
class Undone extends Error {}

const PROBE_EVERY_MS = 500;

/**
 * Whether the server takes changes, as far as is known. After a failure that is not one statement's
 * own it asks again and again, so that nothing has to be started anew when the server is back.
 */
export class Availability {
  #because: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(private readonly db: Kysely<Database>) {}

  get because(): string | undefined {
    return this.#because;
  }

  /** Throws in plain words when the server or the network is the matter. */
  async ask<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw this.#explained(error);
    }
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #explained(error: unknown): unknown {
    const code = codeOf(error);
    if (code === undefined || OWN_MISTAKES.includes(code.slice(0, 2))) return error;
    const readOnly = READ_ONLY[code];
    const why = readOnly ?? `the database server cannot be asked now (${code})`;
    if (!ONLY_NOW.includes(code)) this.#failed(why);
    const options = { cause: error };
    return readOnly === undefined
      ? new UnavailableError(why, options)
      : new ReadOnlyError(why, options);
  }

  #failed(why: string): void {
    this.#because = why;
    if (this.#timer !== undefined || this.#isStopped) return;
    this.#timer = setTimeout(() => void this.#probe(), PROBE_EVERY_MS).unref();
  }

  async #probe(): Promise<void> {
    try {
      await this.db.transaction().execute(async (trx) => {
        // More than fits where there is room still: on a full disk that is what fails.
        await sql`
          insert into personal_records (kind, key, version, record)
          select 'run', 'probe', 1, to_json(string_agg(md5(random()::text), ''))
          from generate_series(1, 500)`.execute(trx);
        throw new Undone();
      });
    } catch (error) {
      this.#timer = undefined;
      if (error instanceof Undone) {
        this.#because = undefined;
        return;
      }
      this.#failed(error instanceof Error ? error.message : String(error));
    }
  }
}
