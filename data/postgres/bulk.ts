import { sql, type Transaction } from 'kysely';
import { addedBy } from '../counted.js';
import type { Tally } from '../counts.js';
import type { Holdings } from '../holdings.js';
import { keyOfPut, type Put } from '../repository.js';
import { together } from './figures.js';
import { expiresAt, filedAs, holderOf, isPersonal, listed, soughtBy, standingOf } from './kinds.js';
import type { Database } from './schema.js';

/** Whole rows, as JSON: as many as there are in one statement; what is there already stays. */
async function fill(
  trx: Transaction<Database>,
  table: keyof Database,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const into = sql.table(table);
  const columns = Object.keys(first);
  // Text in a record may hold what PostgreSQL's own texts cannot: it stays JSON within a string.
  const filled = columns.map((column) =>
    column === 'record' ? sql`(record #>> '{}')::json` : sql.ref(column),
  );
  await sql`
    insert into ${into} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(filled)}
    from json_populate_recordset(null::${into}, ${JSON.stringify(rows)})
    on conflict do nothing`.execute(trx);
}

/** Records that are not there yet, with what is looked up and counted from each; not the figures. */
export async function addRecords(
  trx: Transaction<Database>,
  region: string,
  records: readonly Put[],
): Promise<void> {
  const personal = records.filter(({ kind }) => isPersonal(kind));
  const regional = records.filter(({ kind }) => !isPersonal(kind));
  await fill(trx, 'personal_records', personal.map(personalRow));
  await fill(
    trx,
    'places',
    regional.map((record) => ({ ...nameOf(record), region, expires_at: expiresAt(record) })),
  );
  await fill(
    trx,
    'regional_records',
    regional.map((record) => ({ region, ...regionalRow(record) })),
  );
  const cases = records.flatMap((record) => (record.kind === 'case' ? [listed(record.put)] : []));
  await fill(trx, 'case_lists', cases);
  await fill(
    trx,
    'contributions',
    regional.flatMap((record) => contributionRows(region, record)),
  );
  await fill(trx, 'standings', records.flatMap(standingRows));
  await fill(trx, 'tellings', records.flatMap(tellingRows));
}

/** The figures of a region in place of those that are there. */
export async function replaceTallies(
  trx: Transaction<Database>,
  region: string,
  tallies: readonly Tally[],
): Promise<void> {
  await trx.deleteFrom('tallies').where('region', '=', region).execute();
  await fill(
    trx,
    'tallies',
    tallies.map((tally) => ({ region, ...tally })),
  );
}

export async function addBeside(
  trx: Transaction<Database>,
  { behind, repeats }: Pick<Holdings, 'behind' | 'repeats'>,
): Promise<void> {
  await fill(trx, 'behind', behind);
  await fill(
    trx,
    'repeats',
    repeats.map(({ key, expiresAt: expires_at }) => ({ key, expires_at })),
  );
}

const nameOf = (record: Put) => ({ kind: record.kind, key: keyOfPut(record) });

function personalRow(record: Put) {
  const { put } = record;
  const expires = expiresAt(record);
  return {
    ...nameOf(record),
    version: put.version,
    record: JSON.stringify(put),
    expires_at: expires,
  };
}

function regionalRow(record: Put) {
  const { put } = record;
  return {
    ...nameOf(record),
    version: put.version,
    record: JSON.stringify(put),
    ...soughtBy(record),
    filed: filedAs(record),
  };
}

function contributionRows(region: string, record: Put) {
  return together(addedBy(record)).map((one) => ({ region, ...nameOf(record), ...one }));
}

function standingRows(record: Put) {
  const standing = standingOf(record);
  return standing ? [{ holder: holderOf(nameOf(record)), ...standing }] : [];
}

function tellingRows(record: Put) {
  if (record.kind !== 'copy') return [];
  const copy = keyOfPut(record);
  return [...new Set(record.put.tells)].map((told) => ({ told, copy }));
}
