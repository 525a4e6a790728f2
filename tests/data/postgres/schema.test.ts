import { sql, type Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate, versions } from '../../../data/postgres/migrate.js';
import { connect, openPostgresRepository } from '../../../data/postgres/openPostgresRepository.js';
import type { Database } from '../../../data/postgres/schema.js';
import { anEscalatedCase } from '../../builders.js';
import { PostgresDatabase } from '../../postgres/database.js';
import { PostgresServer } from '../../postgres/server.js';
import { codeNumber } from '../contract/examples.js';

describe('migrating', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterAll(() => server.stop());

  it('happens once, however many do so at the same moment, and is asked for until then', async () => {
    const { url: connectionString } = server;
    await expect(openPostgresRepository({ connectionString })).rejects.toThrow('npm run migrate');
    const all = Array.from({ length: 6 }, () => connect({ connectionString, connections: 1 }));
    const done = await Promise.all(all.map((one) => migrate(one)));
    const [one] = all;
    const { found, needed } = one ? await versions(one) : {};
    expect(found).toBe(needed);
    expect(done.flat()).toEqual([...new Set(done.flat())]);
    await Promise.all(all.map((each) => each.destroy()));
    const repository = await openPostgresRepository({ connectionString });
    await repository.close();
  });
});

describe('the role of the bot', () => {
  const REGIONS = Array.from({ length: 25 }, (_, n) => `region-${n}`);
  const TABLES = ['regional_records', 'case_lists', 'contributions', 'tallies'] as const;
  let database: PostgresDatabase;
  let bot: Kysely<Database>;
  beforeAll(async () => {
    database = await PostgresDatabase.open();
    const { connectionString } = database;
    const repository = await openPostgresRepository({ connectionString });
    for (const [n, region] of REGIONS.entries()) {
      const put = anEscalatedCase({}, { code: codeNumber(n), region });
      expect(await repository.commit({ writes: [{ kind: 'case', put }] })).toEqual({ ok: true });
    }
    await repository.close();
  });
  beforeEach(() => {
    // One connection: what one transaction leaves behind, the next would find.
    bot = connect({ connectionString: database.connectionString, connections: 1 });
  });
  afterEach(() => bot.destroy());
  afterAll(() => database.close());

  it('owns nothing, and cannot change the schema or the policies', async () => {
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from pg_class where relowner = current_user::regrole`.execute(bot);
    expect(rows).toEqual([{ n: '0' }]);
    for (const forbidden of [
      sql`create table own (n int)`,
      sql`alter table regional_records disable row level security`,
      sql`drop policy region on tallies`,
      sql`insert into migrations (name, timestamp) values ('x', 'y')`,
      sql`truncate repeats`,
    ]) {
      await expect(forbidden.execute(bot)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it.each(TABLES)('sees and changes nothing of %s without naming a region', async (table) => {
    const all = await database.owner.selectFrom(table).select('region').execute();
    expect(new Set(all.map(({ region }) => region)).size).toBe(REGIONS.length);
    expect(await bot.selectFrom(table).select('region').execute()).toEqual([]);
    const { numDeletedRows } = await bot.deleteFrom(table).executeTakeFirst();
    expect(numDeletedRows).toBe(0n);
  });

  it('sees in the name of one region nothing of another, whatever went wrong just before', async () => {
    const seen: string[] = [];
    const within = (region: string, then: 'ends' | 'fails') =>
      bot
        .transaction()
        .execute(async (trx) => {
          await sql`select set_config('nnz.regions', ${region}, true)`.execute(trx);
          for (const table of TABLES) {
            const rows = await trx.selectFrom(table).select('region').execute();
            seen.push(...rows.map((row) => `${region} ${row.region}`));
          }
          if (then === 'fails') await sql`select 1 / 0`.execute(trx);
        })
        .catch((error: unknown) => {
          if (then === 'ends') throw error;
        });
    for (const one of REGIONS) {
      for (const other of REGIONS) {
        await within(one, 'fails');
        expect(await bot.selectFrom('case_lists').select('region').execute()).toEqual([]);
        await within(other, 'ends');
      }
    }
    expect(new Set(seen)).toEqual(new Set(REGIONS.map((region) => `${region} ${region}`)));
  });
});
