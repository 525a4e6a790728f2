import { Migrator, type Kysely } from 'kysely';
import { codeOf } from './availability.js';
import type { Database } from './schema.js';
import { MIGRATIONS } from './migrations/migrations.js';

function migratorOf(db: Kysely<Database>): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migration_lock',
  });
}

/** Brings the schema to this version, once however many do so at the same moment; gives what was done. */
export async function migrate(db: Kysely<Database>, upTo?: string): Promise<string[]> {
  const migrator = migratorOf(db);
  const { error, results = [] } = await (upTo === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(upTo));
  if (error !== undefined)
    throw new Error(`the schema stays as it was: ${whyNot(error)}`, { cause: error });
  return results.map(({ migrationName }) => migrationName);
}

const LOCK_NOT_AVAILABLE = '55P03';

function whyNot(error: unknown): string {
  if (codeOf(error) === LOCK_NOT_AVAILABLE)
    return 'something else is using the tables, such as a backup; repeat this when that has ended';
  return error instanceof Error ? error.message : String(error);
}

/** The version a schema is at, and the one this program needs. */
export async function versions(
  db: Kysely<Database>,
): Promise<{ found: string | undefined; needed: string }> {
  const done = (await migratorOf(db).getMigrations()).filter(({ executedAt }) => executedAt);
  return { found: done.at(-1)?.name, needed: Object.keys(MIGRATIONS).sort().at(-1) ?? '' };
}
