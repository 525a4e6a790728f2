import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostgresServer } from './server.js';

describe('the PostgreSQL of the tests', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.start({ isDurable: true });
  });
  afterAll(() => server.stop());

  async function ask(sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return rows;
    } finally {
      await client.end();
    }
  }

  it('keeps what was committed when it is killed', async () => {
    await ask('create table kept (n int)');
    await ask('insert into kept values (1), (2)');
    await server.kill();
    await server.run();
    expect(await ask('select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });
});
