import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, TURN_LIMITS } from '../../../data/postgres/connect.js';
import { openPostgresRepository } from '../../../data/postgres/openPostgres.js';
import { UnavailableError } from '../../../data/repository.js';
import { EmptyDatabase } from '../../postgres/database.js';

let database: EmptyDatabase;
beforeAll(async () => {
  database = await EmptyDatabase.open();
});
afterAll(() => database.close());

it('a connection on which an answer stayed out is not used again', async () => {
  const limits = { ...TURN_LIMITS, answer: 300 };
  const db = connect({ connectionString: database.ownerUrl, connections: 1, limits });
  const backend = async () => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    return rows[0]?.pid;
  };
  const before = await backend();
  expect(await backend()).toBe(before);
  await expect(sql`select 1 / 0`.execute(db)).rejects.toThrow('division by zero');
  expect(await backend()).toBe(before);
  const late = db.transaction().execute((trx) => sql`select pg_sleep(5)`.execute(trx));
  await expect(late).rejects.toThrow('Query read timeout');
  expect(await backend()).not.toBe(before);
  await db.destroy();
});

it('a server that cannot be reached is said at the start', async () => {
  const connectionString = 'postgres://nobody@127.0.0.1:1/nothing';
  const opening = openPostgresRepository({ connectionString });
  await expect(opening).rejects.toThrow(UnavailableError);
  await expect(opening).rejects.toThrow('the database server cannot be asked now (ECONNREFUSED)');
});
