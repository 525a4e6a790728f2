import { sql, type Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Availability } from '../../../data/postgres/availability.js';
import { migrate } from '../../../data/postgres/migrate.js';
import { MIGRATIONS } from '../../../data/postgres/migrations/migrations.js';
import { connect } from '../../../data/postgres/connect.js';
import { openPostgres, openPostgresRepository } from '../../../data/postgres/openPostgres.js';
import { PostgresRepository } from '../../../data/postgres/postgresRepository.js';
import { prepareDatabase } from '../../../data/postgres/prepare.js';
import type { Database } from '../../../data/postgres/schema.js';
import { SINCE_START } from '../../../data/periods.js';
import { anEscalatedCase } from '../../builders.js';
import { EmptyDatabase, PostgresDatabase } from '../../postgres/database.js';
import { codeNumber } from '../contract/examples.js';

describe('migrating', () => {
  let database: EmptyDatabase;
  beforeEach(async () => {
    database = await EmptyDatabase.open();
  });
  afterEach(() => database.close());

  it('happens once, however many do so at the same moment, and is asked for until then', async () => {
    const { ownerUrl, botUrl: connectionString } = database;
    const early = openPostgresRepository({ connectionString: ownerUrl });
    await expect(early).rejects.toThrow('npm run migrate');
    const all = await Promise.all(Array.from({ length: 6 }, () => prepareDatabase(database)));
    expect(all.flatMap(({ done }) => done)).toEqual(Object.keys(MIGRATIONS));
    expect(all.filter(({ isMade }) => isMade)).toHaveLength(1);
    const repository = await openPostgresRepository({ connectionString });
    await repository.close();
  });

  it.each(Object.keys(MIGRATIONS))('goes on from %s, and keeps what was stored', async (from) => {
    const owner = connect({ connectionString: database.ownerUrl });
    await migrate(owner, from);
    const put = anEscalatedCase();
    const stored = new PostgresRepository(owner, new Availability(owner));
    expect(await stored.commit({ writes: [{ kind: 'case', put }] })).toEqual({ ok: true });
    const before = await stored.counts(put.region, [SINCE_START]);
    await stored.close();
    const { done, version } = await prepareDatabase(database);
    const later = Object.keys(MIGRATIONS).filter((name) => name > from);
    expect([done, version]).toEqual([later, Object.keys(MIGRATIONS).at(-1)]);
    const { botUrl: connectionString } = database;
    const { repository, instances } = await openPostgres({ connectionString, name: 'one' });
    expect(await repository.read('case', put.code)).toEqual(put);
    expect(await repository.counts(put.region, [SINCE_START])).toEqual(before);
    expect(await repository.behind()).toEqual([{ kind: 'case', key: put.code }]);
    expect(await instances.takeDuty(1_000)).toBe(true);
    expect(await instances.inOrder('one', () => Promise.resolve('done'))).toBe('done');
    await instances.close();
    await repository.close();
  });

  it('does not wait behind a backup, which turns would then do as well', async () => {
    const owner = connect({ connectionString: database.ownerUrl });
    await migrate(owner, '0003-moving');
    await owner.transaction().execute(async (backup) => {
      await sql`lock table tickets in access share mode`.execute(backup);
      await expect(prepareDatabase(database)).rejects.toThrow('repeat this when that has ended');
    });
    await owner.destroy();
    expect((await prepareDatabase(database)).done).toEqual(['0004-late']);
  });

  it('is refused for a role that is the owner, and the bot for one that is above the policies', async () => {
    const { ownerUrl } = database;
    await expect(prepareDatabase({ ownerUrl, botUrl: ownerUrl })).rejects.toThrow('same role');
    await prepareDatabase(database);
    const opening = openPostgresRepository({ connectionString: ownerUrl });
    await expect(opening).rejects.toThrow('a role that owns nothing');
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
