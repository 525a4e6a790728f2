import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.js';

export interface PostgresOptions {
  connectionString: string;
  /** Connections at the same moment. */
  connections?: number;
  /** What takes longer is given up. Absent for maintenance. */
  limits?: Limits;
}

/** In milliseconds. */
export interface Limits {
  /** For a connection to come free. */
  connection: number;
  /** For a statement, told to the server. */
  statement: number;
  /** For a record that somebody else is changing. */
  lock: number;
  /** After which the server ends a transaction whose process has stopped asking. */
  idleInTransaction: number;
  /** For an answer, when not even the server keeps to its own limits. */
  answer: number;
}

export const TURN_LIMITS: Limits = {
  connection: 2_000,
  statement: 8_000,
  lock: 2_000,
  idleInTransaction: 5_000,
  answer: 10_000,
};

/** For a command beside the bot: somebody waits for its end, not for each of its statements. */
export const COMMAND_LIMITS: Limits = {
  connection: 30_000,
  statement: 300_000,
  lock: 60_000,
  idleInTransaction: 60_000,
  answer: 310_000,
};

export function connect(options: PostgresOptions): Kysely<Database> {
  const { connectionString, connections = 10, limits } = options;
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'nnz-bot',
    ...(limits && {
      connectionTimeoutMillis: limits.connection,
      statement_timeout: limits.statement,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.idleInTransaction,
      query_timeout: limits.answer,
    }),
  });
  // A connection that is cut while nobody uses it is left out; who needs one next gets another.
  pool.on('error', () => undefined);
  // One that is cut between two statements of a transaction: the next statement says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const dialect = new PostgresDialect({
    pool: { connect: async () => guarded(await pool.connect()), end: () => pool.end() },
  });
  return new Kysely<Database>({ dialect });
}

/**
 * A connection on which an answer stayed out is thrown away: what was asked may still be carried out,
 * in a transaction of which nobody knows.
 */
function guarded(client: pg.PoolClient): PostgresPoolClient {
  let isBroken = false;
  const query = async (...asked: unknown[]): Promise<unknown> => {
    try {
      return await (client.query as (...all: unknown[]) => Promise<unknown>).apply(client, asked);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) isBroken = true;
      throw error;
    }
  };
  return {
    query: query as PostgresPoolClient['query'],
    release: () => {
      client.release(isBroken);
    },
  };
}
