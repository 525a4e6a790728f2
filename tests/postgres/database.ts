import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { grantTo, migrate } from '../../data/postgres/migrate.js';
import { connect } from '../../data/postgres/openPostgresRepository.js';
import type { Database } from '../../data/postgres/schema.js';
import { PostgresServer } from './server.js';

const ROLE = 'nnz_bot';

/** A server with this program's schema, and the role that the bot uses. */
export class PostgresDatabase {
  private constructor(
    readonly server: PostgresServer,
    /** With every right. */
    readonly owner: Kysely<Database>,
    private readonly password: string,
  ) {}

  static async open(): Promise<PostgresDatabase> {
    const server = await PostgresServer.start();
    const owner = connect({ connectionString: server.url });
    await migrate(owner);
    const password = randomBytes(8).toString('hex');
    await sql`create role ${sql.id(ROLE)} login password ${sql.lit(password)}`.execute(owner);
    await grantTo(owner, ROLE);
    return new PostgresDatabase(server, owner, password);
  }

  /** As the bot. */
  get connectionString(): string {
    const url = new URL(this.server.url);
    url.username = ROLE;
    url.password = this.password;
    return url.href;
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
    await this.server.stop();
  }
}
