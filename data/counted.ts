import { contributions, quickContributions } from './counting.js';
import type { Contribution } from './figureRows.js';
import { importedContributions } from './imported.js';
import { registerContributions } from './register.js';
import type { Kind, Put, Records } from './repository.js';

/** What a record of each kind that is counted adds to the figures of its region. */
const CONTRIBUTIONS_OF = {
  case: contributions,
  imported: importedContributions,
  'quick-count': quickContributions,
  register: (entry) => registerContributions(entry),
} satisfies { [K in Kind]?: (record: Records[K]) => Contribution[] };
export type Counted = keyof typeof CONTRIBUTIONS_OF;

export function isCounted(kind: Kind): kind is Counted {
  return kind in CONTRIBUTIONS_OF;
}

export function contributionsOf<K extends Counted>(kind: K, record: Records[K]): Contribution[] {
  const of: { [C in Counted]: (record: Records[C]) => Contribution[] } = CONTRIBUTIONS_OF;
  return of[kind](record);
}

/** What a record adds to the figures. */
export function addedBy({ kind, put }: Put) {
  return isCounted(kind) ? contributionsOf(kind, put as Records[typeof kind]) : [];
}
