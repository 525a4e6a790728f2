import { afterAll, beforeAll } from 'vitest';
import { openPostgresRepository } from '../../../data/postgres/openPostgres.js';
import { PostgresDatabase } from '../../postgres/database.js';
import { reopenable, type Opened } from '../contract/engine.js';
import { describeLifeCycle } from '../lifeCycleModel.js';
import { describeRepository } from '../repositoryContract.js';

let database: PostgresDatabase;
beforeAll(async () => {
  database = await PostgresDatabase.open();
});
afterAll(() => database.close());

async function open(): Promise<Opened> {
  await database.empty();
  const { connectionString } = database;
  return reopenable(() => openPostgresRepository({ connectionString }));
}

describeRepository('the PostgreSQL repository', open);
describeLifeCycle('the PostgreSQL repository', open);
