import { describe, expect, test } from 'vitest';
import { figurePeriods, figuresCard, type FiguresView } from '../../cards/figuresCard.js';
import { figuresCasesCard } from '../../cards/figuresCasesCard.js';
import { figureChoices } from '../../cards/figuresChoices.js';
import { FIGURE_PAGES } from '../../cards/figuresParts.js';
import { count } from '../../cards/phrases.js';
import type { Card } from '../../cards/render.js';
import { wordsIn } from '../../cards/words/words.js';
import { contributions, quickContributions } from '../../data/counting.js';
import type { FigurePeriod } from '../../data/figurePeriods.js';
import { INDICATORS, remainderOf, SUB_ROWS, type Contribution } from '../../data/figureRows.js';
import { SINCE_START } from '../../data/periods.js';
import { LANGUAGES } from '../../data/region.js';
import { agesOf, statisticsOf } from '../../data/statistics.js';
import {
  aCase,
  aContext,
  anEscalatedCase,
  countsOf,
  HOLLANDS_MIDDEN,
  MERYEM,
  NOW,
  utc,
} from '../builders.js';
import { aQuickCount } from '../data/quickCountBuilder.js';
import { aRegion } from '../data/regionBuilder.js';
import { cardText } from '../playground/cardText.js';
import { nodesIn, nodesOf, type CardNode } from '../playground/cardTree.js';
import { buttonsOf, elementsOf, everyText, folded, inputsOf, opened } from './cardContent.js';
import { aView, everyRow } from './figureBuilder.js';

const context = aContext();
const WEEK: FigurePeriod = { kind: 'week', week: '2026-W47' };
const QUARTER: FigurePeriod = { kind: 'quarter', quarter: '2026-K4' };
const YEAR: FigurePeriod = { kind: 'year', year: 2026 };
const LONGER: FigurePeriod[] = [QUARTER, YEAR, SINCE_START];

const by = { by: MERYEM, at: utc('2026-11-16T08:30') };
const closed = { status: 'closed', ...by, outcome: 'postponed', contraception: 'planned' } as const;
const DATA = [
  anEscalatedCase({ reasons: ['finance', 'complex'], state: closed }),
  anEscalatedCase({ phase: 'during' }, { municipality: 'gouda' }),
  aCase({
    organisationType: 'gp',
    domain: 'medical',
    realisation: { on: '2026-11-12', recordedAt: utc('2026-11-12T09:00'), route: 'partner' },
  }),
].flatMap(contributions);
const ERASED = DATA.flatMap((one) => remainderOf(one) ?? []);

const cardOf = (data: readonly Contribution[], parts: Partial<FiguresView> = {}) =>
  figuresCard(context, aView(data, parts));
const textOf = (card: Card) => cardText(opened(card), 200);

/** The text of every row of every table, cells side by side. */
const rowsOf = (card: CardNode): string[][] =>
  elementsOf(card, 'TableRow').map(({ cells }) =>
    nodesIn(cells).map((cell) =>
      elementsOf(cell, 'TextBlock')
        .map(({ text }) => String(text))
        .join('\n'),
    ),
  );
/** Label and numbers of the first table. */
function rowOn(card: CardNode, label: string): string[] {
  const found = rowsOf(card).find(([first = '']) => first.split('\n')[0] === label);
  return found ?? [];
}

