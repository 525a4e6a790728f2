import { sql, type Kysely } from 'kysely';
import type { Change } from '../repository.js';
import { expiresAt, holderOf } from './kinds.js';
import type { Database } from './schema.js';
import type { Expected } from './write.js';

/** Whether a change is the next version of one draft or profile, and nothing else. */
export function isAlone({ counted = [] }: Change, writes: readonly Expected[]): boolean {
  const [only, ...others] = writes;
  if (!only || others.length > 0 || counted.length > 0) return false;
  const isOwn = only.kind === 'draft' || only.kind === 'profile';
  return isOwn && only.put !== undefined && only.before > 0;
}

/**
 * What most clicks store, in one statement in place of a transaction of several. `otherwise` when
 * another version is stored or a draft gets another code: then nothing was changed.
 */
export async function updateAlone(
  db: Kysely<Database>,
  { kind, key, before, put }: Expected,
  repeat: Change['repeat'],
): Promise<'done' | 'repeat' | 'otherwise'> {
  if (!put) throw new Error('nothing to update');
  const code = put.kind === 'draft' ? put.put.code : null;
  const isNew = repeat
    ? sql`
        insert into repeats (key, expires_at)
        select ${repeat.key}::text, ${repeat.expiresAt}::text where exists (select from held)
        on conflict do nothing returning key`
    : sql`select 1 from held`;
  const { rows } = await sql<{ is_held: boolean; is_new: boolean }>`
    with held as (
      select 1 from personal_records
      where kind = ${kind} and key = ${key} and version = ${before}
        and (${code}::text is null or exists (
          select from standings where holder = ${holderOf({ kind, key })} and key = ${code}
        ))
      for update
    ), new as (${isNew}), updated as (
      update personal_records set
        version = ${before + 1}, record = ${JSON.stringify(put.put)},
        expires_at = ${expiresAt(put) ?? null}
      where kind = ${kind} and key = ${key} and exists (select from new)
    )
    select exists (select from held) as is_held, exists (select from new) as is_new`.execute(db);
  const [found] = rows;
  if (!found?.is_held) return 'otherwise';
  return found.is_new ? 'done' : 'repeat';
}
