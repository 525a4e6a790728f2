import { DateTime } from 'luxon';
import { personKey } from '../person.js';
import { STANDING, type Row } from './rows.js';
import type { Views } from './views.js';

/** The rows that remove drafts, requests, hand-overs and repeat keys whose time has passed. */
export function expired({ records, repeats }: Views, now: DateTime): Row[] {
  const isPast = (instant: string) => DateTime.fromISO(instant) <= now;
  const drafts = [...records.draft.values()].filter(({ expiresAt }) => isPast(expiresAt));
  const consults = [...records.consult.values()].filter(
    ({ expiresAt }) => expiresAt !== undefined && isPast(expiresAt),
  );
  const handOvers = [...records['hand-over'].values()].filter(({ expiresAt }) => isPast(expiresAt));
  const keys = [...repeats].filter(([, expiresAt]) => isPast(expiresAt));
  return [
    ...drafts.map(({ person }): Row => ({
      kind: 'removed',
      of: 'draft',
      key: personKey(person),
      file: STANDING,
    })),
    ...consults.map(({ id }): Row => ({
      kind: 'removed',
      of: 'consult',
      key: id,
      file: STANDING,
    })),
    ...handOvers.map(({ id }): Row => ({
      kind: 'removed',
      of: 'hand-over',
      key: id,
      file: STANDING,
    })),
    ...keys.map(([key]): Row => ({ kind: 'forgotten', key })),
  ];
}