describe.each(LANGUAGES)('in %s', (language) => {
  const words = wordsIn(language);
  const reader = aContext({ language, words });
  const n = (number: number) => count(number, language);
  const titles = { ...words.figures.rows, ...words.figures.subRows };

  test.each([WEEK, ...LONGER])('the overview shows what was counted: %o', (period) => {
    const view = aView(everyRow(1001), { period });
    const card = figuresCard(reader, view);
    const { indicators, below } = statisticsOf(view.counts, period);
    for (const row of INDICATORS) {
      expect(rowOn(card, titles[row])[1], row).toBe(n(indicators[row]));
    }
    for (const row of [...SUB_ROWS, 'intervision-groups'] as const) {
      const shown = rowsOf(card).find(([label = '']) => label.replace(/^– /, '') === titles[row]);
      expect(shown?.[1], row).toBe(n(below[row]));
    }
  });

  test.each(LONGER)('the pages show what each row is made of: %o', (period) => {
    const view = aView(DATA, { period });
    const statistics = statisticsOf(view.counts, period);
    const page = (id: FiguresView['page']) => figuresCard(reader, { ...view, page: id });
    const { checklist, organisationTypes } = words;
    const escalations = rowsOf(page('escalations'));
    for (const [id, number] of Object.entries(statistics.reasons)) {
      const label = checklist.reasons[id as keyof typeof checklist.reasons];
      expect(escalations).toContainEqual([label, n(number)]);
    }
    for (const [id, number] of Object.entries(statistics.outcomes)) {
      const label = checklist.outcomes[id as keyof typeof checklist.outcomes];
      expect(escalations).toContainEqual([label, n(number)]);
    }
    const origin = rowsOf(page('origin'));
    for (const [id, split] of Object.entries(statistics.municipalities)) {
      const name = HOLLANDS_MIDDEN.municipalities.find((row) => row.id === id)?.name;
      expect(origin).toContainEqual([name, n(split.talks), n(split.escalations)]);
    }
    for (const [id, split] of Object.entries(statistics.organisationTypes)) {
      const name = organisationTypes[id as keyof typeof organisationTypes];
      expect(origin).toContainEqual([name, n(split.talks), n(split.escalations)]);
    }
  });
});

test('the programme’s eight rows stand first, in its order and words', () => {
  const labels = rowsOf(cardOf(DATA)).map(([label = '']) => label);
  const { rows } = context.words.figures;
  expect(labels.filter((label) => Object.values<string>(rows).includes(label))).toEqual(
    INDICATORS.map((row) => rows[row]),
  );
  expect(labels.slice(1, 6)).toEqual([
    'NNZ-casuïstieken door netwerkpartners',
    '– waarvan later opgeschaald',
    'Gerealiseerde anticonceptie via netwerkpartners',
    'Opgeschaalde casuïstiek naar IC',
    '– waarvan opnieuw opgeschaald',
  ]);
});

test.each([
  [WEEK, ['Telling', 'Week 47', '2026', 'Sinds start']],
  [QUARTER, ['Telling', 'K4', '2026', 'Sinds start']],
  [YEAR, ['Telling', '2026', 'Sinds start']],
  [SINCE_START, ['Telling', 'Sinds start']],
] as const)('%o stands beside its year and the start', (period, header) => {
  expect(rowsOf(cardOf(DATA, { period }))[0]).toEqual(header);
});

test('each column counts its own period', () => {
  const on = (period: string, n: number): Contribution => ({ row: 'talks', period, n });
  const data = [on('2026-11-16', 1), on('2026-03-02', 20), on('2021-03-02', 300)];
  const { talks } = context.words.figures.rows;
  expect(rowOn(cardOf(data), talks)).toEqual([talks, '1', '21', '321']);
  const quarter: FigurePeriod = { kind: 'quarter', quarter: '2026-K1' };
  expect(rowOn(cardOf(data, { period: quarter }), talks)).toEqual([talks, '20', '21', '321']);
});

describe('of a week', () => {
  test.each(FIGURE_PAGES)('nothing is broken down: asked for %s', (page) => {
    const text = JSON.stringify(cardOf(everyRow(), { period: WEEK, page: 'overview' }));
    const { checklist, organisationTypes } = context.words;
    const parts = [
      ...Object.values(checklist.reasons),
      ...Object.values(checklist.outcomes),
      ...Object.values(organisationTypes),
      ...HOLLANDS_MIDDEN.municipalities.map(({ name }) => name),
      context.words.workbook.sheets.costs,
    ];
    expect(parts.filter((part) => text.includes(`"${part}"`))).toEqual([]);
    const choices = figureChoices(context, {
      ...{ period: WEEK, page },
      counts: countsOf(everyRow(), figurePeriods(WEEK, NOW)),
    });
    expect(choices.filter(({ row }) => row.includes(':'))).toEqual([]);
  });

  test('there are no other pages to go to', () => {
    const titles = buttonsOf(cardOf(DATA)).map(({ title }) => title);
    expect(titles).toEqual(['Cijfers tonen', 'Naar week 46', 'Casuscodes']);
  });
});

