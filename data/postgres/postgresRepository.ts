import { sql, type Kysely, type Transaction } from 'kysely';
import type { Consult } from '../consult.js';
import type { Counts } from '../counts.js';
import type { Delivery } from '../delivery.js';
import type { Row as FigureRow, RowPrefix } from '../figureRows.js';
import { GoingOn } from '../goingOn.js';
import type { Imported } from '../imported.js';
import type { Period } from '../periods.js';
import { personKey } from '../person.js';
import type { QuickCount } from '../quickCount.js';
import type { RegisterEntry } from '../register.js';
import {
  RECORD_SCHEMAS,
  ReadOnlyError,
  type Behind,
  type CasePage,
  type CaseQuery,
  type Change,
  type Committed,
  type Kind,
  type Records,
  type Repository,
  type Sources,
  type Write,
} from '../repository.js';
import { instantOf, type DateTime } from '../weeks.js';
import { Availability, codeOf } from './availability.js';
import { followBehind } from './behind.js';
import { addToTallies, addUp, countAnew, countsIn, sourcesIn, type Added } from './figures.js';
import { allow } from './inRegions.js';
import { isPersonal } from './kinds.js';
import type { Database } from './schema.js';
import { isAlone, updateAlone } from './updateAlone.js';
import { carryOut, Conflict, parsed, regionsOf } from './write.js';

const UNDONE = ['40P01', '40001'];
const ATTEMPTS = 10;
/** Subjects of delivery come after what must go. */
const RANKS = { copy: 0, gone: 1 } as const;

/** The store of several instances. What is read is parsed, and the reader's own. */
export class PostgresRepository implements Repository {
  #closing: Promise<void> | undefined;
  readonly #underWay = new GoingOn();

  constructor(
    private readonly db: Kysely<Database>,
    private readonly availability: Availability,
  ) {}

