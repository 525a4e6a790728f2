import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Tally } from '../counts.js';
import { talliesOf, type Holdings } from '../holdings.js';
import { keyOfPut, RECORD_SCHEMAS, type Kind, type Put } from '../repository.js';
import { addBeside, addRecords, replaceTallies } from './bulk.js';
import { allow } from './inRegions.js';
import { isPersonal } from './kinds.js';
import type { Database } from './schema.js';

/** The database holds something that did not come from there: nothing of it was changed. */
export class NotTheSameError extends Error {}
/** Bots are at work on the database. */
export class DatabaseInUseError extends Error {}

/** What was compared in the end, the same on both sides. */
export interface Received {
  /** How many records there are of each kind. */
  counts: Partial<Record<Kind, number>>;
  /** How many numbers the figures are made of. */
  tallies: number;
  /** SHA-256 over every record and number. */
  checksum: string;
}

/** Records that are stored together. */
const CHUNK = 500;

/**
 * Sees whether all of this can be taken over, before anything is changed: throws NotTheSameError or
 * DatabaseInUseError otherwise. From now on no bot starts on this database until all of it is there.
 */
export async function beginReceiving(
  db: Kysely<Database>,
  all: readonly Holdings[],
): Promise<Expected[]> {
  const { rows } = await sql`select from duties where until > clock_timestamp()`.execute(db);
  if (rows.length > 0) throw new DatabaseInUseError('a bot is running on the database: stop it');
  const expected: Expected[] = [];
  for (const holdings of all) expected.push(await survey(db, holdings));
  await db.transaction().execute(async (trx) => {
    for (const { region } of all) {
      await trx
        .insertInto('moves')
        .values({ region, is_done: false })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
  return expected;
}

/** Holdings beside what is there of them already. */
export interface Expected {
  holdings: Holdings;
  /** A checksum of each record, by its name. */
  wanted: ReadonlyMap<string, string>;
  /** What is still to be stored. */
  missing: Put[];
  /** Whether all of it was taken over before. */
  isDone: boolean;
}

async function survey(db: Kysely<Database>, holdings: Holdings): Promise<Expected> {
  const { region, records } = holdings;
  const wanted = new Map(records.map((record) => [nameOf(record), textOf(record)]));
  const there = await namesIn(db, holdings);
  refuseOthers(there, wanted);
  const missing = records.filter((record) => !there.has(nameOf(record)));
  const isDone = await isReceived(db, region);
  const [gone] = missing;
  // Perhaps erased since: it must not come back.
  if (isDone && gone) throw new NotTheSameError(`${nameOf(gone)} is no longer there`);
  return { holdings, wanted, missing, isDone };
}

/**
 * Takes over what another engine holds of a region. What is there already and the same stays, so that
 * it can be done again, and goes on where it was cut off. Throws NotTheSameError when it did not all
 * arrive.
 */
export async function receive(
  db: Kysely<Database>,
  { holdings, wanted, missing, isDone }: Expected,
  progress: (done: number) => void,
): Promise<Received> {
  const { region } = holdings;
  if (isDone) return compared(db, holdings, wanted, talliesOf(holdings));
  let done = holdings.records.length - missing.length;
  progress(done);
  for (let from = 0; from < missing.length; from += CHUNK) {
    const chunk = missing.slice(from, from + CHUNK);
    await db.transaction().execute(async (trx) => {
      await allow(trx, [region]);
      await addRecords(trx, region, chunk.map(asParsed));
    });
    done += chunk.length;
    progress(done);
  }
  const tallies = talliesOf(holdings);
  await db.transaction().execute(async (trx) => {
    await allow(trx, [region]);
    await replaceTallies(trx, region, tallies);
    await addBeside(trx, holdings);
  });
  const received = await compared(db, holdings, wanted, tallies);
  await db.updateTable('moves').set({ is_done: true }).where('region', '=', region).execute();
  return received;
}

async function isReceived(db: Kysely<Database>, region: string): Promise<boolean> {
  const found = await db
    .selectFrom('moves')
    .select('is_done')
    .where('region', '=', region)
    .executeTakeFirst();
  return found?.is_done === true;
}

const nameOf = (record: Put) => `${record.kind} ${keyOfPut(record)}`;
const textOf = (record: Put) =>
  isShared(record.kind) ? SHARED : md5(JSON.stringify(asParsed(record).put));
/** A person's own, whichever regions they work in: it may have changed since another was moved. */
const isShared = (kind: Kind) => kind === 'profile';
const SHARED = 'there';
const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** With its parts in the order in which they are always stored. */
function asParsed(record: Put): Put {
  return { kind: record.kind, put: RECORD_SCHEMAS[record.kind].parse(record.put) } as Put;
}

/** Of what may come from these holdings, with a checksum of each. */
async function namesIn(
  db: Kysely<Database>,
  { region, records }: Holdings,
): Promise<Map<string, string>> {
  const wanted = records.filter(({ kind }) => isPersonal(kind)).map(nameOf);
  const rows = await db.transaction().execute(async (trx) => {
    await allow(trx, [region]);
    const { rows: regional } = await sql<{ kind: Kind; key: string; md5: string }>`
      select kind, key, md5(record::text) as md5 from regional_records
      where region = ${region}`.execute(trx);
    const { rows: personal } = await sql<{ kind: Kind; key: string; md5: string }>`
      select kind, key, md5(record::text) as md5 from personal_records
      where kind || ' ' || key = any (${wanted})`.execute(trx);
    return [...regional, ...personal];
  });
  return new Map(
    rows.map(({ kind, key, md5: found }) => [`${kind} ${key}`, isShared(kind) ? SHARED : found]),
  );
}

function refuseOthers(there: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>) {
  for (const [name, text] of there) {
    if (wanted.get(name) === text) continue;
    const what = wanted.has(name) ? 'is different there' : 'is there only';
    throw new NotTheSameError(`${name} ${what}`);
  }
}

const tallyText = ({ row, node, n }: Tally) => `${row} ${node} ${n}`;

async function compared(
  db: Kysely<Database>,
  holdings: Holdings,
  wanted: ReadonlyMap<string, string>,
  tallies: readonly Tally[],
): Promise<Received> {
  const { region } = holdings;
  const there = await namesIn(db, holdings);
  refuseOthers(there, wanted);
  const found = await db.transaction().execute(async (trx) => {
    await allow(trx, [region]);
    return trx
      .selectFrom('tallies')
      .select(['row', 'node', ({ fn }) => fn.sum<number>('n').as('n')])
      .where('region', '=', region)
      .groupBy(['row', 'node'])
      .having(({ fn }) => fn.sum('n'), '!=', 0)
      .execute();
  });
  const [mine, theirs] = [
    checksumOf(
      [...wanted].map(([name, text]) => `${name} ${text}`),
      tallies.map(tallyText),
    ),
    checksumOf(
      [...there].map(([name, text]) => `${name} ${text}`),
      found.map(tallyText),
    ),
  ];
  if (mine !== theirs) throw new NotTheSameError(`${region} did not arrive whole`);
  return { counts: countsOf(holdings.records), tallies: tallies.length, checksum: mine };
}

function checksumOf(records: readonly string[], tallies: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of [...records, ...tallies].sort()) hash.update(`${line}\n`);
  return hash.digest('hex');
}

function countsOf(records: readonly Put[]): Received['counts'] {
  const counts: Received['counts'] = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
