import type { Transaction } from 'kysely';
import { expectationsOf, type Expectation } from '../expectation.js';
import { RECORD_SCHEMAS, type Committed, type Kind, type Put, type Write } from '../repository.js';
import { expiresAt, filedAs, isPersonal, listed, soughtBy } from './kinds.js';
import type { Database } from './schema.js';

/** Undoes the transaction it is thrown in. */
export class Conflict extends Error {
  constructor(readonly conflict: Extract<Committed, { ok: false }>['conflict']) {
    super('conflict');
  }
}

/** A write with what is expected of the record that is stored; parsed, so that it can be read back. */
export interface Expected extends Expectation {
  put: Put | undefined;
}

/** Throws on a record that is not valid; that is a bug. */
export function parsed(writes: readonly Write[]): Expected[] {
  return expectationsOf(writes).map((expected, index) => {
    const write = writes[index];
    if (!write || 'remove' in write) return { ...expected, put: undefined };
    const put = RECORD_SCHEMAS[write.kind].parse(write.put);
    return { ...expected, put: { kind: write.kind, put } as Put };
  });
}

/** Carries out one write when the version that is expected is stored; throws Conflict otherwise. */
export async function carryOut(
  trx: Transaction<Database>,
  write: Expected,
  region: string | undefined,
): Promise<void> {
  const { kind, key } = write;
  const done =
    region === undefined
      ? await carryOutPersonal(trx, write)
      : await carryOutRegional(trx, write, region);
  if (!done) throw new Conflict({ kind, key });
}

/** One statement each: it counts only when the version is the one that was expected. */
async function carryOutPersonal(
  trx: Transaction<Database>,
  { kind, key, before, put }: Expected,
): Promise<boolean> {
  if (!put) {
    const { numDeletedRows } = await trx
      .deleteFrom('personal_records')
      .where('kind', '=', kind)
      .where('key', '=', key)
      .where('version', '=', before)
      .executeTakeFirst();
    return numDeletedRows === 1n;
  }
  const columns = {
    version: before + 1,
    record: JSON.stringify(put.put),
    expires_at: expiresAt(put) ?? null,
  };
  if (before === 0) {
    const { numInsertedOrUpdatedRows = 0n } = await trx
      .insertInto('personal_records')
      .values({ kind, key, ...columns })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await trx
    .updateTable('personal_records')
    .set(columns)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('version', '=', before)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function carryOutRegional(
  trx: Transaction<Database>,
  write: Expected,
  region: string,
): Promise<boolean> {
  const { kind, key, before, put } = write;
  if (!put) return removeRegional(trx, write, region);
  const expires = expiresAt(put) ?? null;
  const filed = filedAs(put) ?? null;
  const columns = {
    version: before + 1,
    record: JSON.stringify(put.put),
    ...soughtBy(put),
  };
  if (before === 0) {
    const { numInsertedOrUpdatedRows = 0n } = await trx
      .insertInto('places')
      .values({ kind, key, region, expires_at: expires })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return false;
    await trx
      .insertInto('regional_records')
      .values({ region, kind, key, filed, ...columns })
      .execute();
  } else {
    const updated = await trx
      .updateTable('regional_records')
      .set(columns)
      .where('region', '=', region)
      .where('kind', '=', kind)
      .where('key', '=', key)
      .where('version', '=', before)
      .returning('filed')
      .executeTakeFirst();
    if (!updated) return false;
    if (updated.filed !== filed) throw new Error(`${kind} ${key} cannot move to ${String(filed)}`);
    await trx
      .updateTable('places')
      .set({ expires_at: expires })
      .where('kind', '=', kind)
      .where('key', '=', key)
      .where('expires_at', 'is distinct from', expires)
      .execute();
  }
  if (put.kind === 'case') {
    const list = listed(put.put);
    await trx
      .insertInto('case_lists')
      .values(list)
      .onConflict((conflict) => conflict.columns(['region', 'code']).doUpdateSet(list))
      .execute();
  }
  return true;
}

async function removeRegional(
  trx: Transaction<Database>,
  { kind, key, before }: Expected,
  region: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('regional_records')
    .where('region', '=', region)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('version', '=', before)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) return false;
  await trx.deleteFrom('places').where('kind', '=', kind).where('key', '=', key).execute();
  if (kind === 'case') {
    await trx
      .deleteFrom('case_lists')
      .where('region', '=', region)
      .where('code', '=', key)
      .execute();
  }
  return true;
}

/** The region of each write; of a record that is not there, nothing needs to be known. */
export async function regionsOf(
  trx: Transaction<Database>,
  writes: readonly Expected[],
): Promise<(string | undefined)[]> {
  return Promise.all(
    writes.map(async ({ kind, key, put }) => {
      if (isPersonal(kind)) return undefined;
      if (put) return (put.put as { region: string }).region;
      const place = await placeOf(trx, kind, key);
      return place ?? '';
    }),
  );
}

async function placeOf(
  trx: Transaction<Database>,
  kind: Kind,
  key: string,
): Promise<string | undefined> {
  const found = await trx
    .selectFrom('places')
    .select('region')
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst();
  return found?.region;
}
