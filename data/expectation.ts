import { keyOfPut, type Kind, type Write } from './repository.js';

/** Which version of which record has to be stored now for a write to be admitted; 0 for none. */
export interface Expectation {
  kind: Kind;
  key: string;
  before: number;
}

function expectationOf(write: Write): Expectation {
  const before = 'remove' in write ? write.remove.version : write.put.version - 1;
  return { kind: write.kind, key: keyOf(write), before };
}

/** Of the record that it is about. */
export function keyOf(write: Write): string {
  return 'remove' in write ? write.remove.key : keyOfPut(write);
}

/** What a change expects. Throws when two of its writes are to one record. */
export function expectationsOf(writes: readonly Write[]): Expectation[] {
  const all = writes.map(expectationOf);
  const ids = new Set(all.map(({ kind, key }) => `${kind} ${key}`));
  if (ids.size < all.length) throw new Error('two writes to one record in one change');
  return all;
}