describe('buttons', () => {
  const titles = (parts: Partial<FiguresView>) =>
    buttonsOf(cardOf(DATA, parts)).map(({ title }) => title);

  test('lead earlier, later, to the other pages and to the cases', () => {
    const summer: Contribution[] = [{ row: 'talks:municipality:leiden', period: '2026-08-12' }];
    const parts = { period: { kind: 'quarter', quarter: '2026-K3' }, page: 'origin' } as const;
    expect(buttonsOf(cardOf(summer, parts)).map(({ title }) => title)).toEqual([
      'Cijfers tonen',
      'Naar kwartaal 2',
      'Naar kwartaal 4',
      'Overzicht',
      'Opschalingen',
      'Casuscodes',
    ]);
  });

  test('of a project leader do not lead to codes', () => {
    expect(titles({ period: QUARTER, seesCodes: false })).not.toContain('Casuscodes');
  });

  test('do not lead before the start, nor after today', () => {
    expect(titles({ period: { kind: 'year', year: 2020 } })).not.toContain('Naar 2019');
    expect(titles({ period: { kind: 'year', year: 2020 } })).toContain('Naar 2021');
    expect(titles({ period: YEAR })).not.toContain('Naar 2027');
    expect(titles({ period: SINCE_START })).toEqual([
      'Cijfers tonen',
      'Opschalingen',
      'Herkomst',
      'Casuscodes',
    ]);
  });

  test('of who reads one region do not ask which', () => {
    const ids = (parts: Partial<FiguresView>) => inputsOf(cardOf(DATA, parts)).map(({ id }) => id);
    expect(ids({})).toEqual(['showKind']);
    const regions = [HOLLANDS_MIDDEN, aRegion({ id: 'haaglanden' })];
    expect(ids({ regions })).toEqual(['showKind', 'showRegion']);
  });
});

describe('an empty period', () => {
  const says = (parts: Partial<FiguresView>) => textOf(cardOf([], parts));

  test.each([WEEK, QUARTER, YEAR])('says so in one sentence: %o', (period) => {
    for (const page of FIGURE_PAGES) {
      expect(says({ period, page })).toContain('In deze periode is nog niets geteld.');
      expect(says({ period, page })).toContain('Deze periode loopt nog.');
    }
  });

  test('says of a period that is over that nothing was counted', () => {
    const text = says({ period: { kind: 'week', week: '2026-W46' } });
    expect(text).toContain('In deze periode is niets geteld.');
    expect(text).not.toContain('loopt nog');
  });

  test('leads to no cases, except those of open work', () => {
    const titles = (open: number) => {
      const work: Contribution[] = open === 0 ? [] : [{ row: 'now:open', period: 'now', n: open }];
      return buttonsOf(cardOf(work, { period: QUARTER, page: 'escalations' })).map(
        ({ title }) => title,
      );
    };
    expect(titles(0)).not.toContain('Casuscodes');
    expect(titles(1)).toContain('Casuscodes');
  });

  test('says since the start that nothing was counted yet', () => {
    expect(says({ period: SINCE_START })).toContain('Er is nog niets geteld.');
  });

  test('has no chart of nothing, and no broken row', () => {
    for (const page of FIGURE_PAGES) {
      const card = cardOf([], { period: QUARTER, page });
      expect([...nodesOf(card)].filter(({ type }) => /^Chart/.test(String(type)))).toEqual([]);
      expect(JSON.stringify(card)).not.toMatch(/NaN|Infinity/);
    }
  });

  test('still tells of open work', () => {
    const ages = agesOf([anEscalatedCase({ at: utc('2026-11-06T09:00') })], NOW);
    expect(rowsOf(cardOf([], { period: QUARTER, page: 'escalations', ages }))).toContainEqual([
      'Open, nog niet opgepakt',
      '1',
      '10',
      '10',
    ]);
  });
});

