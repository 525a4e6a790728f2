import { afterAll, beforeAll } from 'vitest';
import { openPostgresRepository } from '../../../data/postgres/openPostgresRepository.js';
import { PostgresDatabase } from '../../postgres/database.js';
import type { Opened } from '../contract/engine.js';
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
  const again = () => openPostgresRepository({ connectionString });
  let repository = await again();
  return {
    repository,
    reopen: async () => {
      await repository.close();
      repository = await again();
      return repository;
    },
    dispose: () => repository.close(),
  };
}

describeRepository('the PostgreSQL repository', open);
describeLifeCycle('the PostgreSQL repository', open);
