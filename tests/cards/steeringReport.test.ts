import { describe, expect, test } from 'vitest';
import { newsletterText } from '../../cards/steeringReport/newsletter.js';
import { reportTables } from '../../cards/steeringReport/reportTables.js';
import { wordsIn } from '../../cards/words/words.js';
import type { IssuedReport } from '../../data/steeringReport/record.js';
import type { Cell } from '../../data/suppression/cells.js';
import { aContext } from '../builders.js';
import { aReportPeriod, aSteeringReport } from '../data/steeringReportBuilder.js';

type Totals = Partial<IssuedReport['shown']['totals']>;

function withTotals(totals: Totals, parts: Partial<IssuedReport> = {}): IssuedReport {
  const report = aSteeringReport(parts);
  return { ...report, shown: { ...report.shown, totals: { ...report.shown.totals, ...totals } } };
}

const context = aContext();
const text = (report: IssuedReport, period = '2026-K3') =>
  newsletterText({ context, period: aReportPeriod(period), report });

describe('the text for a newsletter', () => {
  const shown = { talks: 57, escalations: 16, 'partner-contraception': 12 } as const;
  const register = {
    partners: { before: 10, done: 2 },
    trainings: { before: 25, done: 1 },
    'attention-officers': { before: 80, done: 0 },
    intervision: { before: 4, done: 3 },
  };

  test('tells what the report shows', () => {
    expect(text(withTotals(shown, { register }))).toBe(
      'In het derde kwartaal van 2026 spraken professionals in Hollands Midden (voorbeeld) in 57 casussen met cliënten over kinderwens, seksualiteit en anticonceptie. ' +
        'Er is 16 keer opgeschaald naar de inhoudelijk coördinator. ' +
        'Anticonceptie is gerealiseerd in 12 casussen via netwerkpartners. ' +
        'Zo’n gesprek is altijd vrijwillig. De cliënt kiest zelf. ' +
        'Er zijn 12 ketenpartners aangesloten. ' +
        'Het programma telde in deze periode 1 scholing en 3 intervisiebijeenkomsten.',
    );
  });

  test.each<Cell>(['below-ten', 'withheld', 'not-given'])('says nothing of what is %s', (cell) => {
    const said = text(
      withTotals({ talks: cell, escalations: cell, 'partner-contraception': cell }),
    );
    expect(said).toMatch(
      /^Professionals in Hollands Midden \(voorbeeld\) praten met cliënten over/,
    );
    expect(said).not.toMatch(/casussen|keer|gerealiseerd|minder dan|2026/);
  });

  test.each([
    ['2026-K1', 'In het eerste kwartaal van 2026'],
    ['2026-H2', 'In de tweede helft van 2026'],
    ['2026', 'In 2026'],
  ])('names %s within a sentence', (period, said) => {
    expect(text(withTotals(shown), period)).toContain(said);
  });
});

describe('the file', () => {
  const tables = reportTables({
    context,
    period: aReportPeriod('2026-K3'),
    report: aSteeringReport({
      participation: { ...aSteeringReport().participation, lisse: 'not-participating' },
      before: {
        talks: { n: 312, isComplete: true },
        'partner-contraception': { n: 120, isComplete: false },
        escalations: { n: 0, isComplete: false },
        'escalated-contraception': { n: 0, isComplete: true },
      },
    }),
  });
  const rowsOf = (title: string) => tables.find((table) => table.title === title)?.rows ?? [];

  test('has the programme’s eight rows with what was done before, the targets and what was done', () => {
    expect(rowsOf('Rapportage').slice(0, 5)).toEqual([
      ['NNZ-casuïstieken door netwerkpartners', 312, undefined, undefined, 57],
      [
        'Gerealiseerde anticonceptie via netwerkpartners',
        ...['ten minste 120', undefined, undefined, 12],
      ],
      ['Opgeschaalde casuïstiek naar IC', 'niet bekend', undefined, undefined, 16],
      ['Gerealiseerde anticonceptie opgeschaald', 0, undefined, undefined, 'minder dan 10'],
      ['Aangesloten ketenpartners', 0, 40, undefined, 0],
    ]);
    expect(rowsOf('Rapportage')).toHaveLength(8 + 1 + 4);
  });

  test('tells of each municipality whether it took part, as it was issued', () => {
    const rows = rowsOf('Opschalingen per gemeente');
    expect(rows).toContainEqual(['Lisse', 'Nee', 'minder dan 10']);
    expect(rows).toContainEqual(['Onbekend', undefined, 'minder dan 10']);
    expect(rows).toHaveLength(18 + 3 + 1);
    expect(rows).toContainEqual(['Leiden', 'Ja', 12]);
    expect(rows).toContainEqual(['Gouda', 'Nee', 'minder dan 10']);
    expect(rows.at(-1)).toEqual(['Totaal', undefined, 16]);
  });

  test('gives no total of reasons, which do not add up', () => {
    expect(rowsOf('Opschalingen per reden').map(([name]) => name)).not.toContain('Totaal');
  });

  test('explains every word that stands for a number', () => {
    const explained = rowsOf('Toelichting').map(([word]) => word);
    const { cells } = wordsIn('nl').steeringReport;
    expect(explained).toEqual(
      expect.arrayContaining([
        cells['below-ten'],
        cells.withheld,
        cells['not-given'],
        cells.unknown,
      ]),
    );
  });

  test('has names that fit on a sheet', () => {
    for (const language of ['nl', 'en'] as const)
      for (const title of Object.values(wordsIn(language).steeringReport.sheets))
        expect(title.length, title).toBeLessThanOrEqual(31);
  });
});
