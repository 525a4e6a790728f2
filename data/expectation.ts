import { KEY_OF, type Kind, type Records, type Write } from './repository.js';

/** Which version of which record has to be stored now for a write to be admitted; 0 for none. */
export interface Expectation {
  kind: Kind;
  key: string;
  before: number;
}

export function expectationOf(write: Write): Expectation {
  const { kind } = write;
  if ('remove' in write) return { kind, key: write.remove.key, before: write.remove.version };
  return { kind, key: keyOfPut(write), before: write.put.version - 1 };
}

/** What a change expects. Throws when two of its writes are to one record. */
export function expectationsOf(writes: readonly Write[]): Expectation[] {
  const all = writes.map(expectationOf);
  const ids = new Set(all.map(({ kind, key }) => `${kind} ${key}`));
  if (ids.size < all.length) throw new Error('two writes to one record in one change');
  return all;
}

type Put<K extends Kind = Kind> = { [P in K]: { kind: P; put: Records[P] } }[K];

function keyOfPut<K extends Kind>({ kind, put }: Put<K>): string {
  return KEY_OF[kind](put);
}
