import { beforeEach, describe, expect, it } from 'vitest';
import type { Case, Escalation } from '../../../data/case.js';
import type { CaseQuery } from '../../../data/repository.js';
import { aCase, anEscalatedCase, ANNEKE, MERYEM, SANNE, utc } from '../../builders.js';
import { ELSEWHERE, HERE, put, remove, type Engine } from './engine.js';
import { claimedBy, codeNumber } from './examples.js';

export function describeLists(engine: Engine): void {
  const { store, reopen, codes } = engine;

  describe('lists of cases', () => {
    const [oldest, open1, open2, held, theirs] = [
      aCase({ code: 'HM-2222', openedAt: utc('2026-09-30T23:59') }),
      anEscalatedCase({}, { code: 'HM-3333', openedAt: utc('2026-10-01T09:00') }),
      anEscalatedCase({}, { code: 'HM-4444', openedAt: utc('2026-11-01T09:00') }),
      anEscalatedCase(
        { state: claimedBy(MERYEM) },
        { code: 'HM-5555', openedAt: utc('2026-11-02T09:00'), professional: ANNEKE },
      ),
      anEscalatedCase(
        { state: claimedBy(MERYEM) },
        { code: 'EL-2222', region: ELSEWHERE, openedAt: utc('2026-11-03T09:00') },
      ),
    ] as const;

    beforeEach(() => store(...[held, oldest, theirs, open2, open1].map((one) => put('case', one))));

    it.each<[string, Partial<CaseQuery>, string[]]>([
      ['of the region, newest first', {}, ['HM-5555', 'HM-4444', 'HM-3333', 'HM-2222']],
      ['by status', { statuses: ['open'] }, ['HM-4444', 'HM-3333']],
      ['by another status', { statuses: ['claimed'] }, ['HM-5555']],
      ['by a status nobody has', { statuses: ['closed'] }, []],
      ['by professional', { professional: SANNE }, ['HM-4444', 'HM-3333', 'HM-2222']],
      ['by holder', { holder: MERYEM }, ['HM-5555']],
      ['by professional and status', { professional: ANNEKE, statuses: ['claimed'] }, ['HM-5555']],
      ['by professional and status, none', { professional: ANNEKE, statuses: ['open'] }, []],
      ['by holder and professional, none', { holder: MERYEM, professional: SANNE }, []],
      ['by several statuses', { statuses: ['open', 'claimed'] }, ['HM-5555', 'HM-4444', 'HM-3333']],
      ['never escalated', { statuses: ['none'] }, ['HM-2222']],
      ['by organisation', { organisation: 'jgz-voorbeeld', statuses: ['none'] }, ['HM-2222']],
      ['by an organisation without any', { organisation: 'nergens' }, []],
      ['opened before', { openedBefore: utc('2026-11-01T09:00') }, ['HM-3333', 'HM-2222']],
      [
        'opened before, by status',
        { openedBefore: utc('2026-11-01T09:01'), statuses: ['open'] },
        ['HM-4444', 'HM-3333'],
      ],
      ['of another region only', { region: ELSEWHERE, holder: MERYEM }, ['EL-2222']],
      ['of a region without any', { region: 'nergens' }, []],
    ])('%s', async (_, query, expected) => {
      expect(await codes(query)).toEqual(expected);
      await reopen();
      expect(await codes(query)).toEqual(expected);
    });

    it('follow changes', async () => {
      await store(put('case', changed(open1, claimedBy(ANNEKE))));
      expect(await codes({ statuses: ['open'] })).toEqual(['HM-4444']);
      expect(await codes({ statuses: ['claimed'] })).toEqual(['HM-5555', 'HM-3333']);
      expect(await codes({ holder: ANNEKE })).toEqual(['HM-3333']);
      await store(put('case', changed(held, { status: 'open' })));
      expect(await codes({ holder: MERYEM })).toEqual([]);
      expect(await codes({ statuses: ['open'] })).toEqual(['HM-5555', 'HM-4444']);
    });
  });

  describe('pages', () => {
    async function allPages(query: Partial<CaseQuery>, limit: number) {
      const pages: string[][] = [];
      for (let after: string | undefined; ;) {
        const page = await engine.repository.cases({
          region: HERE,
          limit,
          ...query,
          ...(after === undefined ? {} : { after }),
        });
        pages.push(page.cases.map(({ code }) => code));
        after = page.next;
        if (after === undefined) return pages;
      }
    }

    // Five were opened at the same moment: the order among them must not change between pages.
    const all = Array.from({ length: 12 }, (_, n) =>
      anEscalatedCase(
        {},
        {
          code: codeNumber(n),
          openedAt: utc(`2026-11-${String(n < 5 ? 10 : n + 6).padStart(2, '0')}T10:00`),
        },
      ),
    );
    beforeEach(() => store(...all.map((one) => put('case', one))));

    it.each([1, 3, 4, 5, 11, 12, 13])('of %i show every case once, in one order', async (limit) => {
      const whole = await codes({ statuses: ['open'] });
      expect(whole.slice(0, 7)).toEqual(
        all
          .slice(5)
          .map(({ code }) => code)
          .reverse(),
      );
      const pages = await allPages({ statuses: ['open'] }, limit);
      expect(pages.flat()).toEqual(whole);
      expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
      expect(pages.at(-1)?.length).toBeGreaterThan(0);
    });

    it('go on where they were when the last case of a page has left the list', async () => {
      const { cases, next } = await engine.repository.cases({ region: HERE, limit: 3 });
      const last = cases[2];
      if (!last || next === undefined) throw new Error('too few cases');
      await store(remove('case', last.code, 1));
      const rest = await codes({ after: next });
      expect(rest).toHaveLength(9);
      expect(rest).not.toContain(cases[1]?.code);
    });
  });
}

function changed(subject: Case, state: Escalation['state']): Case {
  const [escalation] = subject.escalations;
  if (!escalation) throw new Error('never escalated');
  return { ...subject, version: subject.version + 1, escalations: [{ ...escalation, state }] };
}
