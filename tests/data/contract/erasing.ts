import { beforeEach, describe, expect, it } from 'vitest';
import { contributions } from '../../../data/counting.js';
import { remains } from '../../../data/erase.js';
import { anEscalatedCase, MERYEM, SANNE } from '../../builders.js';
import { put, remove, HERE, type Engine } from './engine.js';
import { claimedBy, sums, total } from './examples.js';

export function describeErasing(engine: Engine): void {
  const { store, reopen, codes, figures } = engine;

  describe('erasing a case', () => {
    const erased = anEscalatedCase({ state: claimedBy(MERYEM) });
    const kept = anEscalatedCase({}, { code: 'HM-3333' });
    beforeEach(() => store(put('case', erased), put('case', kept)));

    it('takes it out of every list and every figure', async () => {
      await store(remove('case', erased.code, 1));
      for (const time of ['at once', 'after reopening']) {
        if (time === 'after reopening') await reopen();
        expect(await engine.repository.read('case', erased.code), time).toBeUndefined();
        expect(await codes(), time).toEqual(['HM-3333']);
        expect(await codes({ statuses: ['claimed'] }), time).toEqual([]);
        expect(await codes({ holder: MERYEM }), time).toEqual([]);
        expect(await codes({ professional: SANNE }), time).toEqual(['HM-3333']);
        expect(await engine.repository.behind(), time).toEqual([{ kind: 'case', key: 'HM-3333' }]);
        expect(await figures(), time).toEqual(total([kept]));
      }
    });

    it('leaves the figures that are counted in its place', async () => {
      const counted = remains(erased).map((contribution) => ({ region: HERE, contribution }));
      await engine.repository.commit({ writes: [remove('case', erased.code, 1)], counted });
      await reopen();
      expect(await figures()).toEqual(sums([...remains(erased), ...contributions(kept)]));
    });
  });
}