  async read<K extends Kind>(kind: K, key: string): Promise<Records[K] | undefined> {
    if (isPersonal(kind)) {
      const found = await this.#ask(() =>
        this.db
          .selectFrom('personal_records')
          .select('record')
          .where('kind', '=', kind)
          .where('key', '=', key)
          .executeTakeFirst(),
      );
      return found && RECORD_SCHEMAS[kind].parse(found.record);
    }
    const asked = sql<{ record: unknown }>`select read_regional(${kind}, ${key}) as record`;
    const { rows } = await this.#ask(() => asked.execute(this.db));
    const [found] = rows;
    return found?.record ? RECORD_SCHEMAS[kind].parse(found.record) : undefined;
  }

  async commit(change: Change): Promise<Committed> {
    if (this.#closing) throw new ReadOnlyError('nothing can be stored: the store has been closed');
    const writes = parsed(change.writes);
    const [only] = writes;
    if (only && isAlone(change, writes)) {
      const how = await this.#ask(() =>
        whenUndoneAgain(() => updateAlone(this.db, only, change.repeat)),
      );
      if (how === 'done') return { ok: true };
      if (how === 'repeat') return { ok: false, conflict: 'repeat' };
    }
    try {
      await this.#ask(() =>
        whenUndoneAgain(() => this.#transaction((trx) => carryOutAll(trx, change, writes))),
      );
      return { ok: true };
    } catch (error) {
      if (error instanceof Conflict) return { ok: false, conflict: error.conflict };
      throw error;
    }
  }

  async isCodeTaken(code: string): Promise<boolean> {
    const found = await this.#ask(() =>
      this.db.selectFrom('standings').select('key').where('key', '=', code).executeTakeFirst(),
    );
    return found !== undefined;
  }

  async isRepeat(key: string): Promise<boolean> {
    const found = await this.#ask(() =>
      this.db.selectFrom('repeats').select('key').where('key', '=', key).executeTakeFirst(),
    );
    return found !== undefined;
  }

  async cases(query: CaseQuery): Promise<CasePage> {
    const { region, limit } = query;
    const rows = await this.#inRegions([region], (trx) => {
      let found = trx
        .selectFrom('case_lists as list')
        .innerJoin('regional_records as stored', (join) =>
          join
            .onRef('stored.region', '=', 'list.region')
            .onRef('stored.key', '=', 'list.code')
            .on('stored.kind', '=', 'case'),
        )
        .select(['list.place', 'stored.record'])
        .where('list.region', '=', region)
        .orderBy('list.place', 'desc');
      if (query.statuses) found = found.where('list.status', 'in', [...query.statuses]);
      if (query.professional)
        found = found.where('list.professional', '=', personKey(query.professional));
      if (query.holder) found = found.where('list.holder', '=', personKey(query.holder));
      if (query.organisation !== undefined)
        found = found.where('list.organisation', '=', query.organisation);
      if (query.awaited) found = found.where('list.awaited', '=', true);
      if (query.openedBefore !== undefined)
        found = found.where('list.place', '<', query.openedBefore);
      if (query.after !== undefined) found = found.where('list.place', '<', query.after);
      return (limit === Infinity ? found : found.limit(limit + 1)).execute();
    });
    const shown = rows.slice(0, limit);
    const cases = shown.map(({ record }) => RECORD_SCHEMAS.case.parse(record));
    const last = shown.at(-1)?.place;
    return rows.length > shown.length && last !== undefined ? { cases, next: last } : { cases };
  }

  counts(region: string, periods: readonly Period[]): Promise<Counts> {
    return this.#inRegions([region], (trx) => countsIn(trx, region, periods));
  }

  sourcesOf(region: string, row: FigureRow | RowPrefix, period: Period): Promise<Sources> {
    return this.#inRegions([region], (trx) => sourcesIn(trx, region, row, period));
  }

  async quickCounts(of: { region: string; organisation: string }): Promise<QuickCount[]> {
    const found = await this.#list('quick-count', of.region, of.organisation);
    return found.sort((one, other) => (one.month < other.month ? 1 : -1));
  }

  imported(region: string): Promise<Imported[]> {
    return this.#list('imported', region);
  }

  register(region: string): Promise<RegisterEntry[]> {
    return this.#list('register', region);
  }

  openConsults(region: string): Promise<Consult[]> {
    return this.#waiting('consult', region);
  }

  troubled(region: string): Promise<Delivery[]> {
    return this.#waiting('delivery', region);
  }

  async behind(): Promise<Behind[]> {
    const rows = await this.#ask(() =>
      this.db.selectFrom('behind').select(['kind', 'key', 'since']).execute(),
    );
    const rank = ({ kind }: Behind) => (kind === 'copy' || kind === 'gone' ? RANKS[kind] : 2);
    const order = (row: Behind & { since: string }) =>
      `${rank(row)} ${row.since} ${row.kind} ${row.key}`;
    return rows
      .sort((one, other) => (order(one) < order(other) ? -1 : 1))
      .map(({ kind, key }) => ({ kind, key }));
  }

  async forgetExpired(now: DateTime): Promise<number> {
    const instant = instantOf(now);
    const personal = await this.#ask(() =>
      this.db
        .selectFrom('personal_records')
        .select(['kind', 'key', 'version'])
        .where('expires_at', '<=', instant)
        .execute(),
    );
    const places = await this.#ask(() =>
      this.db
        .selectFrom('places')
        .select(['kind', 'key'])
        .where('expires_at', '<=', instant)
        .execute(),
    );
    let forgotten = 0;
    for (const { kind, key, version } of personal) {
      if (await this.#remove(kind, key, version)) forgotten += 1;
    }
    for (const { kind, key } of places) {
      const version = (await this.read(kind, key))?.version;
      if (version !== undefined && (await this.#remove(kind, key, version))) forgotten += 1;
    }
    const { numDeletedRows } = await this.#ask(() =>
      this.db.deleteFrom('repeats').where('expires_at', '<=', instant).executeTakeFirst(),
    );
    await this.#tidy();
    return forgotten + Number(numDeletedRows);
  }

  readOnlyBecause(): string | undefined {
    return this.#closing ? 'the store has been closed' : this.availability.because;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** What piles up by itself. */
  async #tidy(): Promise<void> {
    const regions = await this.#ask(async () => {
      await sql`delete from tickets where until < clock_timestamp()`.execute(this.db);
      return this.db.selectFrom('places').select('region').distinct().execute();
    });
    for (const { region } of regions) {
      while (await this.#inRegions([region], (trx) => addUp(trx, region)));
    }
  }

  /** Whether it was still there as it had been read. */
  async #remove(kind: Kind, key: string, version: number): Promise<boolean> {
    const write = { kind, remove: { key, version } } as Write;
    return (await this.commit({ writes: [write] })).ok;
  }

  async #list<K extends Kind>(kind: K, region: string, organisation?: string) {
    const rows = await this.#inRegions([region], (trx) => {
      const found = trx
        .selectFrom('regional_records')
        .select('record')
        .where('region', '=', region)
        .where('kind', '=', kind)
        .orderBy('key');
      return (
        organisation === undefined ? found : found.where('organisation', '=', organisation)
      ).execute();
    });
    return rows.map(({ record }) => RECORD_SCHEMAS[kind].parse(record));
  }

  async #waiting<K extends Kind>(kind: K, region: string) {
    const rows = await this.#inRegions([region], (trx) =>
      trx
        .selectFrom('regional_records')
        .select('record')
        .where('region', '=', region)
        .where('kind', '=', kind)
        .where('waits_since', 'is not', null)
        .orderBy('waits_since')
        .orderBy('key')
        .execute(),
    );
    return rows.map(({ record }) => RECORD_SCHEMAS[kind].parse(record));
  }

  /** The region policies let through what is of these regions, until the transaction ends. */
  #inRegions<T>(
    regions: readonly string[],
    act: (trx: Transaction<Database>) => Promise<T>,
  ): Promise<T> {
    return this.#ask(() =>
      this.#transaction(async (trx) => {
        await allow(trx, regions);
        return act(trx);
      }),
    );
  }

  #transaction<T>(act: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
    return this.db.transaction().execute(act);
  }

  /** Everything goes through here: what is under way is known, and failures are put in words. */
  #ask<T>(act: () => Promise<T>): Promise<T> {
    return this.#underWay.follow(this.availability.ask(act));
  }

  async #close(): Promise<void> {
    this.availability.stop();
    // The pool would leave who waits for a connection without an answer.
    await this.#underWay.ended();
    await this.db.destroy();
  }
}

