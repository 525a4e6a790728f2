import { describe, expect, it, test } from 'vitest';
import type { Indicator } from '../../data/figureRows.js';
import type { PartnerStanding } from '../../data/register.js';
import { periodKey } from '../../data/periods.js';
import { notReported } from '../../data/steeringReport/before.js';
import { readReportPeriod, reportPeriods } from '../../data/steeringReport/periods.js';
import { at, HOLLANDS_MIDDEN } from '../builders.js';
import { anEntry, aPartner, aTarget, aTotal, aTraining } from './registerBuilder.js';
import { aRegion } from './regionBuilder.js';
import {
  countedIn,
  issuedInTurn,
  newReport,
  prepared,
  THIRD_QUARTER,
} from './steeringReportBuilder.js';

describe('the periods to report on', () => {
  const offered = (...[region, moment]: [string, string]) =>
    reportPeriods(aRegion({ startedIn: region }), at(moment)).map(periodKey);

  it('have ended, the latest first; of the years before the last only whole ones', () => {
    expect(offered('2024-02', '2026-11-16T09:00')).toEqual([
      ...['2026-K3', '2026-K2', '2026-H1', '2026-K1'],
      ...['2025-K4', '2025-H2', '2025', '2025-K3', '2025-K2', '2025-H1', '2025-K1', '2024'],
    ]);
  });

  it('do not come before the programme', () => {
    expect(offered('2026-04', '2026-11-16T09:00')).toEqual(['2026-K3', '2026-K2', '2026-H1']);
    expect(offered('2026-10', '2026-11-16T09:00')).toEqual([]);
  });

  test('a year with 53 weeks ends with its last Sunday', () => {
    expect(offered('2026-10', '2027-01-03T23:59')).toEqual([]);
    expect(offered('2026-10', '2027-01-04T00:00')).toEqual(['2026-K4', '2026-H2', '2026']);
  });

  it.each(['2026-W46', '2026-K5', '2026-H3', 'sinds start', ''])('are never “%s”', (text) => {
    expect(readReportPeriod(text)).toBeUndefined();
  });
});

describe('a report', () => {
  it('shows what is large enough, and hides what would tell of a few', () => {
    const { totals, breakdowns } = newReport('2026-K3').shown;
    expect(totals).toEqual({
      talks: 57,
      'partner-contraception': 12,
      escalations: 16,
      'escalated-contraception': 'below-ten',
      closed: 12,
    });
    expect(breakdowns['talks:municipality']).toMatchObject({ gouda: 'below-ten' });
    expect(breakdowns.reason).toMatchObject({ finance: 12, complex: 'below-ten' });
  });

  it('has a row for everything that could have been counted', () => {
    const { breakdowns } = newReport('2026-K3').shown;
    const rows = Object.values(breakdowns).map((cells) => Object.keys(cells).length);
    expect(rows).toEqual([18 + 3, 18 + 3, 19, 4, 7]);
  });

  it('tells of the register whatever the number, before the period and in it', () => {
    const entries = [
      anEntry(aTotal({ until: '2026-06-28' })),
      anEntry(aTraining({ on: '2026-06-29' })),
      anEntry(aTraining({ on: '2026-09-27' })),
      anEntry(aTraining({ on: '2026-09-28' })),
    ];
    const { register } = newReport('2026-K3', { entries });
    expect(register.trainings).toEqual({ before: 25, done: 2 });
    expect(register.partners).toEqual({ before: 0, done: 0 });
  });

  it('tells of partners as they stood on the last day of the period', () => {
    const partner = (id: string, ...standings: PartnerStanding[]) =>
      anEntry(aPartner({ name: id, standings }), { id: `RG-2222${id}` });
    const joined = (since: string) => ({ status: 'joined', since }) as const;
    const entries = [
      partner('AA', joined('2026-06-28')),
      partner('BB', joined('2026-07-01')),
      partner('CC', joined('2024-01-10'), { status: 'declined', since: '2026-09-28' }),
      partner('DD', joined('2024-01-10'), { status: 'declined', since: '2026-09-27' }),
      partner('EE', { status: 'pledged', since: '2026-07-01' }, joined('2026-09-28')),
    ];
    expect(newReport('2026-K3', { entries }).register.partners).toEqual({ before: 2, done: 1 });
  });

  it('says who took part on its last day', () => {
    const participating = (until: string) => {
      const region = aRegion({
        municipalities: [
          { id: 'leiden', name: 'Leiden', participatesFrom: '2026-10', budgets: [] },
        ],
      });
      return newReport(until, { region, now: at('2027-02-01T09:00') }).participation;
    };
    expect(participating('2026-K3')).toMatchObject({ leiden: 'not-participating' });
    expect(participating('2026-K4')).toMatchObject({ leiden: 'participating', unknown: 'unknown' });
  });

  it('gives no row to a municipality that left the region file: it would tell that it is not zero', () => {
    const contributed = [
      ...THIRD_QUARTER,
      ...countedIn('2026-K3', { talks: 11, 'talks:municipality:opgeheven': 11 }),
    ];
    const rows = newReport('2026-K3', { contributed }).shown.breakdowns['talks:municipality'];
    expect(rows).not.toHaveProperty('opgeheven');
    expect(rows).toMatchObject({ unknown: 11 });
    expect(Object.keys(rows)).toHaveLength(18 + 3);
  });

  it('has the targets of its year on either basis', () => {
    const target = (year: number, basis: 'since-start' | 'this-year', indicator: Indicator) =>
      anEntry(aTarget({ year, basis, indicator, n: 40 }), { id: `RG-2222${indicator[0]}` });
    const entries = [
      target(2026, 'this-year', 'talks'),
      target(2026, 'since-start', 'partners'),
      target(2027, 'this-year', 'escalations'),
    ];
    expect(newReport('2026-K3', { entries }).targets).toEqual([
      { indicator: 'talks', basis: 'this-year', n: 40 },
      { indicator: 'partners', basis: 'since-start', n: 40 },
    ]);
  });

  it('waits until its period has ended', () => {
    expect(prepared('2026-K4').kind).toBe('not-ended');
    expect(prepared('2026-K4', { now: at('2027-01-03T23:59') }).kind).toBe('not-ended');
    expect(prepared('2026-K4', { now: at('2027-01-04T00:00') }).kind).toBe('new');
  });
});

