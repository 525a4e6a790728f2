import { describe, expect, it } from 'vitest';
import { personKey } from '../../../data/person.js';
import type { Change } from '../../../data/repository.js';
import { aCase, aDraft, NOW, SANNE, utc } from '../../builders.js';
import { put, type Engine } from './engine.js';
import { count, OFFERED, sums } from './examples.js';

export function describeRepeats(engine: Engine): void {
  const { reopen, figures } = engine;

  describe('a repeat key', () => {
    const repeat = { key: 'sanne/nonce/claim/hash', expiresAt: utc('2026-11-17T09:00') };

    it('refuses a second change, also after reopening', async () => {
      const change: Change = { writes: [put('case', aCase())], repeat };
      expect(await engine.repository.isRepeat(repeat.key)).toBe(false);
      expect(await engine.repository.commit(change)).toEqual({ ok: true });
      expect(await engine.repository.isRepeat(repeat.key)).toBe(true);
      expect(await engine.repository.commit(change)).toEqual({ ok: false, conflict: 'repeat' });
      await reopen();
      const other: Change = { writes: [put('draft', aDraft())], repeat };
      expect(await engine.repository.commit(other)).toEqual({ ok: false, conflict: 'repeat' });
      expect(await engine.repository.read('draft', personKey(SANNE))).toBeUndefined();
    });

    it('of two at the same moment lets one through', async () => {
      const answers = await Promise.all([
        engine.repository.commit({ ...count(1), repeat }),
        engine.repository.commit({ ...count(1), repeat }),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await figures()).toEqual(sums([OFFERED]));
    });

    it('is forgotten when its time has passed, not before', async () => {
      await engine.repository.commit({ writes: [], repeat });
      expect(await engine.repository.forgetExpired(NOW)).toBe(0);
      expect(await engine.repository.commit({ writes: [], repeat })).toMatchObject({ ok: false });
      expect(await engine.repository.forgetExpired(NOW.plus({ days: 1 }))).toBe(1);
      await reopen();
      expect(await engine.repository.commit({ writes: [], repeat })).toEqual({ ok: true });
    });
  });
}
