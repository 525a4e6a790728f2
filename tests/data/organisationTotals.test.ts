import { describe, expect, it } from 'vitest';
import type { Case } from '../../data/case.js';
import { organisationTotals } from '../../data/organisationTotals.js';
import type { QuickCount } from '../../data/quickCount.js';
import { aCase, anEscalatedCase, aTalk, MERYEM, utc } from '../builders.js';
import { aQuickCount } from './quickCountBuilder.js';

const totalsOf = (cases: Case[], counts: QuickCount[] = []) =>
  organisationTotals(cases, counts, 2026);
const NOTHING = { thisYear: 0, lastYear: 0, sinceStart: 0 };
const ONCE = { thisYear: 1, lastYear: 0, sinceStart: 1 };

describe('the totals of an organisation', () => {
  it('are nought without cases and counts', () => {
    expect(Object.values(totalsOf([]))).toEqual(Array(5).fill(NOTHING));
  });

  it.each([
    // The ISO year decides: 2026 ends on 3 January 2027.
    ['2026-12-31', { thisYear: 1, lastYear: 0, sinceStart: 1 }],
    ['2027-01-03', { thisYear: 1, lastYear: 0, sinceStart: 1 }],
    ['2027-01-04', { thisYear: 0, lastYear: 0, sinceStart: 1 }],
    ['2025-12-29', { thisYear: 1, lastYear: 0, sinceStart: 1 }],
    ['2025-12-28', { thisYear: 0, lastYear: 1, sinceStart: 1 }],
    ['2024-12-30', { thisYear: 0, lastYear: 1, sinceStart: 1 }],
    ['2024-12-29', { thisYear: 0, lastYear: 0, sinceStart: 1 }],
  ])('put a talk on %s in its year', (on, totals) => {
    const { 'recorded-talks': talks } = totalsOf([aCase({ talks: [aTalk({ on })] })]);
    expect(talks).toEqual(totals);
  });

  it('keep talks recorded one by one and talks counted together apart', () => {
    const counts = [aQuickCount({ talks: 7, realised: 2 }), aQuickCount({ month: '2025-10' })];
    const totals = totalsOf([aCase(), aCase()], counts);
    expect(totals['recorded-talks']).toEqual({ thisYear: 2, lastYear: 0, sinceStart: 2 });
    // The second month is long over: it counts in its own last week.
    expect(totals['counted-talks']).toEqual({ thisYear: 7, lastYear: 3, sinceStart: 10 });
  });

  it('count the numbers that stand, not those that were replaced', () => {
    const corrected = aQuickCount({ version: 2 });
    const entered = [...corrected.entered, ...aQuickCount({ talks: 5, realised: 0 }).entered];
    const totals = totalsOf([], [{ ...corrected, entered }]);
    expect(totals['counted-talks'].thisYear).toBe(5);
    expect(totals['partner-contraception']).toEqual(NOTHING);
  });

  it('leave out an escalation that the coordinators did not take', () => {
    const declined = anEscalatedCase({
      state: { status: 'declined', by: MERYEM, at: utc('2026-11-16T09:00'), reason: '' },
    });
    expect(totalsOf([declined]).escalations).toEqual(NOTHING);
    expect(totalsOf([anEscalatedCase()]).escalations).toEqual(ONCE);
  });

  it.each(['partner', 'escalated'] as const)(
    'put contraception that was realised in the row of its route: %s',
    (route) => {
      const realisation = { on: '2026-11-10', recordedAt: utc('2026-11-16T08:00'), route };
      const totals = totalsOf([aCase({ realisation })], [aQuickCount({ realised: 2 })]);
      const own = route === 'partner' ? 1 : 0;
      expect(totals['partner-contraception'].thisYear).toBe(2 + own);
      expect(totals['escalated-contraception'].thisYear).toBe(1 - own);
    },
  );
});
