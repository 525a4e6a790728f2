import { INDICATORS, type Indicator } from '../../data/figureRows.js';
import { BASES } from '../../data/register.js';
import { ISSUED_BREAKDOWNS, type IssuedBreakdown } from '../../data/suppression/report.js';
import { parseInstant } from '../../data/weeks.js';
import { periodDays, periodText } from '../periodText.js';
import { longMoment } from '../phrases.js';
import { number, text, type Column, type Table } from '../workbook/table.js';
import { newsletterText } from './newsletter.js';
import { doneIn, namedRows, valueOf, type Reported } from './reported.js';

/** First what was asked for first: where escalations come from. */
export const BREAKDOWNS_TOLD: readonly IssuedBreakdown[] = [
  'escalations:municipality',
  'escalations:type',
  'talks:municipality',
  'reason',
  'outcome',
];

/** The report as a file: the programme's eight rows first, what everything means last. */
export function reportTables(reported: Reported): Table[] {
  return [
    mainTable(reported),
    ...BREAKDOWNS_TOLD.map((breakdown) => breakdownTable(reported, breakdown)),
    newsletterTable(reported),
    notesTable(reported),
  ];
}

function mainTable(reported: Reported): Table {
  const { context, period, report } = reported;
  const { steeringReport: texts, workbook, figures } = context.words;
  const { about } = workbook;
  return {
    title: texts.sheets.report,
    columns: [
      text(workbook.columns.indicator),
      number(texts.before),
      ...BASES.map((basis) => number(texts.targets[basis])),
      number(texts.done),
    ],
    rows: [
      ...INDICATORS.map((row) => {
        const { before, done } = doneIn(reported, row);
        return [figures.rows[row], before, ...targetsOf(reported, row), done];
      }),
      [],
      [`${about.region}: ${context.region.name}`],
      [`${about.period}: ${periodText(context, period)}`],
      [`${about.days}: ${periodDays(context, period) ?? ''}`],
      [`${texts.issuedOn}: ${longMoment(parseInstant(report.at), context.language)}`],
    ],
  };
}

function targetsOf({ report }: Reported, row: Indicator): (number | undefined)[] {
  return BASES.map(
    (basis) => report.targets.find((one) => one.indicator === row && one.basis === basis)?.n,
  );
}

function breakdownTable(reported: Reported, breakdown: IssuedBreakdown): Table {
  const { context, report } = reported;
  const { steeringReport: texts } = context.words;
  const { of, addsUp } = ISSUED_BREAKDOWNS[breakdown];
  const extra = EXTRA_COLUMN[breakdown]?.(reported);
  const rows = namedRows(reported, breakdown).map(({ id, name, cell }) => [
    name,
    ...(extra ? [extra.value(id)] : []),
    valueOf(context, cell),
  ]);
  const total = [
    texts.cells.total,
    ...(extra ? [undefined] : []),
    valueOf(context, report.shown.totals[of]),
  ];
  return {
    title: texts.sheets[breakdown],
    columns: [
      text(texts.columns[breakdown]),
      ...(extra ? [extra.column] : []),
      number(context.words.workbook.columns.number),
    ],
    rows: [...rows, ...(addsUp ? [total] : [])],
  };
}

interface Extra {
  column: Column;
  value: (id: string) => string | undefined;
}

/** On the last day of the period; nothing where nobody can tell. */
const takesPart = ({ context, report }: Reported): Extra => {
  const { words } = context;
  const shown = { participating: words.yes, 'not-participating': words.no, unknown: undefined };
  return {
    column: text(words.workbook.columns.participates),
    value: (id) => shown[report.participation[id] ?? 'unknown'],
  };
};

const EXTRA_COLUMN: Partial<Record<IssuedBreakdown, (reported: Reported) => Extra>> = {
  'escalations:municipality': takesPart,
  'talks:municipality': takesPart,
};

function newsletterTable(reported: Reported): Table {
  const { sheets, columns } = reported.context.words.steeringReport;
  return {
    title: sheets.newsletter,
    columns: [text(columns.text)],
    rows: [[newsletterText(reported)]],
  };
}

function notesTable({ context: { words } }: Reported): Table {
  const { sheets, columns, cells, meanings, ...texts } = words.steeringReport;
  const { rows } = words.figures;
  const { definitions } = words.workbook;
  return {
    title: sheets.notes,
    columns: [text(columns.word), text(columns.meaning)],
    rows: [
      [texts.issuedOn, texts.frozen],
      [words.figures.period, texts.quarters],
      [cells['below-ten'], meanings['below-ten']],
      [cells.withheld, meanings.withheld],
      [cells['not-given'], meanings['not-given']],
      [cells.atLeast('…'), meanings.atLeast],
      [cells.unknown, meanings.unknown],
      [rows.partners, texts.partnersNote],
      [sheets.reason, texts.reasonsNote],
      [sheets.outcome, texts.outcomesNote],
      ...INDICATORS.map((row) => [rows[row], definitions[row]]),
    ],
  };
}
