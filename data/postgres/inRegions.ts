import { sql, type Transaction } from 'kysely';
import type { Database } from './schema.js';

/** The region policies let through what is of these regions, until the transaction ends. */
export async function allow(trx: Transaction<Database>, regions: readonly string[]): Promise<void> {
  await sql`select set_config('nnz.regions', ${regions.join(' ')}, true)`.execute(trx);
}
