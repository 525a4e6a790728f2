import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { versions } from './migrate.js';
import { PostgresRepository } from './postgresRepository.js';
import type { Database } from './schema.js';

export interface PostgresOptions {
  /** Of a role that owns nothing. */
  connectionString: string;
  /** Connections at the same moment. */
  connections?: number;
}

export function connect({ connectionString, connections = 10 }: PostgresOptions): Kysely<Database> {
  const pool = new pg.Pool({ connectionString, max: connections });
  // A connection that is cut while nobody uses it is left out; who needs one next gets another.
  pool.on('error', () => undefined);
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Throws when the schema is not at the version of this program, and changes nothing. */
export async function openPostgresRepository(
  options: PostgresOptions,
): Promise<PostgresRepository> {
  const db = connect(options);
  const { found, needed } = await versions(db);
  if (found === needed) return new PostgresRepository(db);
  await db.destroy();
  throw new Error(
    `the schema is at ${found ?? 'nothing'}, and should be at ${needed}: npm run migrate`,
  );
}
