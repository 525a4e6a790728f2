import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.js';

export interface PostgresOptions {
  connectionString: string;
  /** Connections at the same moment. */
  connections?: number;
  /** For work that people wait for: what takes longer is given up. Absent for maintenance. */
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
  answer: 15_000,
};

export function connect(options: PostgresOptions): Kysely<Database> {
  const { connectionString, connections = 10, limits } = options;
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    keepAlive: true,
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
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