describe('where rows do not add up', () => {
  const origin = (data: readonly Contribution[]) =>
    textOf(cardOf(data, { period: QUARTER, page: 'origin' }));
  const escalations = (data: readonly Contribution[]) =>
    textOf(cardOf(data, { period: QUARTER, page: 'escalations' }));

  test('the card says that erased cases have no domain, phase, participation, result or time', () => {
    expect(origin(ERASED)).toContain('Gesprekken die niet in deze tabel staan: 3.');
    expect(origin(ERASED)).toContain('Opschalingen die niet in deze tabel staan: 2.');
    expect(origin(ERASED)).toContain('Van gewiste casussen blijft dit niet bewaard.');
    expect(escalations(ERASED)).toContain('Opschalingen die niet in deze tabel staan: 2.');
    expect(escalations(ERASED)).toContain(
      'Afgeronde opschalingen die niet in deze tabel staan: 1.',
    );
    expect(escalations(ERASED)).toContain('is de tijd niet bekend');
  });

  test('the card says that quick counts have no phase', () => {
    const text = origin([...DATA, ...quickContributions(aQuickCount({ talks: 5 }))]);
    expect(text).toContain('Gesprekken die niet in deze tabel staan: 5.');
    expect(text).toContain('Tellingen en geïmporteerde casussen hebben geen fase.');
    expect(text).not.toContain('Opschalingen die niet');
  });

  test('the card says that a case with two reasons counts with both', () => {
    expect(escalations(DATA)).toContain('twee redenen telt bij beide redenen mee');
  });

  test('and says nothing of it where they do', () => {
    expect(origin(DATA)).not.toContain('niet in deze tabel');
    expect(escalations(DATA)).not.toContain('niet in deze tabel');
  });
});

describe('municipalities', () => {
  const origin = (data: readonly Contribution[], period: FigurePeriod = QUARTER) =>
    textOf(cardOf(data, { period, page: 'origin' }));

  test('with numbers stand in a row, the others in one line', () => {
    const text = origin(DATA);
    expect(text).toMatch(/Leiden +2 +1/);
    expect(text).toMatch(/Gouda +1 +1/);
    expect(text).toContain('Zonder gesprekken en opschalingen: Alphen aan den Rijn, Hillegom');
  });

  test('participate or not as on the last day of the period', () => {
    const early = { row: 'talks:municipality:waddinxveen', period: '2021-03-04' } as const;
    const first: FigurePeriod = { kind: 'quarter', quarter: '2021-K1' };
    const parts = (period: FigurePeriod) => origin([early], period).split('Niet-deelnemende');
    const [inTime = '', later = ''] = parts(first);
    expect(inTime).not.toMatch(/Waddinxveen +1/);
    expect(later).toMatch(/Waddinxveen +1/);
    expect(parts(SINCE_START)[0]).toMatch(/Waddinxveen +1/);
  });

  test('that left the region file, and other places, keep their numbers', () => {
    const gone = { row: 'talks:municipality:oud-voorbeeld', period: '2026-11-12' } as const;
    const unknown = { row: 'talks:municipality:no-fixed-abode', period: '2026-11-12' } as const;
    const text = origin([gone, unknown]);
    expect(text).toMatch(/oud-voorbeeld +1/);
    expect(text).toMatch(/Geen vaste woonplaats +1/);
  });
});

describe('a digest', () => {
  const printed = (then: number | undefined): FiguresView['printed'] => {
    return ({ kind }, row) => (kind === 'week' && row === 'escalations' ? then : undefined);
  };
  const label = 'Opgeschaalde casuïstiek naar IC';
  const notes = (then: number | undefined) => {
    const rows = rowsOf(cardOf(DATA, { printed: printed(then) }));
    return rows.find(([first = '']) => first.startsWith(label))?.[0];
  };

  test('that printed something else stays to be read beside it', () => {
    expect(notes(1)).toBe(`${label}\nWeek 47: 2 (weekbericht: 1)`);
    expect(notes(0)).toBe(`${label}\nWeek 47: 2 (weekbericht: 0)`);
  });

  test.each([[2], [undefined]])('that printed the same, or none, is not told of: %s', (then) => {
    expect(notes(then)).toBe(label);
  });
});

describe('a target', () => {
  const target = { indicator: 'talks', year: 2026, n: 40 } as const;
  const note = (n: number, basis: 'since-start' | 'this-year') => {
    const progress = [{ target: { ...target, n, basis }, done: 12, year: 'running' as const }];
    return textOf(cardOf(DATA, { progress }));
  };

  test('stands under its row, with year, basis and how far it is', () => {
    expect(note(40, 'since-start')).toContain('Streefgetal 2026, sinds start: 12 van 40 (30%)');
    expect(note(48, 'this-year')).toContain('Streefgetal 2026, dit jaar: 12 van 48 (25%)');
  });

  test('of zero has no share', () => {
    expect(note(0, 'this-year')).toContain('Streefgetal 2026, dit jaar: 12 van 0');
    expect(note(0, 'this-year')).not.toMatch(/NaN|∞|Infinity/);
  });
});