describe('once issued', () => {
  const late = countedIn('2026-K3', { talks: 20, 'talks:municipality:leiden': 20 });

  it('stays as it is, whatever is entered late', () => {
    const issued = issuedInTurn(['2026-K3']);
    const again = prepared('2026-K3', { issued, contributed: [...THIRD_QUARTER, ...late] });
    expect(again).toEqual({ kind: 'issued', report: issued[0]?.reports[0] });
  });

  it('decides what a longer report says of its quarter', () => {
    const now = at('2027-02-01T09:00');
    const fourth = countedIn('2026-K4', { talks: 30, 'talks:municipality:leiden': 30 });
    const issued = issuedInTurn(['2026-K3'], { now });
    const contributed = [...THIRD_QUARTER, ...late, ...fourth];
    const half = newReport('2026-H2', { issued, now, contributed });
    expect(half.shown.totals.talks).toBe(57 + 30);
  });

  it('stands beside the other reports of its year, in the order of issuing', () => {
    const [reports, ...others] = issuedInTurn(['2026-K3', '2026-K1', '2026-H1']);
    expect(others).toEqual([]);
    expect(reports?.version).toBe(3);
    expect(reports?.reports.map(({ quarters }) => quarters)).toEqual([
      ['2026-K3'],
      ['2026-K1'],
      ['2026-K1', '2026-K2'],
    ]);
  });
});

describe('done before', () => {
  const YEARS = [2020, 2021, 2022, 2023, 2024, 2025];
  const contributed = [
    ...YEARS.flatMap((year) => talks(`${year}`, 20)),
    ...talks('2026-K1', 12),
    ...talks('2026-K2', 5),
    ...talks('2026-K3', 57),
  ];
  const before = (texts: readonly string[]) =>
    newReport('2026-K3', { contributed, issued: issuedInTurn(texts, { contributed }) }).before
      .talks;
  const years = YEARS.map(String);

  it.each([
    ['nothing was reported', [], { n: 0, isComplete: false }],
    ['everything was', [...years, '2026-H1'], { n: 137, isComplete: true }],
    ['a year is missing', [...years.slice(1), '2026-H1'], { n: 117, isComplete: false }],
    [
      'a quarter was too small to show',
      [...years, '2026-K1', '2026-K2'],
      { n: 132, isComplete: false },
    ],
    [
      'a longer report holds what a quarter hid',
      [...years, '2026-K2', '2026-H1'],
      { n: 137, isComplete: true },
    ],
    [
      'reports overlap: nothing counts twice',
      [...years, '2026-H1', '2025-K1'],
      { n: 137, isComplete: true },
    ],
  ])('adds up what earlier reports showed when %s', (_, texts, expected) => {
    expect(before(texts)).toEqual(expected);
  });

  it('leaves out what was reported of later', () => {
    const issued = issuedInTurn(['2026-K3'], { contributed });
    expect(newReport('2026-K1', { contributed, issued }).before.talks).toEqual({
      n: 0,
      isComplete: false,
    });
  });

  it('begins with the quarter in which the programme did', () => {
    const region = aRegion({ startedIn: '2023-01' });
    const [issued, before] = ['2023', '2024-K1'];
    const counted = [...talks('2023', 160), ...talks('2024-K1', 12)];
    const asked = { region, contributed: counted };
    expect(newReport(issued, asked).before.talks).toEqual({ n: 0, isComplete: true });
    const reports = issuedInTurn([issued], asked);
    expect(newReport(before, { ...asked, issued: reports }).before.talks).toEqual({
      n: 160,
      isComplete: true,
    });
  });

  test('on what there is no report yet is named, whatever the others showed', () => {
    const issued = issuedInTurn([...years, '2026-K2'], { contributed });
    const reports = issued.flatMap((one) => one.reports);
    expect(notReported(HOLLANDS_MIDDEN, '2026-K3', reports)).toEqual(['2026-K1']);
  });

  function talks(text: string, n: number) {
    return countedIn(text, { talks: n, 'talks:municipality:leiden': n });
  }
});
