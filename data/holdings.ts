import { contributionsOf, isCounted } from './counted.js';
import { nodesOver } from './counts.js';
import type { Remainder } from './figureRows.js';
import { KEY_OF, type Behind, type Kind, type Records } from './repository.js';

/** A record and its kind. */
export type Put = { [K in Kind]: { kind: K; put: Records[K] } }[Kind];

export function keyOfPut<K extends Kind>({ kind, put }: { kind: K; put: Records[K] }): string {
  return KEY_OF[kind](put);
}

/** What one engine holds of a region, as another takes it over. */
export interface Holdings {
  region: string;
  records: Put[];
  /** What hangs on no record. */
  remainders: Required<Remainder>[];
  /** Of no region: clicks that were carried out, and when each is forgotten. */
  repeats: { key: string; expiresAt: string }[];
  behind: (Behind & { since: string })[];
}

/** A number in the figures: a row in a day, week, quarter, year or all of time (`nodesOver`). */
export interface Tally {
  row: string;
  node: string;
  n: number;
}

/** The figures as they follow from what is held. */
export function talliesOf({ records, remainders }: Holdings): Tally[] {
  const sum = new TallySum();
  for (const record of records) sum.addRecord(record);
  for (const { row, period, n } of remainders) sum.add(row, period, n);
  return sum.tallies();
}

/** Adds up numbers of the figures, as many as there are. */
export class TallySum {
  readonly #tallies = new Map<string, Tally>();

  addRecord(record: Put): void {
    for (const { row, period, n = 1 } of addedBy(record)) this.add(row, period, n);
  }

  add(row: string, period: string, n: number): void {
    for (const node of nodesOver(period)) {
      const known = this.#tallies.get(`${row} ${node}`);
      if (known) known.n += n;
      else this.#tallies.set(`${row} ${node}`, { row, node, n });
    }
  }

  tallies(): Tally[] {
    return [...this.#tallies.values()].filter(({ n }) => n !== 0);
  }
}

/** What a record adds to the figures. */
export function addedBy({ kind, put }: Put) {
  return isCounted(kind) ? contributionsOf(kind, put as Records[typeof kind]) : [];
}
