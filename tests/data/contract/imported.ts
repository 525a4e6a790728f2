import { describe, expect, it } from 'vitest';
import { erasedImport, importedContributions, importedKey } from '../../../data/imported.js';
import { SINCE_START } from '../../../data/periods.js';
import { ELSEWHERE, HERE, put, remove, type Engine } from './engine.js';
import { IMPORTED, sums } from './examples.js';

export function describeImported(engine: Engine): void {
  const { store, reopen, codes, figures } = engine;
  const key = importedKey(IMPORTED);
  const other = { ...IMPORTED, id: IMPORTED.id.replace('a', 'b') };

  describe('an imported past case', () => {
    it('is in the figures, and in nothing that anybody works from', async () => {
      await store(put('imported', IMPORTED));
      for (const time of ['at once', 'after reopening']) {
        if (time === 'after reopening') await reopen();
        expect(await figures(), time).toEqual(sums(importedContributions(IMPORTED)));
        expect(await figures(), time).toMatchObject({
          'talks 2026-W42': 1,
          'escalations 2026-W46': 1,
        });
        expect(await codes(), time).toEqual([]);
        expect(await engine.repository.behind(), time).toEqual([]);
      }
    });

    it('counts as imported among the sources of a figure', async () => {
      await store(put('imported', IMPORTED), put('imported', other));
      const sources = await engine.repository.sourcesOf(HERE, 'reason:finance', SINCE_START);
      expect(sources).toEqual({ codes: [], cases: 0, quickCounts: 0, register: 0, imported: 2 });
      expect(await engine.repository.sourcesOf(HERE, 'reason:complex', SINCE_START)).toEqual(
        sources,
      );
      expect(await engine.repository.sourcesOf(HERE, 'consults', SINCE_START)).toMatchObject({
        imported: 0,
      });
    });

    it('stays where it was filed when its date is corrected', async () => {
      await store(put('imported', IMPORTED));
      const corrected = {
        ...IMPORTED,
        version: 2,
        past: { ...IMPORTED.past, openedOn: '2026-11-10' },
      };
      const moved = { ...corrected, filedIn: '2026-11' };
      await expect(engine.repository.commit({ writes: [put('imported', moved)] })).rejects.toThrow(
        'cannot move',
      );
      await store(put('imported', corrected));
      await reopen();
      expect(await engine.repository.read('imported', key)).toEqual(corrected);
      expect(await figures()).toEqual(sums(importedContributions(corrected)));
      expect(await figures()).not.toHaveProperty('talks 2026-W42');
    });

    it('leaves its numbers and its mark when it is erased', async () => {
      await store(put('imported', IMPORTED));
      const { put: erased, remains } = erasedImport(IMPORTED);
      const counted = remains.map((contribution) => ({ region: HERE, contribution }));
      await engine.repository.commit({ writes: [put('imported', erased)], counted });
      for (const time of ['at once', 'after reopening']) {
        if (time === 'after reopening') await reopen();
        expect(await figures(), time).toEqual(sums(remains));
        expect(await engine.repository.read('imported', key), time).toEqual(erased);
        expect(await engine.repository.sourcesOf(HERE, 'talks', SINCE_START), time).toMatchObject({
          imported: 0,
        });
      }
    });

    it('is listed by region, and goes with its figures', async () => {
      const elsewhere = { ...IMPORTED, region: ELSEWHERE };
      for (const one of [IMPORTED, other, elsewhere]) await store(put('imported', one));
      const listed = await engine.repository.imported(HERE);
      expect(listed).toHaveLength(2);
      expect(listed).toEqual(expect.arrayContaining([IMPORTED, other]));
      expect(await engine.repository.imported(ELSEWHERE)).toEqual([elsewhere]);
      await store(remove('imported', key, 1), remove('imported', importedKey(other), 1));
      await reopen();
      expect(await engine.repository.imported(HERE)).toEqual([]);
      expect(await figures()).toEqual({});
    });
  });
}