describe('a chart', () => {
  const chartOn = (parts: Partial<FiguresView>, data: readonly Contribution[] = DATA) =>
    [...nodesOf(cardOf(data, parts))].find(({ type }) => String(type).startsWith('Chart.'));

  test.each([
    [1, 4],
    [4, 4],
    [5, 8],
  ])('of weeks with %i talks at most has an axis up to %i, in four whole steps', (n, yMax) => {
    const talks: Contribution[] = [{ row: 'talks', period: '2026-11-16', n }];
    expect(chartOn({}, talks)).toMatchObject({ type: 'Chart.VerticalBar.Grouped', yMax });
  });

  test('of reasons has the number beside each bar', () => {
    expect(chartOn({ period: QUARTER, page: 'escalations' })).toMatchObject({
      type: 'Chart.HorizontalBar',
      displayMode: 'AbsoluteNoAxis',
    });
  });
});

describe('costs and benefits', () => {
  const card = cardOf(DATA, { period: QUARTER });
  const lastFold = nodesIn(card.body)
    .filter((node) => elementsOf(node, 'Action.ToggleVisibility').length > 0)
    .at(-1);

  test('are the last thing told, and folded', () => {
    expect(everyText(lastFold)).toContain('Kosten en baten');
    expect(cardText(folded(card))).not.toContain('schatting');
  });

  test('come with three caveats, and a range', () => {
    const text = textOf(card);
    expect(text).toContain('Dit is een schatting.');
    expect(text).toContain('eerste levensjaar');
    expect(text).toContain('elke gerealiseerde anticonceptie telt als één voorkomen zwangerschap');
    expect(text.replaceAll('\u00a0', ' ')).toContain('Geschatte baten: € 6.820 tot € 52.070');
    expect(text.replaceAll('\u00a0', ' ')).toContain('€ 322');
  });

  test('are not estimated of nothing', () => {
    expect(textOf(cardOf([], { period: QUARTER }))).toContain('geen baten te schatten');
  });
});

describe('the cases behind a figure', () => {
  const choices = figureChoices(context, {
    ...{ period: QUARTER, page: 'overview' },
    counts: countsOf(DATA, figurePeriods(QUARTER, NOW)),
  });
  const choice = choices.find(({ row }) => row === 'talks');
  if (!choice) throw new Error('no talks');
  const card = (n: number, parts: Partial<Record<string, number>> = {}, row = choice.row) =>
    textOf(
      figuresCasesCard(context, {
        ...{ period: QUARTER, page: 'overview', choices },
        of: {
          choice: { ...choice, n, row },
          sources: {
            codes: ['HM-2222'],
            cases: 1,
            quickCounts: 0,
            register: 0,
            imported: 0,
            ...parts,
          },
          cases: [{ code: 'HM-2222', version: 1 }],
          first: 1,
        },
      }),
    );

  test('are told from quick counts, the programme, what was imported and what was erased', () => {
    const text = card(20, { quickCounts: 3, register: 2, imported: 4 });
    expect(text).toContain(
      'Uit casussen: 1 · uit tellingen: 3 · uit het programma: 2 · geïmporteerd: 4 · gewist: 10',
    );
  });

  test('are all there is when nothing else was counted', () => {
    expect(card(1)).toMatch(/Uit casussen: 1$/m);
    expect(card(1)).toMatch(/^1 casus. Kies een casus om die te openen.$/m);
  });

  test('are none where only was counted', () => {
    expect(card(3, { cases: 0 }, 'offered-not-wanted')).toContain('zonder casus geteld: 3');
  });

  test('can be chosen of every figure that counts something, and of no other', () => {
    const asked = figuresCasesCard(context, { period: QUARTER, page: 'overview', choices });
    const [field] = inputsOf(asked);
    const ids = nodesIn(field?.choices).map(({ value }) => value);
    expect(ids).toEqual(choices.filter(({ n }) => n > 0).map(({ row }) => row));
    expect(ids).toContain('partner-contraception');
    expect(ids).not.toContain('not-taken');
  });
});
