import { describe, expect, it } from 'vitest';
import { differences } from '../histories/compare.js';
import { live } from '../histories/history.js';
import type { Engine } from './engine.js';

/** Thousands take some minutes: `HISTORIES=2000`. */
const HISTORIES = Number(process.env.HISTORIES ?? 5);
const FIRST_SEED = 20_261_123;

/** The figures of whole histories, held against what is counted by reading all that happened. */
export function describeHistories(engine: Engine): void {
  describe('figures over random histories', () => {
    const seeds = Array.from({ length: HISTORIES }, (_, n) => FIRST_SEED + n);

    it.each(seeds)('are what the log of everything that happened says (seed %i)', async (seed) => {
      let looks = 0;
      await live(seed, engine.repository, async (world) => {
        looks += 1;
        if (looks % 2 === 0) await engine.reopen();
        const found = await differences(engine.repository, world);
        expect(found, found.slice(0, 5).join('\n')).toEqual([]);
        return engine.repository;
      });
    });
  });
}
