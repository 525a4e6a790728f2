import { expect, test } from 'vitest';
import { KEY_OF, type Kind, type Records } from '../../data/repository.js';
import { live } from './histories/history.js';
import { KINDS } from './histories/log.js';
import type { Store } from './histories/world.js';

/** Keeps what it is given and judges nothing. */
function keeping(): Store {
  const records = new Map<string, Records[Kind]>();
  return {
    read: <K extends Kind>(kind: K, key: string) =>
      Promise.resolve(records.get(`${kind} ${key}`) as Records[K] | undefined),
    commit({ writes }) {
      for (const write of writes) {
        if ('remove' in write) records.delete(`${write.kind} ${write.remove.key}`);
        else records.set(`${write.kind} ${keyOf(write.kind, write.put)}`, write.put);
      }
      return Promise.resolve({ ok: true });
    },
  };
}

const keyOf = (kind: Kind, record: Records[Kind]) =>
  (KEY_OF[kind] as (record: Records[Kind]) => string)(record);

/** What the histories of the contract are made of: a walk that meets little would find little. */
test('random histories meet everything that can happen, many times over', async () => {
  const met = new Map<string, number>();
  for (let seed = 1; seed <= 20; seed += 1) {
    const world = await live(seed, keeping(), ({ store }) => Promise.resolve(store));
    for (const { kind } of world.log) met.set(kind, (met.get(kind) ?? 0) + 1);
  }
  const seldom = KINDS.filter((kind) => (met.get(kind) ?? 0) < 20);
  expect(seldom, JSON.stringify(Object.fromEntries(met))).toEqual([]);
});
