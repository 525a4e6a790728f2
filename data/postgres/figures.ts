import { sql, type Kysely, type Transaction } from 'kysely';
import { addedBy, isCounted } from '../counted.js';
import { CountTree, isIn, nodesOf, TallySum, type Counts } from '../counts.js';
import type { Contribution, Row, RowPrefix } from '../figureRows.js';
import type { Period } from '../periods.js';
import type { Sources } from '../repository.js';
import { sourcesFrom } from '../sources.js';
import type { Database } from './schema.js';
import type { Expected } from './write.js';

export interface Added {
  row: string;
  period: string;
  n: number;
}

/** Notes what a record adds by now; resolves with what is to be added to the figures because of it. */
export async function countAnew(
  trx: Transaction<Database>,
  { kind, key, put }: Expected,
  region: string,
): Promise<Added[]> {
  if (!isCounted(kind)) return [];
  const now = put ? addedBy(put) : [];
  const before = await trx
    .selectFrom('contributions')
    .select(['row', 'period', 'n'])
    .where('region', '=', region)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .execute();
  const left = new Map(before.map((one) => [idOf(one), one]));
  const changed: Added[] = [];
  const written: Added[] = [];
  for (const one of together(now)) {
    const known = left.get(idOf(one));
    left.delete(idOf(one));
    if (known?.n === one.n) continue;
    written.push(one);
    changed.push({ ...one, n: one.n - (known?.n ?? 0) });
  }
  for (const gone of left.values()) {
    changed.push({ ...gone, n: -gone.n });
    await trx
      .deleteFrom('contributions')
      .where('region', '=', region)
      .where('kind', '=', kind)
      .where('key', '=', key)
      .where('row', '=', gone.row)
      .where('period', '=', gone.period)
      .execute();
  }
  if (written.length > 0) {
    await trx
      .insertInto('contributions')
      .values(written.map((one) => ({ region, kind, key, ...one })))
      .onConflict((conflict) =>
        conflict
          .columns(['region', 'kind', 'key', 'row', 'period'])
          .doUpdateSet((set) => ({ n: set.ref('excluded.n') })),
      )
      .execute();
  }
  return changed;
}

const idOf = ({ row, period }: { row: string; period: string }) => `${row} ${period}`;

/** One of each row and period. */
export function together(contributions: readonly Contribution[]): Added[] {
  const sums = new Map<string, Added>();
  for (const { row, period, n = 1 } of contributions) {
    const known = sums.get(idOf({ row, period }));
    if (known) known.n += n;
    else sums.set(idOf({ row, period }), { row, period, n });
  }
  return [...sums.values()];
}

/** Added as new rows: two changes at the same moment never wait for each other's numbers. */
export async function addToTallies(
  trx: Transaction<Database>,
  region: string,
  added: readonly Added[],
): Promise<void> {
  const sum = new TallySum();
  for (const { row, period, n } of added) sum.add(row, period, n);
  const rows = sum.tallies().map((tally) => ({ region, ...tally }));
  if (rows.length > 0) await trx.insertInto('tallies').values(rows).execute();
}

/** Numbers, so that it takes no longer than a statement may. */
const ADDED_UP_AT_ONCE = 200;

/**
 * One row in place of several that add to the same number; what is added meanwhile stays beside it.
 * Resolves with whether there may be more to add up.
 */
export async function addUp(trx: Transaction<Database>, region: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    with parts as (
      delete from tallies
      where region = ${region} and ("row", node) in (
        select "row", node from tallies where region = ${region}
        group by "row", node having count(*) > 1 limit ${ADDED_UP_AT_ONCE}
      )
      returning "row", node, n
    )
    insert into tallies (region, "row", node, n)
    select ${region}, "row", node, sum(n) from parts
    group by "row", node having sum(n) <> 0`.execute(trx);
  return numAffectedRows >= ADDED_UP_AT_ONCE;
}

export async function countsIn(
  db: Kysely<Database>,
  region: string,
  periods: readonly Period[],
): Promise<Counts> {
  const rows = await db
    .selectFrom('tallies')
    .select(({ fn }) => ['row', 'node', fn.sum<string>('n').as('n')])
    .where('region', '=', region)
    .where('node', 'in', nodesOf(periods))
    .groupBy(['row', 'node'])
    .execute();
  const tree = new CountTree();
  for (const { row, node, n } of rows) tree.addTo(row, node, Number(n));
  return tree.counts(periods);
}

export async function sourcesIn(
  db: Kysely<Database>,
  region: string,
  row: Row | RowPrefix,
  period: Period,
): Promise<Sources> {
  const ofRow = db
    .selectFrom('contributions')
    .where('region', '=', region)
    .where('row', row.endsWith(':') ? '^@' : '=', row);
  const periods = await ofRow.select('period').distinct().execute();
  const wanted = periods.map((one) => one.period).filter((at) => isIn(at, period));
  if (wanted.length === 0) return sourcesFrom([]);
  const found = await ofRow
    .select(({ fn }) => ['kind', 'key', fn.sum<string>('n').as('n')])
    .where('period', 'in', wanted)
    .groupBy(['kind', 'key'])
    .execute();
  return sourcesFrom(
    found.flatMap(({ kind, key, n }) => (isCounted(kind) ? [{ kind, key, n: Number(n) }] : [])),
  );
}
