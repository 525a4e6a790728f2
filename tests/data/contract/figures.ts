import { describe, expect, it } from 'vitest';
import { quickContributions } from '../../../data/counting.js';
import type { Remainder } from '../../../data/figureRows.js';
import { quickCountKey } from '../../../data/quickCount.js';
import { registerContributions } from '../../../data/register.js';
import { aCase, anEscalatedCase, MERYEM, utc } from '../../builders.js';
import { anEntry, aTraining } from '../registerBuilder.js';
import { ELSEWHERE, HERE, put, remove, type Engine } from './engine.js';
import { OFFERED, EVERY_KIND, claimedBy, count, sums, total } from './examples.js';

export function describeFigures(engine: Engine): void {
  const { store, reopen, figures } = engine;

  describe('figures', () => {
    it('add up what hangs on no record, per region, and survive reopening', async () => {
      await engine.repository.commit(count(2));
      await engine.repository.commit({
        writes: [],
        counted: [{ region: ELSEWHERE, contribution: OFFERED }],
      });
      await reopen();
      await engine.repository.commit(count(1));
      const offered = (n: number) => ({ ...OFFERED, n });
      expect(await figures()).toEqual(sums([offered(3)]));
      expect(await figures()).toMatchObject({ 'offered-not-wanted 2026-W47': 3 });
      expect(await figures(ELSEWHERE)).toEqual(sums([offered(1)]));
      expect(await figures('nergens')).toEqual({});
    });

    it('add up amounts, and keep those of a case that was erased', async () => {
      const finance = { grantedCents: 12_550, chargedTo: 'leiden', year: 2026, settled: true };
      await store(put('case', anEscalatedCase({ lanes: { finance } })));
      const granted = async () => (await figures())['finance-granted:leiden calendar 2026'];
      expect(await granted()).toBe(12_550);
      const counted = [{ region: HERE, contribution: amount(12_550) }];
      await engine.repository.commit({ writes: [remove('case', 'HM-7K3Q', 1)], counted });
      await reopen();
      expect(await granted()).toBe(12_550);
      await engine.repository.commit({
        writes: [],
        counted: [{ region: HERE, contribution: amount(450) }],
      });
      await reopen();
      expect(await granted()).toBe(13_000);
    });

    it('follow a case through its changes', async () => {
      const stages = [
        aCase(),
        anEscalatedCase({}, { version: 2 }),
        anEscalatedCase({ state: claimedBy(MERYEM) }, { version: 3 }),
        anEscalatedCase(
          { state: { status: 'declined', by: MERYEM, at: utc('2026-11-16T09:00'), reason: '-' } },
          { version: 4 },
        ),
      ];
      for (const stage of stages) {
        await store(put('case', stage));
        expect(await figures()).toEqual(total([stage]));
        await reopen();
        expect(await figures()).toEqual(total([stage]));
      }
    });

    it('are those of all cases of the region together', async () => {
      const all = [
        aCase({ code: 'HM-2222' }),
        anEscalatedCase({}, { code: 'HM-3333' }),
        anEscalatedCase({ state: claimedBy(MERYEM) }, { code: 'HM-4444' }),
      ];
      await store(...all.map((one) => put('case', one)));
      await store(put('case', aCase({ code: 'EL-2222', region: ELSEWHERE })));
      expect(await figures()).toEqual(total(all));
    });
  });

  it('of a quick count are those that were entered last, and go with it', async () => {
    const { first, second } = EVERY_KIND['quick-count'];
    await store(put('quick-count', first));
    expect(await figures()).toEqual(sums(quickContributions(first)));
    expect(await figures()).toMatchObject({
      'talks 2026-W42': 3,
      'partner-contraception 2026-W42': 2,
    });
    await store(put('quick-count', second));
    await reopen();
    expect(await figures()).toEqual(sums(quickContributions(second)));
    expect(await figures()).toMatchObject({
      'talks 2026-W42': 4,
      'partner-contraception 2026-W42': 1,
    });
    await store(remove('quick-count', quickCountKey(first), 2));
    expect(await figures()).toEqual({});
  });

  it('of a register entry are those of what it says now, and go with its removal', async () => {
    const { first, second } = EVERY_KIND.register;
    await store(put('register', first));
    expect(await figures()).toEqual(sums(registerContributions(first)));
    expect(await figures()).toMatchObject({ 'partners since-start': 1 });
    const period = { kind: 'quarter', quarter: '2026-K4' } as const;
    const sources = { codes: [], cases: 0, quickCounts: 0, imported: 0, register: 1 };
    expect(await engine.repository.sourcesOf(HERE, 'partners', period)).toEqual(sources);
    await reopen();
    expect(await figures()).toMatchObject({ 'partners since-start': 1 });
    await store(put('register', second));
    expect(await figures()).toEqual({});
    await reopen();
    expect(await figures()).toEqual({});
  });

  it('lists the register of one region, removed entries too', async () => {
    const { first } = EVERY_KIND.register;
    const removed = anEntry(aTraining(), {
      id: 'RG-2222ZZ',
      history: [...first.history, { kind: 'removed', by: MERYEM, at: utc('2026-11-16T08:40') }],
    });
    const elsewhere = { ...first, id: 'RG-2222BB', region: ELSEWHERE };
    for (const one of [removed, elsewhere, first]) await store(put('register', one));
    expect(await engine.repository.register(HERE)).toEqual([first, removed]);
    await reopen();
    expect(await engine.repository.register(HERE)).toEqual([first, removed]);
    expect(await engine.repository.register(ELSEWHERE)).toEqual([elsewhere]);
    expect(await engine.repository.register('nergens')).toEqual([]);
    expect(await figures()).toEqual(sums(registerContributions(first)));
  });

  it('lists the quick counts of one organisation, newest month first', async () => {
    const { first } = EVERY_KIND['quick-count'];
    const newer = { ...first, month: '2026-11' };
    const others = [
      { ...first, organisation: 'huisarts-voorbeeld' },
      { ...first, region: ELSEWHERE },
    ];
    for (const one of [first, newer, ...others]) await store(put('quick-count', one));
    const of = { region: HERE, organisation: 'jgz-voorbeeld' };
    expect(await engine.repository.quickCounts(of)).toEqual([newer, first]);
    await reopen();
    expect(await engine.repository.quickCounts(of)).toEqual([newer, first]);
  });
}

const amount = (n: number): Remainder => ({
  row: 'finance-granted:leiden',
  period: '2026',
  n,
});
