import { describe, expect, it } from 'vitest';
import { personKey } from '../../../data/person.js';
import { aCase, aDraft, anEscalatedCase, aProfile, SANNE, utc } from '../../builders.js';
import { put, HERE, type Engine } from './engine.js';
import { OFFERED, EVERY_KIND, KINDS, codeNumber } from './examples.js';

export function describeChanges(engine: Engine): void {
  const { store, reopen, codes, figures } = engine;

  describe('a change', () => {
    it('with several writes is stored whole', async () => {
      await store(...KINDS.map((kind) => put(kind, EVERY_KIND[kind].first)));
      await reopen();
      for (const kind of KINDS) {
        expect(await engine.repository.read(kind, EVERY_KIND[kind].key)).toEqual(
          EVERY_KIND[kind].first,
        );
      }
    });

    it('is not stored at all when one of its writes conflicts', async () => {
      await store(put('profile', aProfile()));
      const answer = await engine.repository.commit({
        writes: [put('case', aCase()), put('draft', aDraft()), put('profile', aProfile())],
        counted: [{ region: HERE, contribution: OFFERED }],
        repeat: { key: 'click', expiresAt: utc('2026-11-17T09:00') },
      });
      expect(answer).toEqual({ ok: false, conflict: { kind: 'profile', key: personKey(SANNE) } });
      for (const time of ['at once', 'after reopening']) {
        if (time === 'after reopening') await reopen();
        expect(await engine.repository.read('case', 'HM-7K3Q'), time).toBeUndefined();
        expect(await engine.repository.read('draft', personKey(SANNE)), time).toBeUndefined();
        expect(await codes(), time).toEqual([]);
        expect(await figures(), time).toEqual({});
      }
      const repeat = { key: 'click', expiresAt: utc('2026-11-17T09:00') };
      expect(await engine.repository.commit({ writes: [], repeat })).toEqual({ ok: true });
    });

    it('that cannot be read back is refused, and changes nothing', async () => {
      const broken = { ...aCase(), openedAt: 'yesterday' };
      const writes = [put('profile', aProfile()), put('case', broken)];
      await expect(engine.repository.commit({ writes })).rejects.toThrow();
      await reopen();
      expect(await engine.repository.read('profile', personKey(SANNE))).toBeUndefined();
    });

    it('of fifty at the same moment on one version has one winner', async () => {
      await store(put('case', anEscalatedCase()));
      const attempts = Array.from({ length: 50 }, (_, n) =>
        engine.repository.commit({
          writes: [
            put('case', anEscalatedCase({ note: `attempt ${n}` }, { version: 2 })),
            put('profile', aProfile({ person: { ...SANNE, aadObjectId: `person-${n}` } })),
          ],
          counted: [{ region: HERE, contribution: OFFERED }],
        }),
      );
      const won = (await Promise.all(attempts)).flatMap(({ ok }, n) => (ok ? [n] : []));
      expect(won).toHaveLength(1);
      await reopen();
      const stored = await engine.repository.read('case', 'HM-7K3Q');
      expect(stored?.escalations[0]?.note).toBe(`attempt ${won[0] ?? ''}`);
      expect(await figures()).toMatchObject({ 'offered-not-wanted 2026-W47': 1 });
      const people = await Promise.all(
        attempts.map((_, n) => engine.repository.read('profile', `${SANNE.tenantId}/person-${n}`)),
      );
      expect(people.filter(Boolean)).toHaveLength(1);
    });

    it('is there after reopening when it was acknowledged, whatever ran beside it', async () => {
      const all = Array.from({ length: 200 }, (_, n) => aCase({ code: codeNumber(n) }));
      await Promise.all(all.map((one) => store(put('case', one))));
      await reopen();
      expect((await codes({ limit: 500 })).sort()).toEqual(all.map(({ code }) => code).sort());
    });
  });
}
