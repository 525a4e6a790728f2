import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openPostgresRepository } from '../../../data/postgres/openPostgres.js';
import { aCase, aTalk, NOW } from '../../builders.js';
import { PostgresDatabase } from '../../postgres/database.js';
import { HERE, LOOKED_AT, shown } from '../contract/engine.js';
import { codeNumber } from '../contract/examples.js';

let database: PostgresDatabase;
beforeAll(async () => {
  database = await PostgresDatabase.open();
});
afterAll(() => database.close());
beforeEach(() => database.empty());

const parts = async () =>
  (await database.owner.selectFrom('tallies').select('n').execute()).map(({ n }) => n);

it('the numbers of the figures are added up while they change, and stay what they were', async () => {
  const repository = await openPostgresRepository({
    connectionString: database.connectionString,
  });
  const record = async (n: number) => {
    const put = aCase({ code: codeNumber(n), talks: [aTalk({ on: '2026-11-12' })] });
    expect(await repository.commit({ writes: [{ kind: 'case', put }] })).toEqual({ ok: true });
  };
  for (let n = 0; n < 20; n += 1) await record(n);
  const before = [await parts(), shown(await repository.counts(HERE, LOOKED_AT))] as const;
  await repository.forgetExpired(NOW);
  expect(shown(await repository.counts(HERE, LOOKED_AT))).toEqual(before[1]);
  const numbers = before[0].length / 20;
  expect(await parts()).toHaveLength(numbers);
  const more = Array.from({ length: 40 }, (_, n) => record(20 + n));
  await Promise.all([...more, ...[1, 2, 3].map(() => repository.forgetExpired(NOW))]);
  await repository.forgetExpired(NOW);
  expect(await parts()).toEqual(Array.from({ length: numbers }, () => 60));
  const figures = Object.entries(shown(await repository.counts(HERE, LOOKED_AT)));
  expect(figures).toEqual(Object.entries(before[1]).map(([row, n]) => [row, 3 * n]));
  await repository.close();
});
