import { describe, expect, test } from 'vitest';
import { figureTables, type WorkbookFigures } from '../../cards/workbook/figureTables.js';
import type { Table } from '../../cards/workbook/table.js';
import { wordsIn } from '../../cards/words/words.js';
import type { EscalationState } from '../../data/case.js';
import { contributions } from '../../data/counting.js';
import type { Contribution } from '../../data/figureRows.js';
import { SINCE_START, type Period } from '../../data/periods.js';
import { statisticsOf } from '../../data/statistics.js';
import { aContext, anEscalatedCase, countsOf, MERYEM, utc } from '../builders.js';

const QUARTER: Period = { kind: 'quarter', quarter: '2026-K4' };
const WEEK: Period = { kind: 'week', week: '2026-W47' };
const closed: EscalationState = {
  ...{ status: 'closed', by: MERYEM, at: utc('2026-11-20T09:00') },
  ...{ outcome: 'postponed', contraception: 'planned' },
};
const CONTRIBUTED: Contribution[] = [
  ...contributions(anEscalatedCase({ state: closed })),
  { row: 'partner-contraception', period: '2026-11-12', n: 2 },
  { row: 'talks:municipality:opgeheven', period: '2026-11-12' },
];

function figures(period: Period, contributed = CONTRIBUTED): WorkbookFigures {
  const counts = countsOf(contributed, [period, WEEK]);
  const weeks = period.kind === 'week' ? [] : ([{ week: '2026-W47' }] as const);
  return {
    period,
    statistics: statisticsOf(counts, period),
    weeks: weeks.map(({ week }) => ({ week, statistics: statisticsOf(counts, WEEK) })),
  };
}

const tables = (period: Period, language: 'nl' | 'en' = 'nl') =>
  figureTables(aContext({ language, words: wordsIn(language) }), figures(period));
const titles = (all: readonly Table[]) => all.map(({ title }) => title);
const rowsOf = (all: readonly Table[], title: string) =>
  all.find((table) => table.title === title)?.rows ?? [];

describe('a quarter', () => {
  const all = tables(QUARTER);

  test('has a table for every split, the definitions last', () => {
    expect(titles(all)).toEqual([
      'Kerncijfers',
      'Per week',
      'Redenen',
      'Gemeenten',
      'Organisatietypen',
      'Domein',
      'Fase',
      'Uitkomsten',
      'Anticonceptie bij afronden',
      'Doorlooptijd',
      'Kosten en baten',
      'Definities',
    ]);
  });

  test('begins with the programme’s eight rows in its order', () => {
    expect(rowsOf(all, 'Kerncijfers').slice(0, 8)).toEqual([
      ['NNZ-casuïstieken door netwerkpartners', 1],
      ['Gerealiseerde anticonceptie via netwerkpartners', 2],
      ['Opgeschaalde casuïstiek naar IC', 1],
      ['Gerealiseerde anticonceptie opgeschaald', 0],
      ['Aangesloten ketenpartners', 0],
      ['Scholingen', 0],
      ['Geschoolde aandachtsfunctionarissen', 0],
      ['Intervisiebijeenkomsten', 0],
    ]);
  });

  test('says of what and when it is', () => {
    const said = rowsOf(all, 'Kerncijfers').flat();
    expect(said).toContain('Periode: Kwartaal 4 van 2026');
    expect(said).toContain('Dagen: 28 september 2026 tot en met 3 januari 2027');
    expect(said).toContain('Gemaakt op: 16 november 2026, 09:00');
  });

  test('names every municipality and reason, also without figures', () => {
    expect(rowsOf(all, 'Gemeenten')).toHaveLength(18 + 3 + 1);
    expect(rowsOf(all, 'Gemeenten')).toContainEqual(['Leiden', 'Ja', 1, 1]);
    expect(rowsOf(all, 'Gemeenten')).toContainEqual(['Gouda', 'Nee', 0, 0]);
    expect(rowsOf(all, 'Gemeenten')).toContainEqual(['opgeheven', 'Nee', 1, 0]);
    expect(rowsOf(all, 'Redenen')).toHaveLength(4);
  });

  test('has how long it took, and what is not known stays empty', () => {
    expect(rowsOf(all, 'Doorlooptijd')).toEqual([
      ['Van opschalen tot oppakken', 0, undefined, undefined],
      ['Van opschalen tot afronden', 1, 4, 4],
    ]);
  });

  test('never has the benefits without their three caveats', () => {
    const rows = rowsOf(all, 'Kosten en baten');
    expect(rows.slice(0, 3).every(([, amount]) => amount === undefined)).toBe(true);
    expect(rows.slice(-2).map(([, euros]) => euros)).toEqual([13_640, 104_140]);
  });
});

test('a week has totals only', () => {
  expect(titles(tables(WEEK))).toEqual(['Kerncijfers', 'Kosten en baten', 'Definities']);
});

test('what cannot be placed within some days is said', () => {
  const days: Period = { kind: 'days', from: '2026-11-10', until: '2026-11-15' };
  const erased: Contribution[] = [{ row: 'talks', period: '2026-W46', n: 3 }];
  const [first] = figureTables(aContext(), figures(days, erased));
  expect(first?.rows.flat()).toContain(
    'Niet te plaatsen binnen de periode (gewist): NNZ-casuïstieken door netwerkpartners',
  );
});

test('is there in English', () => {
  expect(titles(tables(SINCE_START, 'en'))[0]).toBe('Key figures');
});
