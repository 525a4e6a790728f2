import { SINCE_START } from '../../../data/periods.js';
import { describe, expect, it } from 'vitest';
import { personKey } from '../../../data/person.js';
import { aCase, aDraft, anEscalatedCase, MERYEM, SANNE } from '../../builders.js';
import { put, remove, HERE, type Engine } from './engine.js';
import { OFFERED, EVERY_KIND, KINDS } from './examples.js';

export function describeRecords(engine: Engine): void {
  const { store, reopen } = engine;

  describe('records', () => {
    it.each(KINDS)('keeps a %s, changes it, removes it', async (kind) => {
      const { key, first, second } = EVERY_KIND[kind];
      expect(await engine.repository.read(kind, key)).toBeUndefined();
      await store(put(kind, first));
      expect(await engine.repository.read(kind, key)).toEqual(first);
      await reopen();
      expect(await engine.repository.read(kind, key)).toEqual(first);
      await store(put(kind, second));
      expect(await engine.repository.read(kind, key)).toEqual(second);
      await reopen();
      expect(await engine.repository.read(kind, key)).toEqual(second);
      await store(remove(kind, key, 2));
      expect(await engine.repository.read(kind, key)).toBeUndefined();
      await reopen();
      expect(await engine.repository.read(kind, key)).toBeUndefined();
      await store(put(kind, first));
      expect(await engine.repository.read(kind, key)).toEqual(first);
    });

    it.each(KINDS)('refuses a %s that exists already, skips a version or is gone', async (kind) => {
      const { key, first, second } = EVERY_KIND[kind];
      const conflict = { ok: false, conflict: { kind, key } };
      expect(await engine.repository.commit({ writes: [put(kind, second)] })).toEqual(conflict);
      expect(await engine.repository.commit({ writes: [remove(kind, key, 1)] })).toEqual(conflict);
      await store(put(kind, first));
      expect(await engine.repository.commit({ writes: [put(kind, first)] })).toEqual(conflict);
      const third = { ...second, version: 3 };
      expect(await engine.repository.commit({ writes: [put(kind, third)] })).toEqual(conflict);
      expect(await engine.repository.commit({ writes: [remove(kind, key, 2)] })).toEqual(conflict);
      expect(await engine.repository.read(kind, key)).toEqual(first);
    });

    it('keeps its own copy of what it was given', async () => {
      // What the builders share with other tests stays as it is.
      const mine = structuredClone(aCase());
      const before = structuredClone(mine);
      await store(put('case', mine));
      mine.talks.push(...mine.talks);
      mine.permissions.record.given = false;
      mine.professional.name = 'somebody else';
      expect(await engine.repository.read('case', mine.code)).toEqual(before);
    });

    it('keeps every text as it is, whatever it is made of', async () => {
      const odd = aCase({
        professional: { ...MERYEM, name: 'nul \u0000, half a face \ud83d, \\u0000' },
      });
      await store(put('case', odd));
      await reopen();
      expect(await engine.repository.read('case', odd.code)).toEqual(odd);
      await store(put('case', { ...odd, version: 2 }));
      expect(await engine.repository.read('case', odd.code)).toEqual({ ...odd, version: 2 });
    });

    it('knows which codes cases and drafts go by', async () => {
      const [sannes, toms] = [aDraft(), aDraft({ person: MERYEM })];
      await store(
        put('case', aCase({ code: 'HM-2222' })),
        put('draft', sannes),
        put('draft', toms),
      );
      const taken = async () => {
        const codes = ['HM-2222', sannes.code, 'HM-9999'];
        return Promise.all(codes.map((code) => engine.repository.isCodeTaken(code)));
      };
      expect(await taken()).toEqual([true, true, false]);
      await store(remove('draft', personKey(SANNE), 1));
      await reopen();
      // Two that began at the same moment may share one.
      expect(await taken()).toEqual([true, true, false]);
      await store(remove('draft', personKey(MERYEM), 1), remove('case', 'HM-2222', 1));
      expect(await taken()).toEqual([false, false, false]);
    });

    it('hands out values that cannot be used to change what is stored', async () => {
      await store(put('case', anEscalatedCase()));
      const [listed] = (await engine.repository.cases({ region: HERE, limit: 1 })).cases;
      const read = await engine.repository.read('case', 'HM-7K3Q');
      for (const value of [listed, read]) tryTo(() => value?.escalations.pop());
      for (const value of [listed, read]) tryTo(() => value && (value.professional.name = 'X'));
      expect(await engine.repository.read('case', 'HM-7K3Q')).toEqual(anEscalatedCase());
      const lists = {
        'quick-count': () => engine.repository.quickCounts(EVERY_KIND['quick-count'].first),
        imported: () => engine.repository.imported(HERE),
        register: () => engine.repository.register(HERE),
        consult: () => engine.repository.openConsults(HERE),
      };
      for (const [kind, list] of Object.entries(lists)) {
        const stored = EVERY_KIND[kind as keyof typeof lists].first;
        await store(put(kind as keyof typeof lists, stored));
        const [first] = await list();
        tryTo(() => first && (first.region = 'elders'));
        expect(await list(), kind).toEqual([stored]);
      }
      const counts = await engine.repository.counts(HERE, [SINCE_START]);
      tryTo(() => (counts.rowsIn(SINCE_START) as Map<string, number>).set(OFFERED.row, 5));
      const again = await engine.repository.counts(HERE, [SINCE_START]);
      expect(again.sum(OFFERED.row, SINCE_START)).toBe(0);
    });
  });
}

function tryTo(act: () => unknown): void {
  try {
    act();
  } catch {
    // Throwing is one of the two ways to keep what is stored as it is.
  }
}
