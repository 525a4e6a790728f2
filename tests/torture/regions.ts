import { sql, type Kysely } from 'kysely';
import { connect } from '../../data/postgres/connect.js';
import { openPostgresRepository } from '../../data/postgres/openPostgres.js';
import type { Database } from '../../data/postgres/schema.js';
import { SINCE_START } from '../../data/periods.js';
import type { Repository } from '../../data/repository.js';
import { anEscalatedCase } from '../builders.js';
import { info, none, type Measured } from '../measured.js';
import { rounds, type Extent, type Part } from '../parts.js';
import { PostgresDatabase } from '../postgres/database.js';
import { codeOf } from './invented.js';

const REGIONS = 25;
const CONNECTIONS = 3;
const TABLES = ['regional_records', 'case_lists', 'contributions', 'tallies'] as const;

/** Every region beside every other through the same few connections, errors included. */
export const regions: Part = { name: 'regions', run };

async function* run(extent: Extent): AsyncIterable<Measured> {
  const names = Array.from({ length: rounds(REGIONS, extent) }, (_, n) => `region-${n}`);
  const database = await PostgresDatabase.open();
  const { connectionString } = database;
  const repository = await openPostgresRepository({ connectionString, connections: CONNECTIONS });
  const bare = connect({ connectionString, connections: CONNECTIONS });
  const found = { pairs: 0, foreign: 0, unnamed: 0, failed: 0, notFailed: 0 };
  try {
    for (const [n, region] of names.entries()) {
      const put = anEscalatedCase({}, { code: codeOf(n), region });
      await repository.commit({ writes: [{ kind: 'case', put }] });
    }
    for (const one of names) {
      for (const other of names) {
        found.pairs += 1;
        const [failed, ...seen] = await Promise.all([
          failing(bare, one),
          foreignTo(repository, one),
          foreignTo(repository, other),
          foreignIn(bare, other),
        ]);
        if (failed) found.failed += 1;
        else found.notFailed += 1;
        found.foreign += seen.reduce((sum, n) => sum + n, 0);
        found.unnamed += await withoutRegion(bare);
      }
    }
  } finally {
    await bare.destroy();
    await repository.close();
    await database.close();
  }
  yield info('regions-pairs', String(found.pairs));
  yield info('regions-transactions-that-failed', String(found.failed));
  yield none('regions-that-should-have-failed', found.notFailed);
  yield none('regions-rows-of-another', found.foreign);
  yield none('regions-rows-seen-without-a-region', found.unnamed);
}

/** Reads in the name of a region, and breaks down. */
async function failing(db: Kysely<Database>, region: string): Promise<boolean> {
  const broken = db.transaction().execute(async (trx) => {
    await sql`select set_config('nnz.regions', ${region}, true)`.execute(trx);
    await trx.selectFrom('case_lists').select('region').execute();
    await sql`select 1 / 0`.execute(trx);
  });
  return broken.then(
    () => false,
    () => true,
  );
}

/** How much the repository tells of a region that is of another one, or not there. */
async function foreignTo(repository: Repository, region: string): Promise<number> {
  const { cases } = await repository.cases({ region, limit: 100 });
  const counts = await repository.counts(region, [SINCE_START]);
  const { codes } = await repository.sourcesOf(region, 'escalations', SINCE_START);
  const own = cases.filter((subject) => subject.region === region).length;
  const isRight = own === 1 && counts.sum('escalations', SINCE_START) === 1 && codes.length === 1;
  return cases.length - own + (isRight ? 0 : 1);
}

/** How many rows of others are seen in the name of a region. */
async function foreignIn(db: Kysely<Database>, region: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('nnz.regions', ${region}, true)`.execute(trx);
    let foreign = 0;
    for (const table of TABLES) {
      const rows = await trx.selectFrom(table).select('region').execute();
      foreign += rows.filter((row) => row.region !== region).length;
    }
    return foreign;
  });
}

/** Each of the connections, one after another. */
async function withoutRegion(db: Kysely<Database>): Promise<number> {
  const each = Array.from({ length: CONNECTIONS }, async () => {
    const rows = await db.selectFrom('case_lists').select('region').execute();
    return rows.length;
  });
  return (await Promise.all(each)).reduce((sum, n) => sum + n, 0);
}
