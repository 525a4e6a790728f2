import { describe, expect, test } from 'vitest';
import { budgetOf, budgetYear, payerOf } from '../../data/budget.js';
import type { Case, Escalation } from '../../data/case.js';
import { contributions } from '../../data/counting.js';
import { remains } from '../../data/erase.js';
import type { Lanes } from '../../data/lanes.js';
import { anEscalatedCase, at, countsOf, HOLLANDS_MIDDEN, MERYEM, NOW, utc } from '../builders.js';

type Finance = NonNullable<Lanes['finance']>;

const aLane = (parts: Partial<Finance> = {}): Finance => ({
  askedCents: 15_000,
  grantedCents: 12_550,
  chargedTo: 'leiden',
  year: 2026,
  settled: false,
  ...parts,
});
const charged = (lane: Partial<Finance> = {}, parts: Partial<Escalation> = {}): Case =>
  anEscalatedCase({ lanes: { finance: aLane(lane) }, ...parts });

const money = (subject: Case) =>
  contributions(subject)
    .filter(({ row }) => row.startsWith('finance-'))
    .map(({ row, period, n }) => `${row} ${period} ${n ?? 1}`);

const YEARS = [2024, 2026].map((year) => ({ kind: 'calendar-year', year }) as const);
const leiden = (...cases: Case[]) =>
  budgetOf(HOLLANDS_MIDDEN, countsOf(cases.flatMap(contributions), YEARS), 'leiden', 2026);

const MISTAKE = { status: 'withdrawn', at: utc('2026-11-17T09:00'), why: 'mistake' } as const;
const STOPS = { ...MISTAKE, why: 'client-stops' } as const;
const DECLINED = { status: 'declined', by: MERYEM, at: MISTAKE.at, reason: 'dubbel' } as const;

describe('the money of a case', () => {
  test('counts in cents for the municipality that pays, in the year of its budget', () => {
    expect(money(charged())).toEqual([
      'finance-asked:leiden 2026 15000',
      'finance-granted:leiden 2026 12550',
    ]);
    expect(money(charged({ chargedTo: 'gouda', year: 2025 }))).toEqual([
      'finance-asked:gouda 2025 15000',
      'finance-granted:gouda 2025 12550',
    ]);
  });

  test.each<[string, Case, string[]]>([
    ['nothing granted yet', charged({ grantedCents: undefined }), ['asked']],
    ['granted nothing', charged({ grantedCents: 0 }), ['asked']],
    ['no payer', charged({ chargedTo: undefined }), []],
    ['no lane', anEscalatedCase(), []],
    ['a mistake', charged({}, { state: MISTAKE }), []],
    [
      'a mistake that had been paid',
      charged({ declaration: 'paid' }, { state: MISTAKE }),
      ['both'],
    ],
    ['declined', charged({}, { state: DECLINED }), []],
    ['a client who stops', charged({}, { state: STOPS }), ['both']],
  ])('%s', (_, subject, expected) => {
    const both = ['finance-asked:leiden 2026 15000', 'finance-granted:leiden 2026 12550'];
    const asked = both.slice(0, 1);
    expect(money(subject)).toEqual(expected.flatMap((what) => (what === 'both' ? both : asked)));
  });

  test('stays when the case is erased', () => {
    const kept = remains(charged()).filter(({ row }) => row.startsWith('finance-'));
    expect(kept).toEqual([
      { row: 'finance-asked:leiden', period: '2026', n: 15_000 },
      { row: 'finance-granted:leiden', period: '2026', n: 12_550 },
    ]);
  });
});

describe('a budget', () => {
  test('adds up what was asked and granted in all cases', () => {
    expect(leiden(charged(), charged({ askedCents: 450, grantedCents: 400 }))).toEqual({
      municipality: 'leiden',
      year: 2026,
      budget: 500_000,
      asked: 15_450,
      granted: 12_950,
      left: 487_050,
    });
  });

  test('knows nothing of another municipality or another year', () => {
    const others = [charged({ chargedTo: 'alphen-aan-den-rijn' }), charged({ year: 2027 })];
    expect(leiden(...others)).toMatchObject({ asked: 0, granted: 0, left: 500_000 });
  });

  test.each([
    [500_000, 0],
    [500_001, -1],
  ])('of which %i cents were granted has %i left', (grantedCents, left) => {
    expect(leiden(charged({ grantedCents }))?.left).toBe(left);
  });

  test.each([
    ['leiden', 2024],
    ['gouda', 2026],
    ['unknown', 2026],
  ])('there is none for %s in %i', (municipality, year) => {
    expect(budgetOf(HOLLANDS_MIDDEN, countsOf([], YEARS), municipality, year)).toBeUndefined();
  });
});

describe('the budget a case is about', () => {
  const of = (subject: Case) => {
    const payer = payerOf(subject, NOW);
    return payer && { municipality: payer.municipality, year: payer.period.year };
  };

  test('is that of the municipality it is charged to, in the year it was charged', () => {
    const lane = { chargedTo: 'alphen-aan-den-rijn', year: 2027 };
    expect(of(charged(lane))).toMatchObject({ municipality: 'alphen-aan-den-rijn', year: 2027 });
  });

  test('is that of the client’s municipality this year as long as nothing is recorded', () => {
    expect(of(anEscalatedCase())).toMatchObject({ municipality: 'leiden', year: 2026 });
  });

  test('is none when no money is asked', () => {
    expect(of(anEscalatedCase({ reasons: ['complex'] }))).toBeUndefined();
  });
});

test.each([
  ['2026-12-31T23:59', 2026],
  ['2027-01-01T00:00', 2027],
])('on the Dutch clock %s is in the budget of %i', (moment, year) => {
  expect(budgetYear(at(moment).toUTC())).toBe(year);
});
