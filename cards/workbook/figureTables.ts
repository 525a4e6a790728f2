import { ELSEWHERE } from '../../data/checklist.js';
import { INDICATORS, BELOW_ROWS, type Indicator } from '../../data/figureRows.js';
import type { Period } from '../../data/periods.js';
import { participation } from '../../data/region.js';
import {
  COST_PER_PARTICIPANT,
  COST_PER_POSTPONING,
  type Durations,
  type Split,
  type Statistics,
} from '../../data/statistics.js';
import type { Week } from '../../data/weeks.js';
import { municipalityName, type CardContext } from '../context.js';
import { periodDays, periodText } from '../periodText.js';
import { longMoment } from '../phrases.js';
import { inEuros, number, text, type Table } from './table.js';

/** The figures of one period, and of each of its weeks unless it is itself a week. */
export interface WorkbookFigures {
  period: Period;
  statistics: Statistics;
  weeks: { week: Week; statistics: Statistics }[];
}

/** A sheet a table, the programme's eight rows first and the definitions last; a week has totals only. */
export function figureTables(context: CardContext, figures: WorkbookFigures): Table[] {
  const { statistics, period, weeks } = figures;
  return [
    indicatorTable(context, figures),
    ...(weeks.length > 0 ? [weekTable(context, figures)] : []),
    ...(period.kind === 'week' ? [] : splitTables(context, statistics)),
    costTable(context, statistics),
    definitionTable(context),
  ];
}

/** The same without the definitions, and with what is kept out of a week: for whoever runs the server. */
export function unabridgedTables(
  context: CardContext,
  period: Period,
  statistics: Statistics,
): Table[] {
  return [
    indicatorTable(context, { period, statistics, weeks: [] }),
    ...splitTables(context, statistics),
    costTable(context, statistics),
  ];
}

function indicatorTable(context: CardContext, { period, statistics }: WorkbookFigures): Table {
  const { words, region, language, now } = context;
  const { sheets, columns, about } = words.workbook;
  const { rows, subRows } = words.figures;
  const left = Object.entries(statistics.unplaced) as [Indicator, number][];
  return {
    title: sheets.indicators,
    columns: [text(columns.indicator), number(columns.number)],
    rows: [
      ...INDICATORS.map((row) => [rows[row], statistics.indicators[row]]),
      ...BELOW_ROWS.map((row) => [subRows[row], statistics.below[row]]),
      ...left.map(([row, n]) => [about.unplaced(rows[row]), n]),
      [],
      [`${about.region}: ${region.name}`],
      [`${about.period}: ${periodText(context, period)}`],
      ...[periodDays(context, period)].flatMap((days) =>
        days ? [[`${about.days}: ${days}`]] : [],
      ),
      [`${about.printed}: ${longMoment(now, language)}`],
    ],
  };
}

function weekTable({ words }: CardContext, { weeks }: WorkbookFigures): Table {
  const { sheets, columns } = words.workbook;
  return {
    title: sheets.weeks,
    columns: [text(columns.week), ...INDICATORS.map((row) => number(words.figures.rows[row]))],
    rows: weeks.map(({ week, statistics }) => [
      week,
      ...INDICATORS.map((row) => statistics.indicators[row]),
    ]),
  };
}

/** What is never split by week, and never crossed with one another. */
function splitTables(context: CardContext, statistics: Statistics): Table[] {
  const { words } = context;
  const { checklist, organisationTypes, workbook } = words;
  const { sheets, columns } = workbook;
  const { reasons, outcomes, results } = statistics;
  return [
    numberTable([sheets.reasons, columns.reason, columns.escalations], checklist.reasons, reasons),
    municipalityTable(context, statistics),
    splitTable(context, 'organisationTypes', organisationTypes, statistics.organisationTypes),
    splitTable(context, 'domains', checklist.domains, statistics.domains),
    splitTable(context, 'phases', checklist.phases, statistics.phases),
    numberTable([sheets.outcomes, columns.outcome, columns.number], checklist.outcomes, outcomes),
    numberTable(
      [workbook.results, columns.outcome, columns.number],
      checklist.contraceptionResults,
      results,
    ),
    durationTable(context, statistics),
  ];
}

/** Every id that has a title, also where nothing was counted. */
function numberTable(
  [title, column, counted]: [title: string, column: string, counted: string],
  titles: Record<string, string>,
  numbers: Record<string, number>,
): Table {
  return {
    title,
    columns: [text(column), number(counted)],
    rows: Object.entries(titles).map(([id, name]) => [name, numbers[id] ?? 0]),
  };
}

const COLUMN_OF = {
  organisationTypes: 'organisationType',
  domains: 'domain',
  phases: 'phase',
} as const;

function splitTable(
  { words: { workbook } }: CardContext,
  sheet: keyof typeof COLUMN_OF,
  titles: Record<string, string>,
  splits: Record<string, Split>,
): Table {
  const { sheets, columns } = workbook;
  const of = (id: string): Split => splits[id] ?? { talks: 0, escalations: 0 };
  return {
    title: sheets[sheet],
    columns: [text(columns[COLUMN_OF[sheet]]), number(columns.talks), number(columns.escalations)],
    rows: Object.entries(titles).map(([id, name]) => [name, of(id).talks, of(id).escalations]),
  };
}

function municipalityTable(context: CardContext, { municipalities }: Statistics): Table {
  const { words, region, now } = context;
  const { sheets, columns } = words.workbook;
  const ids = [...region.municipalities.map(({ id }) => id), ...ELSEWHERE];
  const shown = { participating: words.yes, 'not-participating': words.no, unknown: undefined };
  // One that has left the region file still has its figures.
  const all = [...new Set([...ids, ...Object.keys(municipalities)])];
  return {
    title: sheets.municipalities,
    columns: [
      text(columns.municipality),
      text(columns.participates),
      number(columns.talks),
      number(columns.escalations),
    ],
    rows: all.map((id) => {
      const { talks, escalations } = municipalities[id] ?? { talks: 0, escalations: 0 };
      const takesPart = shown[participation(region, id, now)];
      return [municipalityName(context, id), takesPart, talks, escalations];
    }),
  };
}

function durationTable({ words }: CardContext, { toClaim, toClose }: Statistics): Table {
  const { sheets, columns, steps } = words.workbook;
  const row = (title: string, { n, median, p90 }: Durations) => [title, n, median, p90];
  return {
    title: sheets.durations,
    columns: [
      text(columns.step),
      number(columns.known),
      number(columns.median),
      number(columns.p90),
    ],
    rows: [row(steps.claim, toClaim), row(steps.close, toClose)],
  };
}

/** Last of all, and never without what has to be known about it. */
function costTable({ words }: CardContext, { benefits }: Statistics): Table {
  const { sheets, columns, costs } = words.workbook;
  return {
    title: sheets.costs,
    columns: [text(columns.what), inEuros(columns.amount)],
    rows: [
      ...costs.caveats.map((caveat) => [caveat]),
      [costs.participant, COST_PER_PARTICIPANT],
      [costs.postponing, COST_PER_POSTPONING],
      [costs.low, benefits.low],
      [costs.high, benefits.high],
    ],
  };
}

function definitionTable({ words }: CardContext): Table {
  const { sheets, columns, definitions } = words.workbook;
  const { rows, subRows } = words.figures;
  return {
    title: sheets.definitions,
    columns: [text(columns.indicator), text(columns.definition)],
    rows: [
      ...INDICATORS.map((row) => [rows[row], definitions[row]]),
      ...BELOW_ROWS.map((row) => [subRows[row], definitions[row]]),
    ],
  };
}
