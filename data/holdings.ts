import { addedBy } from './counted.js';
import { TallySum, type Tally } from './counts.js';
import type { Remainder } from './figureRows.js';
import type { Behind, Put } from './repository.js';

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

/** The figures as they follow from what is held. */
export function talliesOf({ records, remainders }: Holdings): Tally[] {
  const sum = new TallySum();
  for (const record of records) {
    for (const { row, period, n = 1 } of addedBy(record)) sum.add(row, period, n);
  }
  for (const { row, period, n } of remainders) sum.add(row, period, n);
  return sum.tallies();
}
