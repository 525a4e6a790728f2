import { describe, expect, it } from 'vitest';
import { copyKey } from '../../../data/copy.js';
import { personKey } from '../../../data/person.js';
import type { Write } from '../../../data/repository.js';
import { aCase, aDraft, anEscalatedCase, SANNE, TOM } from '../../builders.js';
import { put, remove, type Engine } from './engine.js';
import { CONSULT, DELIVERY, COPY } from './examples.js';

export function describeCopies(engine: Engine): void {
  const { store, reopen } = engine;

  describe('a message that tells of something', () => {
    const wiped = [{ kind: 'copy', key: copyKey(COPY) }];
    const share = (given: boolean) => {
      const { permissions } = aCase();
      return { permissions: { ...permissions, share: { ...permissions.record, given } } };
    };
    const settled = (version: number): Write =>
      put('delivery', { ...DELIVERY, version, settled: version });

    async function toDo(expected: unknown) {
      expect(await engine.repository.behind()).toEqual(expected);
      await reopen();
      expect(await engine.repository.behind()).toEqual(expected);
    }

    it('is to be wiped out when its case is gone', async () => {
      await store(put('case', aCase()), put('copy', COPY));
      await toDo([]);
      await store(remove('case', 'HM-7K3Q', 1));
      await toDo(wiped);
      await store(remove('copy', copyKey(COPY), 1));
      await toDo([]);
    });

    it('is to be wiped out when one of several cases is gone, until it tells of the other', async () => {
      const both = { ...COPY, tells: ['HM-7K3Q', 'HM-2222'] };
      await store(put('case', aCase()), put('case', aCase({ code: 'HM-2222' })));
      await store(put('copy', both), remove('case', 'HM-7K3Q', 1));
      await toDo(wiped);
      await store(put('copy', { ...both, version: 2, tells: ['HM-2222'] }));
      await toDo([]);
    });

    it('is to be wiped out when it comes after its case has gone', async () => {
      await store(put('copy', COPY));
      await toDo(wiped);
    });

    it('tells of a draft by its code, until the draft is thrown away', async () => {
      await store(put('draft', aDraft()), put('copy', COPY));
      await toDo([]);
      await store(remove('draft', personKey(SANNE), 1));
      await toDo(wiped);
    });

    it('tells of the draft that is left of two that go by one code', async () => {
      await store(put('draft', aDraft()), put('draft', aDraft({ person: TOM })));
      await store(put('copy', COPY), remove('draft', personKey(TOM), 1));
      await toDo([]);
    });

    it('goes on to tell of the case that a draft becomes', async () => {
      await store(put('draft', aDraft()), put('copy', COPY));
      await store(remove('draft', personKey(SANNE), 1), put('case', aCase()));
      await toDo([]);
    });

    it('of a request goes with the request', async () => {
      await store(put('consult', CONSULT), put('copy', { ...COPY, tells: [CONSULT.id] }));
      await store(put('delivery', { ...DELIVERY, subject: CONSULT.id }));
      await toDo([]);
      await store(remove('consult', CONSULT.id, 1));
      await toDo([...wiped, { kind: 'gone', key: CONSULT.id }]);
    });

    it('for coordinators is to be wiped out when the case is no longer shared', async () => {
      const theirs = { ...COPY, activityId: '2', needsSharing: true };
      await store(put('case', anEscalatedCase({}, share(true))), settled(1));
      await store(put('copy', COPY), put('copy', theirs));
      await toDo([]);
      await store(put('case', anEscalatedCase({}, { ...share(false), version: 2 })), settled(2));
      await toDo([{ kind: 'copy', key: copyKey(theirs) }]);
      await store(put('case', anEscalatedCase({}, { ...share(true), version: 3 })), settled(3));
      await toDo([]);
    });
  });
}
