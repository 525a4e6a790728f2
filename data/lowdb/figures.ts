import { isIn, CountTree, type Counts } from '../counts.js';
import type { Contribution, Remainder, Row, RowPrefix } from '../figureRows.js';
import type { Period } from '../periods.js';
import type { Sources } from '../repository.js';

interface OfRecord {
  region: string;
  contributions: readonly Contribution[];
}

/** What a record is called here: its kind and key. */
export type RecordName = `${'case' | 'quick-count' | 'register' | 'imported'} ${string}`;

/** Every region's figures, kept up with each change. */
export class Figures {
  readonly #regions = new Map<string, CountTree>();
  /** What each record adds: what is taken back must be what was added. */
  readonly #ofRecords = new Map<RecordName, OfRecord>();
  /** Each contribution once, by its row; many records make the same. */
  readonly #known = new Map<string, Map<string, Contribution>>();

  /** What hangs on no record. */
  addLoose(region: string, contribution: Remainder, n: number): void {
    this.#tree(region).add({ ...contribution, n });
  }

  /** Counts a record as it is by now, or no longer when it is gone. */
  follow<R extends { region: string }>(
    name: RecordName,
    record: R | undefined,
    contributionsOf: (record: R) => readonly Contribution[],
  ): void {
    const contributions = record ? contributionsOf(record).map((one) => this.#once(one)) : [];
    this.#remove(name);
    if (!record) return;
    const { region } = record;
    for (const one of contributions) this.#tree(region).add(one);
    this.#ofRecords.set(name, { region, contributions });
  }

  #remove(name: RecordName): void {
    const before = this.#ofRecords.get(name);
    if (!before) return;
    for (const one of before.contributions) this.#tree(before.region).add(one, -1);
    this.#ofRecords.delete(name);
  }

  in(region: string, periods: readonly Period[]): Counts {
    return this.#tree(region).counts(periods);
  }

  sourcesOf(region: string, row: Row | RowPrefix, period: Period): Sources {
    const lies = onceEach((at) => isIn(at, period));
    const isWanted = (one: string) => (row.endsWith(':') ? one.startsWith(row) : one === row);
    const rows = [...this.#known].flatMap(([one, ofRow]) => (isWanted(one) ? [ofRow] : []));
    const wanted = new Set(
      rows.flatMap((ofRow) => [...ofRow.values()]).filter(({ period: at }) => lies(at)),
    );
    const sources: Sources = { codes: [], cases: 0, quickCounts: 0, register: 0, imported: 0 };
    for (const [name, { region: own, contributions }] of this.#ofRecords) {
      if (own !== region) continue;
      const n = contributions.reduce((sum, one) => (wanted.has(one) ? sum + (one.n ?? 1) : sum), 0);
      if (n !== 0) addSource(sources, name, n);
    }
    return { ...sources, codes: sources.codes.sort() };
  }

  #once(contribution: Contribution): Contribution {
    const { row, period, n } = contribution;
    const ofRow = this.#known.get(row) ?? new Map<string, Contribution>();
    this.#known.set(row, ofRow);
    const key = n === undefined ? period : `${period} ${n}`;
    const known = ofRow.get(key);
    if (known) return known;
    ofRow.set(key, contribution);
    return contribution;
  }

  #tree(region: string): CountTree {
    const tree = this.#regions.get(region) ?? new CountTree();
    this.#regions.set(region, tree);
    return tree;
  }
}

function addSource(sources: Sources, name: RecordName, n: number): void {
  const [kind, key = ''] = name.split(' ');
  if (kind === 'quick-count') sources.quickCounts += n;
  else if (kind === 'register') sources.register += n;
  else if (kind === 'imported') sources.imported += n;
  else {
    sources.codes.push(key);
    sources.cases += n;
  }
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
