import type { Counted } from './counted.js';
import type { Sources } from './repository.js';

/** How much each record adds to a figure, put together; nothing for one that adds nothing in all. */
export function sourcesFrom(records: Iterable<{ kind: Counted; key: string; n: number }>): Sources {
  const sources: Sources = { codes: [], cases: 0, quickCounts: 0, register: 0, imported: 0 };
  for (const { kind, key, n } of records) {
    if (n === 0) continue;
    if (kind === 'case') sources.codes.push(key);
    sources[PART_OF[kind]] += n;
  }
  sources.codes.sort();
  return sources;
}

const PART_OF = {
  case: 'cases',
  imported: 'imported',
  'quick-count': 'quickCounts',
  register: 'register',
} as const satisfies Record<Counted, keyof Sources>;
