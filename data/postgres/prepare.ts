import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import { connect } from './connect.js';
import { migrate, versions } from './migrate.js';
import type { Database } from './schema.js';

export interface Prepared {
  /** Names of the migrations that were carried out now. */
  done: string[];
  /** Name of the last one there is. */
  version: string;
  /** The role that the bot uses. */
  role: string;
  /** Whether the role was made now. */
  isMade: boolean;
}

/**
 * Brings the database to this version as its owner, then makes the bot's role when there is none and
 * gives it what it needs. Safe to repeat, and for several at the same moment.
 */
export async function prepareDatabase(addresses: {
  /** Of the owner of the tables. */
  ownerUrl: string;
  /** As the bot uses it; the role's name and its first password are read from it. */
  botUrl: string;
}): Promise<Prepared> {
  const { user: role = '', password } = new pg.Client({ connectionString: addresses.botUrl });
  const db = connect({ connectionString: addresses.ownerUrl, connections: 1 });
  try {
    await refuseOwner(db, role);
    // Turns would queue up behind a migration that waits for a backup to end.
    await sql`set lock_timeout = '10s'`.execute(db);
    const done = await migrate(db);
    const { needed: version } = await versions(db);
    const isMade = await makeRole(db, role, password ?? undefined);
    await grantTo(db, role);
    return { done, version, role, isMade };
  } finally {
    await db.destroy();
  }
}

async function refuseOwner(db: Kysely<Database>, role: string): Promise<void> {
  const { rows } = await sql<{ owner: string }>`select current_user as owner`.execute(db);
  if (rows[0]?.owner !== role) return;
  throw new Error(
    `MIGRATE_DATABASE_URL and DATABASE_URL name the same role, ${role}: the bot needs one that owns nothing`,
  );
}

const ALREADY_THERE = ['42710', '23505'];

/** Whether it was made now. The password of a role that is there stays as it is. */
async function makeRole(
  db: Kysely<Database>,
  role: string,
  password: string | undefined,
): Promise<boolean> {
  const { rows } = await sql`select from pg_roles where rolname = ${role}`.execute(db);
  if (rows.length > 0) return false;
  const withPassword = password === undefined ? sql`` : sql` password ${sql.lit(password)}`;
  try {
    await sql`create role ${sql.id(role)} login${withPassword}`.execute(db);
    return true;
  } catch (error) {
    const isThere =
      error instanceof pg.DatabaseError && ALREADY_THERE.includes(error.code ?? 'none');
    if (!isThere) throw error;
    return false;
  }
}

/** What a role that owns nothing needs to be the bot's. */
async function grantTo(db: Kysely<Database>, role: string): Promise<void> {
  const name = sql.id(role);
  // Two grants of one table at the same moment would refuse each other.
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('grants', 0))`.execute(trx);
    await sql`grant usage on schema public to ${name}`.execute(trx);
    await sql`
      grant select, insert, update, delete on all tables in schema public to ${name}`.execute(trx);
    await sql`revoke insert, update, delete on migrations, migration_lock from ${name}`.execute(
      trx,
    );
  });
}
