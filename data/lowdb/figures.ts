import type { Counted as CountedKind } from '../counted.js';
import { isIn, CountTree, type Cell, type Counts } from '../counts.js';
import type { Contribution, Remainder, Row, RowPrefix } from '../figureRows.js';
import type { Period } from '../periods.js';
import type { Sources } from '../repository.js';
import { sourcesFrom } from '../sources.js';

/** What a record is called here: its kind and key. */
export type RecordName = `${CountedKind} ${string}`;

/** A contribution, and what it adds to; many records make the same, which is kept once. */
interface Counted {
  period: string;
  n: number;
  cells: readonly Cell[];
}

interface OfRegion {
  tree: CountTree;
  /** By row, and by period and number. */
  counted: Map<string, Map<string, Counted>>;
  /** What each record adds: what is taken back must be what was added. */
  records: Map<RecordName, readonly Counted[]>;
}

/** Every region's figures, kept up with each change. */
export class Figures {
  readonly #regions = new Map<string, OfRegion>();
  /** Where each record is counted. */
  readonly #regionOf = new Map<RecordName, OfRegion>();

  /** What hangs on no record. */
  addLoose(region: string, contribution: Remainder, n: number): void {
    this.#of(region).tree.add({ ...contribution, n });
  }

  /** Counts a record as it is by now, or no longer when it is gone. */
  follow<R extends { region: string }>(
    name: RecordName,
    record: R | undefined,
    contributionsOf: (record: R) => readonly Contribution[],
  ): void {
    const contributions = record ? contributionsOf(record) : [];
    this.#remove(name);
    if (!record) return;
    const region = this.#of(record.region);
    const counted = contributions.map((one) => countedOf(region, one));
    for (const one of counted) count(one, 1);
    region.records.set(name, counted);
    this.#regionOf.set(name, region);
  }

  #remove(name: RecordName): void {
    const region = this.#regionOf.get(name);
    for (const one of region?.records.get(name) ?? []) count(one, -1);
    region?.records.delete(name);
    this.#regionOf.delete(name);
  }

  in(region: string, periods: readonly Period[]): Counts {
    return this.#of(region).tree.counts(periods);
  }

  sourcesOf(region: string, row: Row | RowPrefix, period: Period): Sources {
    const { counted, records } = this.#of(region);
    const lies = onceEach((at) => isIn(at, period));
    const isWanted = (one: string) => (row.endsWith(':') ? one.startsWith(row) : one === row);
    const rows = [...counted].flatMap(([one, ofRow]) => (isWanted(one) ? [...ofRow.values()] : []));
    const wanted = new Set(rows.filter(({ period: at }) => lies(at)));
    const added = [...records].map(([name, own]) => {
      const [kind, key = ''] = name.split(' ');
      const n = own.reduce((sum, one) => (wanted.has(one) ? sum + one.n : sum), 0);
      return { kind: kind as CountedKind, key, n };
    });
    return sourcesFrom(added);
  }

  #of(id: string): OfRegion {
    const known = this.#regions.get(id);
    if (known) return known;
    const region = { tree: new CountTree(), counted: new Map(), records: new Map() };
    this.#regions.set(id, region);
    return region;
  }
}

function countedOf({ tree, counted }: OfRegion, { row, period, n = 1 }: Contribution): Counted {
  const known = counted.get(row);
  const ofRow = known ?? new Map<string, Counted>();
  if (!known) counted.set(row, ofRow);
  const key = n === 1 ? period : `${period} ${n}`;
  const found = ofRow.get(key);
  if (found) return found;
  const made = { period, n, cells: tree.cellsOf(row, period) };
  ofRow.set(key, made);
  return made;
}

/** A start counts a million: what each adds to has been looked up before. */
function count({ n, cells }: Counted, times: 1 | -1): void {
  for (const cell of cells) cell.n += n * times;
}

/** Many contributions are of the same few days. */
function onceEach(answer: (at: string) => boolean): (at: string) => boolean {
  const known = new Map<string, boolean>();
  return (at) => {
    const found = known.get(at) ?? answer(at);
    known.set(at, found);
    return found;
  };
}
