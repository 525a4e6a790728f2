import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import { connect } from '../../data/postgres/connect.js';
import { prepareDatabase } from '../../data/postgres/prepare.js';
import type { Database } from '../../data/postgres/schema.js';
import { PostgresServer } from './server.js';

/**
 * A database of its own, with nothing in it, on the server that `DATABASE_URL` names (as somebody who
 * may make databases and roles there) or else on one that is started for it.
 */
export class EmptyDatabase {
  private constructor(
    private readonly server: Pick<PostgresServer, 'url' | 'stop'>,
    private readonly name: string,
  ) {}

  /** `on` is a server that somebody else starts and stops. */
  static async open(on?: PostgresServer): Promise<EmptyDatabase> {
    const url = on?.url ?? process.env.DATABASE_URL;
    const server =
      url === undefined ? await PostgresServer.start() : { url, stop: () => Promise.resolve() };
    const database = new EmptyDatabase(server, `nnz_${randomBytes(6).toString('hex')}`);
    await database.#ask(`create database ${database.name}`);
    return database;
  }

  /** With every right. */
  get ownerUrl(): string {
    const url = new URL(this.server.url);
    url.pathname = this.name;
    return url.href;
  }

  /** As the bot, whose role is named like the database. */
  get botUrl(): string {
    const url = new URL(this.ownerUrl);
    url.username = this.name;
    url.password = this.name;
    return url.href;
  }

  async close(): Promise<void> {
    await this.#ask(`drop database ${this.name} with (force)`);
    await this.#ask(`drop role if exists ${this.name}`);
    await this.server.stop();
  }

  async #ask(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.server.url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }
}

/** One with this program's schema, and the role that the bot uses. */
export class PostgresDatabase {
  private constructor(
    private readonly database: EmptyDatabase,
    /** With every right. */
    readonly owner: Kysely<Database>,
  ) {}

  static async open(on?: PostgresServer): Promise<PostgresDatabase> {
    const database = await EmptyDatabase.open(on);
    await prepareDatabase(database);
    return new PostgresDatabase(database, connect({ connectionString: database.ownerUrl }));
  }

  /** As the bot. */
  get connectionString(): string {
    return this.database.botUrl;
  }

  async empty(): Promise<void> {
    const tables = await sql<{ name: string }>`
      select tablename as name from pg_tables
      where schemaname = 'public' and tablename not in ('migrations', 'migration_lock')
    `.execute(this.owner);
    const names = tables.rows.map(({ name }) => sql.id(name));
    await sql`truncate ${sql.join(names)}`.execute(this.owner);
  }

  async close(): Promise<void> {
    await this.owner.destroy();
    await this.database.close();
  }
}
