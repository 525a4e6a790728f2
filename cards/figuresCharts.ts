import { weeksUpTo } from '../data/figurePeriods.js';
import { REASONS } from '../data/checklist.js';
import { columnTitle, shown, table, type Figures, type Table } from './figuresParts.js';

/** A picture for hosts that know it, a table for others; the same numbers stand in a fold for all. */
export interface Chart extends Table {
  type: 'Chart.VerticalBar.Grouped' | 'Chart.HorizontalBar';
  title: string;
  xAxis: string;
  yAxis: string;
  /** Of vertical bars: a multiple of the four steps of the axis, so that it counts in whole numbers. */
  yMax: number;
  /** Of horizontal bars: the number beside each, because an axis has no room for its numbers. */
  displayMode: 'AbsoluteNoAxis';
  points: object[];
}

const STEPS = 4;

const WEEK_ROWS = ['talks', 'escalations'] as const;

/** Talks and escalations in each of twelve weeks. */
export function weekChart(figures: Figures): Chart {
  const { context, counts, period } = figures;
  const { figures: texts, workbook } = context.words;
  const weeks = weeksUpTo(period, context.now);
  const numbers = weeks.flatMap((of) => WEEK_ROWS.map((row) => counts.sum(row, of)));
  return {
    ...{ type: 'Chart.VerticalBar.Grouped', displayMode: 'AbsoluteNoAxis' },
    title: texts.weekChart,
    xAxis: workbook.columns.week,
    yAxis: workbook.columns.number,
    yMax: wholeSteps(Math.max(...numbers)),
    points: WEEK_ROWS.map((row) => ({
      legend: workbook.columns[row],
      values: weeks.map((of) => ({ x: weekNumber(of.week), y: counts.sum(row, of) })),
    })),
    ...weekTable(figures),
  };
}

const wholeSteps = (most: number) => STEPS * Math.max(1, Math.ceil(most / STEPS));

const weekNumber = (week: string) => String(Number(week.slice(-2)));

function weekTable({ context, counts, period }: Figures): Table {
  const { columns } = context.words.workbook;
  const n = shown(context);
  const rows = weeksUpTo(period, context.now).map(
    (of) => [of.week, ...WEEK_ROWS.map((row) => n(counts.sum(row, of)))] as const,
  );
  return table([columns.week, ...WEEK_ROWS.map((row) => columns[row])], rows);
}

/** The same in a line for each week: a second table would make the card too large. */
export function weekLines({ context, counts, period }: Figures): string[] {
  const { words } = context;
  const n = shown(context);
  return weeksUpTo(period, context.now).map((of) => {
    const [talks, escalations] = [counts.sum('talks', of), counts.sum('escalations', of)];
    return words.figures.weekLine(columnTitle(context, of), n(talks), n(escalations));
  });
}

/** Of how many escalations each reason was one. */
export function reasonChart(figures: Figures): Chart {
  const { figures: texts, checklist, workbook } = figures.context.words;
  const { reasons } = figures.statistics;
  return {
    ...{ type: 'Chart.HorizontalBar', displayMode: 'AbsoluteNoAxis' },
    title: texts.reasons,
    xAxis: workbook.columns.number,
    yAxis: workbook.columns.reason,
    yMax: wholeSteps(Math.max(...Object.values(reasons))),
    points: REASONS.map((id) => ({ x: checklist.reasons[id], y: reasons[id] ?? 0 })),
    ...reasonTable(figures),
  };
}

export function reasonTable({ context, statistics }: Figures): Table {
  const { checklist, workbook } = context.words;
  const n = shown(context);
  const rows = REASONS.map(
    (id) => [checklist.reasons[id], n(statistics.reasons[id] ?? 0)] as const,
  );
  return table([workbook.columns.reason, workbook.columns.escalations], rows);
}
