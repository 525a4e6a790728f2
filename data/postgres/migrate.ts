import { Migrator, sql, type Kysely } from 'kysely';
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
  if (error !== undefined) throw new Error('the schema stays as it was', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}

/**
 * What a role that owns nothing needs to be the bot's; safe to repeat. The password is set by whoever
 * runs it.
 */
export async function grantTo(db: Kysely<Database>, role: string): Promise<void> {
  const name = sql.id(role);
  await sql`grant usage on schema public to ${name}`.execute(db);
  await sql`grant select, insert, update, delete on all tables in schema public to ${name}`.execute(
    db,
  );
  await sql`revoke insert, update, delete on migrations, migration_lock from ${name}`.execute(db);
}

/** The version a schema is at, and the one this program needs. */
export async function versions(
  db: Kysely<Database>,
): Promise<{ found: string | undefined; needed: string }> {
  const done = (await migratorOf(db).getMigrations()).filter(({ executedAt }) => executedAt);
  return { found: done.at(-1)?.name, needed: Object.keys(MIGRATIONS).sort().at(-1) ?? '' };
}
