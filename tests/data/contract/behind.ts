import { describe, expect, it } from 'vitest';
import type { Escalation } from '../../../data/case.js';
import type { Consult } from '../../../data/consult.js';
import { aCase, anEscalatedCase, ANNEKE, CHAT, MERYEM, utc } from '../../builders.js';
import { put, remove, ELSEWHERE, type Engine } from './engine.js';
import { CONSULT, LINK, DELIVERY, claimedBy } from './examples.js';

export function describeBehind(engine: Engine): void {
  const { store, reopen } = engine;

  describe('what delivery is behind with', () => {
    it('is every escalated case and call-back request not shown completely', async () => {
      const later = anEscalatedCase({}, { code: 'HM-9999', openedAt: utc('2026-11-16T10:00') });
      const never = aCase({ code: 'HM-2222' });
      await store(put('case', later), put('consult', CONSULT), put('case', anEscalatedCase()));
      await store(put('case', never));
      const behind = [
        { kind: 'case', key: 'HM-7K3Q' },
        { kind: 'consult', key: CONSULT.id },
        { kind: 'case', key: 'HM-9999' },
      ];
      expect(await engine.repository.behind()).toEqual(behind);
      await reopen();
      expect(await engine.repository.behind()).toEqual(behind);
    });

    it('follows delivery records and new versions', async () => {
      await store(put('case', anEscalatedCase()), put('consult', CONSULT));
      await store(
        put('delivery', DELIVERY),
        put('delivery', { ...DELIVERY, subject: CONSULT.id, settled: 0 }),
      );
      expect(await engine.repository.behind()).toEqual([{ kind: 'consult', key: CONSULT.id }]);
      await store(put('case', anEscalatedCase({}, { version: 2 })));
      expect((await engine.repository.behind())[0]).toEqual({ kind: 'case', key: 'HM-7K3Q' });
      await store(put('delivery', { ...DELIVERY, version: 2, settled: 2 }));
      await store(remove('consult', CONSULT.id, 1));
      expect(await engine.repository.behind()).toEqual([{ kind: 'gone', key: CONSULT.id }]);
      await reopen();
      expect(await engine.repository.behind()).toEqual([{ kind: 'gone', key: CONSULT.id }]);
      await store(remove('delivery', CONSULT.id, 1));
      expect(await engine.repository.behind()).toEqual([]);
      await reopen();
      expect(await engine.repository.behind()).toEqual([]);
      await store(remove('delivery', 'HM-7K3Q', 2));
      expect(await engine.repository.behind()).toEqual([{ kind: 'case', key: 'HM-7K3Q' }]);
    });

    describe('once another channel is linked', () => {
      const channel = { ...CHAT, conversationId: '19:new@thread.tacv2' };
      const card = {
        channelId: CHAT.conversationId,
        ...{ conversationId: `${CHAT.conversationId};messageid=1`, activityId: '1', shown: 1 },
      };
      const behindWith = async () => (await engine.repository.behind()).map(({ key }) => key);

      it.each<[Escalation['state'], boolean]>([
        [{ status: 'open' }, true],
        [claimedBy(MERYEM), true],
        [{ status: 'withdrawn', why: 'mistake', at: CONSULT.at }, false],
      ])('holds a case in the former one that is still to be done: %j', async (state, moves) => {
        await store(put('link', LINK), put('case', anEscalatedCase({ state })));
        await store(put('delivery', { ...DELIVERY, card }));
        expect(await behindWith()).toEqual([]);
        await store(put('link', { ...LINK, version: 2, by: ANNEKE }));
        expect(await behindWith()).toEqual([]);
        await store(put('link', { ...LINK, version: 3, channel }));
        expect(await behindWith()).toEqual(moves ? ['HM-7K3Q'] : []);
        await reopen();
        expect(await behindWith()).toEqual(moves ? ['HM-7K3Q'] : []);
        const moved = { ...card, channelId: channel.conversationId };
        await store(put('delivery', { ...DELIVERY, version: 2, card: moved }));
        expect(await behindWith()).toEqual([]);
      });

      it.each<[Consult['state'], boolean]>([
        [{ status: 'open' }, true],
        [{ status: 'taken', by: MERYEM, at: CONSULT.at }, false],
      ])('holds a call-back request that nobody took: %j', async (state, moves) => {
        const shown = { ...DELIVERY, subject: CONSULT.id, card };
        await store(put('link', LINK), put('consult', { ...CONSULT, state }));
        await store(put('delivery', shown));
        expect(await behindWith()).toEqual([]);
        await store(put('link', { ...LINK, version: 2, channel }));
        expect(await behindWith()).toEqual(moves ? [CONSULT.id] : []);
      });

      it('leaves alone what another region shows, and what has no card', async () => {
        const other = anEscalatedCase({}, { code: 'EL-2222', region: ELSEWHERE });
        const bare = anEscalatedCase({}, { code: 'HM-3333' });
        await store(put('link', LINK), put('link', { ...LINK, region: ELSEWHERE }));
        await store(put('case', other), put('case', bare));
        await store(put('delivery', { ...DELIVERY, subject: 'EL-2222', region: ELSEWHERE, card }));
        await store(put('delivery', { ...DELIVERY, subject: 'HM-3333' }));
        await store(put('link', { ...LINK, version: 2, channel }));
        expect(await behindWith()).toEqual([]);
      });
    });
  });
}
