import { sql, type Transaction } from 'kysely';
import { ACTIVE_STATUSES } from '../case.js';
import { whyWiped } from '../copy.js';
import { isBehind, subjectAmong, SUBJECTS, tagOf } from '../delivery.js';
import { RECORD_SCHEMAS, type Kind } from '../repository.js';
import { holderOf, standingOf } from './kinds.js';
import type { Database } from './schema.js';
import type { Expected } from './write.js';

const isSubject = (kind: Kind) => SUBJECTS.some((one) => one === kind);

/** Brings what delivery has to do up to date with writes that were carried out. */
export async function followBehind(
  trx: Transaction<Database>,
  writes: readonly { write: Expected; region: string | undefined }[],
): Promise<void> {
  for (const { write, region } of writes) {
    if (region !== undefined && (isSubject(write.kind) || write.kind === 'delivery'))
      await followSubject(trx, region, write.key);
    if (region !== undefined && write.kind === 'link') await followLink(trx, region);
    if (isSubject(write.kind) || write.kind === 'draft') await followStanding(trx, write);
    if (write.kind === 'copy') await followCopy(trx, write.key, write.put);
  }
}

/** Until the end of the transaction: who comes second sees what the first has stored. */
async function alone(trx: Transaction<Database>, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
}

async function followSubject(
  trx: Transaction<Database>,
  region: string,
  key: string,
): Promise<void> {
  await alone(trx, key);
  const rows = await trx
    .selectFrom('regional_records')
    .select(['kind', 'record'])
    .where('region', '=', region)
    .where((where) =>
      where.or([
        where.and([where('key', '=', key), where('kind', 'in', [...SUBJECTS, 'delivery'])]),
        where.and([where('key', '=', region), where('kind', '=', 'link')]),
      ]),
    )
    .execute();
  const found = new Map(rows.map(({ kind, record }) => [kind, record]));
  const record = <K extends Kind>(kind: K) =>
    found.has(kind) ? RECORD_SCHEMAS[kind].parse(found.get(kind)) : undefined;
  const subject = subjectAmong(record);
  const delivery = record('delivery');
  await trx.deleteFrom('behind').where('key', '=', key).where('kind', '!=', 'copy').execute();
  if (subject && isBehind(subject, delivery, record('link'))) {
    const { since } = tagOf(subject);
    await trx.insertInto('behind').values({ kind: subject.kind, key, since }).execute();
  } else if (!subject && delivery) {
    await trx.insertInto('behind').values({ kind: 'gone', key, since: '' }).execute();
  }
}

/** Another channel: what must be seen there. Rare, so that it may look at all that is not done. */
async function followLink(trx: Transaction<Database>, region: string): Promise<void> {
  const cases = await trx
    .selectFrom('case_lists')
    .select('code as key')
    .where('region', '=', region)
    .where('status', 'in', [...ACTIVE_STATUSES])
    .execute();
  const consults = await trx
    .selectFrom('regional_records')
    .select('key')
    .where('region', '=', region)
    .where('kind', '=', 'consult')
    .execute();
  for (const { key } of [...cases, ...consults]) await followSubject(trx, region, key);
}

async function followStanding(trx: Transaction<Database>, write: Expected): Promise<void> {
  const holder = holderOf(write);
  const now = write.put && standingOf(write.put);
  const before = await trx
    .selectFrom('standings')
    .select(['key', 'standing'])
    .where('holder', '=', holder)
    .executeTakeFirst();
  if (before?.key === now?.key && before?.standing === now?.standing) return;
  const keys = [...new Set([before?.key, now?.key])].filter((key) => key !== undefined).sort();
  for (const key of keys) await alone(trx, key);
  if (before) await trx.deleteFrom('standings').where('holder', '=', holder).execute();
  if (now)
    await trx
      .insertInto('standings')
      .values({ holder, ...now })
      .execute();
  const copies = await trx
    .selectFrom('tellings')
    .select('copy')
    .distinct()
    .where('told', 'in', keys)
    .execute();
  for (const { copy } of copies) await judge(trx, copy);
}

async function followCopy(
  trx: Transaction<Database>,
  key: string,
  put: Expected['put'],
): Promise<void> {
  const tells = put?.kind === 'copy' ? [...put.put.tells].sort() : [];
  for (const told of tells) await alone(trx, told);
  await trx.deleteFrom('tellings').where('copy', '=', key).execute();
  if (tells.length > 0) {
    await trx
      .insertInto('tellings')
      .values([...new Set(tells)].map((told) => ({ told, copy: key })))
      .execute();
  }
  await judge(trx, key);
}

/** Whether a copy is to be wiped out; what it tells of may be changing at this moment. */
async function judge(trx: Transaction<Database>, key: string): Promise<void> {
  await alone(trx, `copy ${key}`);
  const found = await trx
    .selectFrom('personal_records')
    .select('record')
    .where('kind', '=', 'copy')
    .where('key', '=', key)
    .executeTakeFirst();
  const copy = found && RECORD_SCHEMAS.copy.parse(found.record);
  const standings = copy
    ? await trx
        .selectFrom('standings')
        .select(['key', 'holder', 'standing'])
        .where('key', 'in', copy.tells)
        .execute()
    : [];
  const standingNow = (told: string) => {
    const own = standings.filter((one) => one.key === told);
    return (own.find(({ holder }) => !holder.startsWith('draft ')) ?? own[0])?.standing ?? 'gone';
  };
  await trx.deleteFrom('behind').where('kind', '=', 'copy').where('key', '=', key).execute();
  if (copy && whyWiped(copy, standingNow)) {
    await trx.insertInto('behind').values({ kind: 'copy', key, since: '' }).execute();
  }
}
