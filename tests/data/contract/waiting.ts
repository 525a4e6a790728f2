import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../data/delivery.js';
import { anEscalatedCase, MERYEM, SANNE, utc } from '../../builders.js';
import { ELSEWHERE, HERE, put, remove, type Engine } from './engine.js';
import { CONSULT, DELIVERY, closedBy } from './examples.js';

export function describeWaiting(engine: Engine): void {
  const { store, reopen, codes } = engine;

  describe('what waits for coordinators', () => {
    const bothTimes = async (check: () => Promise<void>) => {
      await check();
      await reopen();
      await check();
    };
    const since = utc('2026-11-16T08:00');
    const stuck = { attempts: 1, retryAt: since, why: 'HTTP 403', since };

    it('is what does not get through in their region, the longest first', async () => {
      const earlier = { ...stuck, since: utc('2026-11-16T07:00') };
      const later: Delivery = { ...DELIVERY, trouble: { channel: stuck } };
      const first: Delivery = { ...DELIVERY, subject: 'HM-2222', trouble: { notices: earlier } };
      const other: Delivery = { ...later, subject: 'EL-2222', region: ELSEWHERE };
      await store(put('delivery', later), put('delivery', first), put('delivery', other));
      await store(put('delivery', { ...DELIVERY, subject: 'HM-3333' }));
      const alike: Delivery[] = ['HM-9999', 'HM-4444'].map((subject) => ({ ...later, subject }));
      for (const one of alike) await store(put('delivery', one));
      await bothTimes(async () => {
        const found = await engine.repository.troubled(HERE);
        const asLong = [later, ...alike].sort((a, b) => (a.subject < b.subject ? -1 : 1));
        expect(found).toEqual([first, ...asLong]);
        expect(await engine.repository.troubled(ELSEWHERE)).toEqual([other]);
      });
      await store(put('delivery', { ...later, version: 2, trouble: {} }));
      for (const subject of ['HM-2222', 'HM-4444', 'HM-9999'])
        await store(remove('delivery', subject, 1));
      await bothTimes(async () => {
        expect(await engine.repository.troubled(HERE)).toEqual([]);
      });
    });

    it('is every call-back request that nobody took, the oldest first', async () => {
      const earlier = { ...CONSULT, id: 'OV-222222', at: utc('2026-11-16T07:00') };
      const other = { ...CONSULT, id: 'OV-333333', region: ELSEWHERE };
      await store(put('consult', CONSULT), put('consult', earlier), put('consult', other));
      await bothTimes(async () => {
        expect(await engine.repository.openConsults(HERE)).toEqual([earlier, CONSULT]);
        expect(await engine.repository.openConsults(ELSEWHERE)).toEqual([other]);
      });
      const state = { status: 'taken', by: MERYEM, at: CONSULT.at } as const;
      await store(put('consult', { ...CONSULT, version: 2, state }));
      await store(remove('consult', earlier.id, 1));
      await bothTimes(async () => {
        expect(await engine.repository.openConsults(HERE)).toEqual([]);
      });
    });

    it('is every case in which an answer is awaited to how it goes', async () => {
      const lane = { on: '2026-11-16', asks: 'professional', settled: false } as const;
      const followed = (parts: object, code: string, region = HERE) => {
        const lanes = { 'follow-up': { ...lane, ...parts } };
        return anEscalatedCase({ state: closedBy(MERYEM), lanes }, { code, region });
      };
      const answered = { at: since, by: SANNE, answer: 'other' } as const;
      const asked = followed({ askedAt: since }, 'HM-2222');
      await store(
        put('case', asked),
        put('case', followed({}, 'HM-3333')),
        put('case', followed({ askedAt: since, answered }, 'HM-4444')),
        put('case', followed({ askedAt: since, settled: true }, 'HM-5555')),
        put('case', followed({ askedAt: since }, 'EL-2222', ELSEWHERE)),
      );
      await bothTimes(async () => {
        expect(await codes({ awaited: true })).toEqual(['HM-2222']);
        expect(await codes({ awaited: true, statuses: ['closed'] })).toEqual(['HM-2222']);
        expect(await codes({ awaited: true, statuses: ['open'] })).toEqual([]);
      });
      await store(
        put('case', { ...followed({ askedAt: since, answered }, 'HM-2222'), version: 2 }),
      );
      await bothTimes(async () => {
        expect(await codes({ awaited: true })).toEqual([]);
      });
    });
  });
}
