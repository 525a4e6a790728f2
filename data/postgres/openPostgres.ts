import { sql, type Kysely } from 'kysely';
import type { Holdings } from '../holdings.js';
import type { Instances } from '../instances.js';
import type { Repository } from '../repository.js';
import { Availability } from './availability.js';
import { COMMAND_LIMITS, connect, TURN_LIMITS, type PostgresOptions } from './connect.js';
import { Ear } from './ear.js';
import { versions } from './migrate.js';
import { CHANNEL, PostgresInstances } from './postgresInstances.js';
import { PostgresRepository } from './postgresRepository.js';
import { beginReceiving, receive, type Expected, type Received } from './receive.js';
import type { Database } from './schema.js';

/** Of a role that owns nothing. */
type RoleOptions = Omit<PostgresOptions, 'limits'>;

/**
 * For a command. Throws when the schema is not at the version of this program, or when the role would
 * go past the region policies; changes nothing.
 */
export async function openPostgresRepository(options: RoleOptions): Promise<PostgresRepository> {
  const { db, availability } = await openWhole({ ...options, limits: COMMAND_LIMITS });
  return new PostgresRepository(db, availability);
}

/** For an instance of the bot: the repository, and what it agrees on with the other instances. */
export async function openPostgres(
  options: RoleOptions & {
    /** Of this process, and of no other. */
    name: string;
  },
): Promise<{ repository: Repository; instances: Instances }> {
  const { db, availability } = await openWhole({ ...options, limits: TURN_LIMITS });
  const ear = new Ear(options.connectionString, CHANNEL);
  try {
    await ear.open();
  } catch (error) {
    await ear.close();
    await db.destroy();
    throw error;
  }
  return {
    repository: new PostgresRepository(db, availability),
    instances: new PostgresInstances(db, availability, ear, options.name),
  };
}

/** Takes over what another engine holds; see `beginReceiving` and `receive`. */
export interface Receiver {
  begin(all: readonly Holdings[]): Promise<Expected[]>;
  receive(expected: Expected, progress: (done: number) => void): Promise<Received>;
  close(): Promise<void>;
}

export async function openToReceive(options: RoleOptions): Promise<Receiver> {
  const { db } = await open({ ...options, connections: 1 });
  return {
    begin: (all) => beginReceiving(db, all),
    receive: (expected, progress) => receive(db, expected, progress),
    close: () => db.destroy(),
  };
}

interface Opened {
  db: Kysely<Database>;
  availability: Availability;
}

/** Where no region is being copied. */
const openWhole = (options: PostgresOptions) => open(options, refuseHalfMoved);

async function open(
  options: PostgresOptions,
  check: (db: Kysely<Database>) => Promise<void> = () => Promise.resolve(),
): Promise<Opened> {
  const db = connect(options);
  const availability = new Availability(db);
  try {
    await availability.ask(async () => {
      await refuseOtherVersion(db);
      await refusePowerful(db);
      await check(db);
    });
    return { db, availability };
  } catch (error) {
    availability.stop();
    await db.destroy();
    throw error;
  }
}

async function refuseOtherVersion(db: Kysely<Database>): Promise<void> {
  const { found, needed } = await versions(db);
  if (found === needed) return;
  throw new Error(
    `the database is at ${found ?? 'nothing'}, and should be at ${needed}: npm run migrate`,
  );
}

async function refuseHalfMoved(db: Kysely<Database>): Promise<void> {
  const [half] = await db
    .selectFrom('moves')
    .select('region')
    .where('is_done', '=', false)
    .execute();
  if (!half) return;
  throw new Error(
    `${half.region} has not been copied whole: npm run migrate-store -- --region ${half.region}`,
  );
}

/** Region policies do not hold for whoever owns the tables, or stands above them. */
async function refusePowerful(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ name: string; is_powerful: boolean }>`
    select rolname as name, rolsuper or rolbypassrls or exists (
      select from pg_class where relname = 'regional_records' and pg_has_role(relowner, 'usage')
    ) as is_powerful
    from pg_roles where rolname = current_user`.execute(db);
  const [role] = rows;
  if (!role?.is_powerful) return;
  throw new Error(
    `the database role ${role.name} may see every region whatever is asked: let the bot use a role that owns nothing`,
  );
}
