import { DateTime } from 'luxon';
import { sql } from 'kysely';
import { addedBy } from '../../data/counted.js';
import { TallySum } from '../../data/counts.js';
import { addBeside, addRecords, replaceTallies } from '../../data/postgres/bulk.js';
import { tagOf } from '../../data/delivery.js';
import type { Put, Write } from '../../data/repository.js';
import { HOLLANDS_MIDDEN } from '../builders.js';
import { PostgresDatabase } from '../postgres/database.js';
import type { PostgresServer } from '../postgres/server.js';
import { aLink, inventedCases } from './inventedCases.js';

const CHUNK = 2_000;
/** Fewer than there are codes of one prefix. */
const OF_ONE_PREFIX = 900_000;
const REGION = HOLLANDS_MIDDEN.id;

interface Filling {
  cases: number;
  seed: number;
  /** Of the connector that the channel is on. */
  serviceUrl: string;
  /** Whether nothing of the cases has been shown yet. */
  isBehind?: boolean;
}

/** A database with so many cases, which were written past the repository, as that is much faster. */
export async function databaseWith(
  server: PostgresServer,
  { cases, seed, serviceUrl, isBehind = false }: Filling,
): Promise<PostgresDatabase> {
  const database = await PostgresDatabase.open(server);
  const { owner } = database;
  const sum = new TallySum();
  const now = DateTime.utc();
  const store = (records: readonly Put[]) =>
    owner.transaction().execute(async (trx) => {
      await addRecords(trx, REGION, records);
      if (isBehind) await addBeside(trx, { behind: records.flatMap(behind), repeats: [] });
    });
  let chunk: Put[] = putsIn([aLink(now, serviceUrl)]);
  let n = 0;
  for (const writes of inventedCases(cases, seed, now)) {
    const puts = putsIn(writes).map((put) => (n < OF_ONE_PREFIX ? put : renamed(put)));
    for (const { row, period, n = 1 } of puts.flatMap(addedBy)) sum.add(row, period, n);
    chunk.push(...puts.filter(({ kind }) => !isBehind || kind !== 'delivery'));
    n += 1;
    if (chunk.length < CHUNK) continue;
    await store(chunk);
    chunk = [];
  }
  await store(chunk);
  await owner.transaction().execute((trx) => replaceTallies(trx, REGION, sum.tallies()));
  await sql`vacuum analyze`.execute(owner);
  return database;
}

function putsIn(writes: readonly Write[]): Put[] {
  return writes.flatMap((write) => ('put' in write ? [write] : []));
}

function renamed(record: Put): Put {
  const other = (code: string) => code.replace('HM-', 'HN-');
  if (record.kind === 'case') {
    return { ...record, put: { ...record.put, code: other(record.put.code) } };
  }
  if (record.kind !== 'delivery') return record;
  return { ...record, put: { ...record.put, subject: other(record.put.subject) } };
}

function behind(record: Put) {
  if (record.kind !== 'case' || record.put.escalations.length === 0) return [];
  const { key, since } = tagOf({ kind: 'case', case: record.put });
  return [{ kind: 'case' as const, key, since }];
}