/** The server undoes one of two changes that wait for each other. */
async function whenUndoneAgain<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt >= ATTEMPTS || !UNDONE.includes(codeOf(error) ?? '')) throw error;
    }
  }
}

async function carryOutAll(
  trx: Transaction<Database>,
  { counted = [], repeat }: Change,
  writes: ReturnType<typeof parsed>,
): Promise<void> {
  const regions = await regionsOf(trx, writes);
  const all = [...regions, ...counted.map(({ region }) => region)];
  const named = [...new Set(all.filter((region) => region !== undefined))];
  if (named.length > 0) await allow(trx, named);
  if (repeat) {
    const { numInsertedOrUpdatedRows = 0n } = await trx
      .insertInto('repeats')
      .values({ key: repeat.key, expires_at: repeat.expiresAt })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new Conflict('repeat');
  }
  const placed = writes.map((write, index) => ({ write, region: regions[index] }));
  for (const { write, region } of placed) await carryOut(trx, write, region);
  const added = new Map<string, Added[]>();
  const add = (region: string, more: readonly Added[]) =>
    added.set(region, [...(added.get(region) ?? []), ...more]);
  for (const { write, region } of placed) {
    if (region !== undefined) add(region, await countAnew(trx, write, region));
  }
  for (const { region, contribution } of counted) {
    const { row, period, n = 1 } = contribution;
    add(region, [{ row, period, n }]);
  }
  for (const [region, all] of added) await addToTallies(trx, region, all);
  await followBehind(trx, placed);
}
