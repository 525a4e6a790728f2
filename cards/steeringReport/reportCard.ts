import { z } from 'zod/v4';
import { INDICATORS, type Indicator } from '../../data/figureRows.js';
import { periodKey } from '../../data/periods.js';
import { isInParts } from '../../data/steeringReport/periods.js';
import type { IssuedBreakdown } from '../../data/suppression/report.js';
import { parseInstant, yearOf, type Quarter } from '../../data/weeks.js';
import { button, type Button } from '../button.js';
import type { CardContext } from '../context.js';
import { steeringRequestSchema, type ExportRequest } from '../exportRequest.js';
import { folded, renderFigures, type Line } from '../figuresTemplate.js';
import { firstThatFits, type Rooms } from '../firstThatFits.js';
import { numberColumns } from '../figuresParts.js';
import type { MainRow, MainTable } from '../figuresTable.js';
import { periodDays, periodText } from '../periodText.js';
import { list, longMoment } from '../phrases.js';
import type { Card } from '../render.js';
import { withinText } from './newsletter.js';
import { breakdownFold, newsletterFold } from './reportFolds.js';
import { asText, doneIn, type Reported } from './reported.js';
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

/** What a region of very many municipalities has room for; everything stands in the file. */
const TABLES: Rooms<readonly IssuedBreakdown[]> = [
  BREAKDOWNS_TOLD,
  BREAKDOWNS_TOLD.filter((id) => id !== 'talks:municipality'),
  [],
];

/** The report as it will leave the region, before it is issued and after. */
export function reportCard(view: ReportView): Card {
  return firstThatFits(TABLES, (told) => cardWith(view, told));
}

/** What can be copied elsewhere is there once it is issued. */
function cardWith(view: ReportView, told: readonly IssuedBreakdown[]): Card {
  const { context, standing } = view;
  const { words, region, language } = context;
  const newsletter = standing.kind === 'issued' ? [newsletterFold(view)] : [];
  return renderFigures({
    lang: language,
    heading: `${words.steeringReport.heading} ${region.name}`,
    lines: lines(view),
    tables: [mainTable(view)],
    notes: notes(view),
    charts: [],
    folds: folded(context, [...newsletter, ...told.map((id) => breakdownFold(view, id))]),
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

/** As they can be chosen; a year of which nothing was reported is named whole as well. */
function namesOf(context: CardContext, quarters: readonly Quarter[]): string[] {
  const years = [...new Set(quarters.map((quarter) => yearOf(quarter)))];
  return years.flatMap((year) => {
    const ofYear = quarters.filter((quarter) => yearOf(quarter) === year);
    return ofYear.length === 4 || !isInParts(year, context.now)
      ? [String(year)]
      : ofYear.map((quarter) => withinText(context, { kind: 'quarter', quarter }));
  });
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
