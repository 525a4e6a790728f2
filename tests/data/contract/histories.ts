import { describe, expect, it } from 'vitest';
import { reportPeriods } from '../../../data/steeringReport/periods.js';
import { periodsCounted, prepareReport } from '../../../data/steeringReport/prepare.js';
import { differences } from '../histories/compare.js';
import { live } from '../histories/history.js';
import { REGIONS } from '../histories/world.js';
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

    it('add up in every quarter that can be reported on', async () => {
      const { now } = await live(FIRST_SEED, engine.repository, () =>
        Promise.resolve(engine.repository),
      );
      for (const region of REGIONS) {
        const quarters = reportPeriods(region, now).filter(({ kind }) => kind === 'quarter');
        expect(quarters.length).toBeGreaterThan(3);
        for (const period of quarters) {
          const counts = await engine.repository.counts(region.id, periodsCounted(period));
          // Throws where what is told of a total is not that total.
          const made = prepareReport({ region, period, counts, entries: [], issued: [], now });
          expect(made.kind).toBe('new');
        }
      }
    });
  });
}
