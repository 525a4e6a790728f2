import { z } from 'zod/v4';
import { INDICATORS, type Indicator } from '../../data/figureRows.js';
import { periodKey } from '../../data/periods.js';
import type { IssuedBreakdown } from '../../data/suppression/report.js';
import { parseInstant, yearOf, type Quarter } from '../../data/weeks.js';
import { button, type Button } from '../button.js';
import type { CardContext } from '../context.js';
import { steeringRequestSchema, type ExportRequest } from '../exportRequest.js';
import { folded, renderFigures, type Line } from '../figuresTemplate.js';
import { numberColumns, table, type Fold } from '../figuresParts.js';
import type { MainRow, MainTable } from '../figuresTable.js';
import { periodDays, periodText } from '../periodText.js';
import { list, longMoment } from '../phrases.js';
import type { Card } from '../render.js';
import { newsletterText, withinText } from './newsletter.js';
import { asText, doneIn, namedRows, valueOf, type Reported } from './reported.js';
import { BREAKDOWNS_TOLD } from './reportTables.js';

export const issueReplySchema = steeringRequestSchema.extend({
  /** Of the numbers that were seen at, so that no others are issued. */
  seen: z.number().optional(),
});

/** How a report stands when it is seen at. */
export type Standing =
  | {
      kind: 'fresh';
      /** Tells its numbers from others. */
      seen: number;
      hasChanged: boolean;
      /** Before this period. */
      notReported: readonly Quarter[];
    }
  | { kind: 'issued'; hint?: string };

export interface ReportView extends Reported {
  format: ExportRequest['format'];
  standing: Standing;
}

/** The report as it will leave the region, before it is issued and after. */
export function reportCard(view: ReportView): Card {
  const { words, region, language } = view.context;
  return renderFigures({
    lang: language,
    heading: `${words.steeringReport.heading} ${region.name}`,
    lines: lines(view),
    tables: [mainTable(view)],
    notes: notes(view),
    charts: [],
    folds: folded(view.context, [
      newsletterFold(view),
      ...BREAKDOWNS_TOLD.map((id) => breakdownFold(view, id)),
    ]),
    fields: [],
    buttons: buttons(view),
  });
}

function lines(view: ReportView): Line[] {
  const { context, period } = view;
  const line = (text: string): Line => ({ text, weight: 'default', isSubtle: false });
  return [
    { ...line(periodText(context, period)), weight: 'bolder' },
    line(context.words.figures.wholeWeeks(periodDays(context, period) ?? '')),
    ...standingTexts(view).map(line),
  ];
}

function standingTexts({ context, standing, report }: ReportView): string[] {
  const { steeringReport: texts } = context.words;
  switch (standing.kind) {
    case 'fresh':
      return [standing.hasChanged ? texts.changed : texts.fresh];
    case 'issued':
      return [
        ...(standing.hint === undefined ? [] : [standing.hint]),
        texts.issued(longMoment(parseInstant(report.at), context.language)),
      ];
  }
}

function mainTable(view: ReportView): MainTable {
  const { words } = view.context;
  const { steeringReport: texts, escalation } = words;
  const header = [escalation.row, texts.beforeShort, texts.doneShort];
  const rows = INDICATORS.map((row) => mainRow(view, row));
  const columns = numberColumns(
    header,
    rows.map(({ label, cells }) => [label, ...cells]),
  );
  return { columns, header, rows };
}

function mainRow(view: ReportView, row: Indicator): MainRow {
  const { context, report } = view;
  const { figures, steeringReport } = context.words;
  const { before, done } = doneIn(view, row);
  const [first] = report.quarters;
  return {
    label: figures.rows[row],
    cells: [before, done].map((value) => asText(context, value)),
    notes: report.targets
      .filter(({ indicator }) => indicator === row)
      .map(({ basis, n }) => steeringReport.target(yearOf(first), basis, asText(context, n))),
  };
}

function notes({ context, standing }: ReportView): string[] {
  const { words, language } = context;
  const missing = standing.kind === 'fresh' ? standing.notReported : [];
  return [
    words.figures.abbreviation,
    ...(missing.length === 0
      ? []
      : [words.steeringReport.notReported(list(namesOf(context, missing), language))]),
  ].filter((text) => text !== '');
}

/** A year of which nothing was reported is named whole. */
function namesOf(context: CardContext, quarters: readonly Quarter[]): string[] {
  const years = [...new Set(quarters.map((quarter) => yearOf(quarter)))];
  return years.flatMap((year) => {
    const ofYear = quarters.filter((quarter) => yearOf(quarter) === year);
    return ofYear.length === 4
      ? [String(year)]
      : ofYear.map((quarter) => withinText(context, { kind: 'quarter', quarter }));
  });
}

function newsletterFold(view: ReportView): Fold {
  const { newsletter } = view.context.words.steeringReport;
  return { title: newsletter.heading, tables: [], texts: [newsletterText(view)] };
}

/** The numbers as a table; what has none is named below it, for there are many of those. */
function breakdownFold(view: ReportView, breakdown: IssuedBreakdown): Fold {
  const { words, language } = view.context;
  const { steeringReport: texts, workbook } = words;
  const rows = namedRows(view, breakdown);
  const namesWith = (cell: 'below-ten' | 'withheld') =>
    rows.filter((row) => row.cell === cell).map(({ name }) => name);
  const told = rows.filter(({ cell }) => typeof cell === 'number');
  const [small, withheld] = [namesWith('below-ten'), namesWith('withheld')];
  const header = [texts.columns[breakdown], workbook.columns.number];
  const asRow = ({ name, cell }: (typeof rows)[number]) =>
    [name, asText(view.context, valueOf(view.context, cell))] as const;
  return {
    title: texts.sheets[breakdown],
    tables: told.length === 0 ? [] : [table(header, told.map(asRow))],
    texts: [
      ...(rows.some(({ cell }) => cell === 'not-given') ? [texts.notGiven] : []),
      ...(withheld.length === 0 ? [] : [texts.withheld(list(withheld, language))]),
      ...(small.length === 0 ? [] : [texts.small(list(small, language))]),
    ],
  };
}

function buttons({ context, period, format, standing }: ReportView): Button[] {
  const { steeringReport: texts, exportFile } = context.words;
  const request = { region: context.region.id, period: periodKey(period), format };
  const other = button(texts.other, 'ask-report', {});
  switch (standing.kind) {
    case 'fresh': {
      const data = { ...request, seen: standing.seen };
      return [button(texts.issue, 'issue-report', data, { style: 'positive' }), other];
    }
    case 'issued':
      return [button(exportFile.make, 'issue-report', request), other];
  }
}
