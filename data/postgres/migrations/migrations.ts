import type { Migration } from 'kysely';
import { records } from './0001Records.js';
import { instances } from './0002Instances.js';
import { moving } from './0003Moving.js';
import { late } from './0004Late.js';

/** In the order of their names; one that was carried out is never changed. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-records': records,
  '0002-instances': instances,
  '0003-moving': moving,
  '0004-late': late,
};
