import { columnsOf, weeksUpTo, type FigurePeriod } from '../data/figurePeriods.js';
import { AT_THIS_MOMENT, daysOf, type Period } from '../data/periods.js';
import type { Progress } from '../data/registerProgress.js';
import type { Counts } from '../data/counts.js';
import { statisticsOf, type Ages } from '../data/statistics.js';
import { dayOf, type DateTime } from '../data/weeks.js';
import type { CardContext } from './context.js';
import { placeButtons, placeFields, type Place } from './figuresButtons.js';
import { reasonChart, weekChart } from './figuresCharts.js';
import { figureChoices } from './figuresChoices.js';
import { ageFold, costFold, escalationFolds, weekFold } from './figuresFolds.js';
import { originFolds } from './figuresOrigin.js';
import { periodTitle, type Figures, type Fold, type Printed } from './figuresParts.js';
import { mainTable } from './figuresTable.js';
import { fieldItems } from './fields/fieldElements.js';
import { folded, renderFigures, type FiguresTemplate, type Line } from './figuresTemplate.js';
import { periodDays } from './periodText.js';
import { longMoment, longMonth } from './phrases.js';
import type { Card } from './render.js';

export interface FiguresView extends Place {
  /** In `figurePeriods`. */
  counts: Counts;
  progress: readonly Progress[];
  printed: Printed;
  ages: Ages;
}

/** What has to be counted for the card. */
export function figurePeriods(period: FigurePeriod, now: DateTime): Period[] {
  return [...columnsOf(period), ...weeksUpTo(period, now), AT_THIS_MOMENT];
}

/** `cijfers`: the programme's rows, and of more than a week also what they are made of. */
export function figuresCard(context: CardContext, view: FiguresView): Card {
  const { words, region, language } = context;
  const figures = { ...view, context, statistics: statisticsOf(view.counts, view.period) };
  const parts = partsOf(figures, view);
  return renderFigures({
    lang: language,
    heading: words.figures.heading(region.name),
    lines: lines(figures, view),
    tables: parts.tables ?? [],
    notes: (parts.notes ?? []).filter((text) => text !== ''),
    charts: parts.charts ?? [],
    folds: folded(context, parts.folds),
    fields: fieldItems(placeFields(context, view)),
    buttons: placeButtons(context, {
      ...view,
      seesCodes: view.seesCodes && hasCases(context, view),
    }),
  });
}

/** Whether anything on this page can be asked for its cases. */
function hasCases(context: CardContext, view: FiguresView): boolean {
  return figureChoices(context, view).some(({ n }) => n > 0);
}

type Parts = Partial<Pick<FiguresTemplate, 'tables' | 'notes' | 'charts'>> & { folds: Fold[] };

function partsOf(figures: Figures, { page, ages }: FiguresView): Parts {
  const isEmpty = figures.counts.rowsIn(figures.period).size === 0;
  switch (page) {
    case 'overview':
      return overview(figures);
    case 'escalations':
      return isEmpty
        ? { folds: [ageFold(figures.context, ages)] }
        : { charts: [reasonChart(figures)], folds: escalationFolds(figures, ages) };
    case 'origin':
      return { folds: isEmpty ? [] : originFolds(figures) };
  }
}

/** Of a week totals only; what it would have cost is told of longer periods. */
function overview(figures: Figures): Parts {
  const { period, context, counts } = figures;
  const weeks = weeksUpTo(period, context.now);
  const hasWeeks = weeks.some((week) => counts.rowsIn(week).size > 0);
  return {
    tables: [mainTable(figures)],
    notes: [context.words.figures.abbreviation],
    charts: hasWeeks ? [weekChart(figures)] : [],
    folds: [
      ...(hasWeeks ? [weekFold(figures)] : []),
      ...(period.kind === 'week' ? [] : [costFold(figures)]),
    ],
  };
}

function lines({ context, period, counts }: Figures, { page }: Place): Line[] {
  const { words, language, now } = context;
  const { figures } = words;
  const line = (text: string): Line => ({ text, weight: 'default', isSubtle: false });
  const on = page === 'overview' ? '' : `: ${figures.pages[page]}`;
  const isEmpty = counts.rowsIn(period).size === 0;
  const asOf = figures.asOf(longMoment(now, language));
  return [
    { ...line(`${periodTitle(context, period)}${on}`), weight: 'bolder' },
    line(span(context, period)),
    { ...line(isRunning(period, now) ? figures.running(asOf) : asOf), isSubtle: true },
    ...(isEmpty ? [line(emptyText(context, period))] : []),
  ];
}

function emptyText({ words, now }: CardContext, period: FigurePeriod): string {
  const { empty, nothing, nothingYet } = words.figures;
  if (period.kind === 'since-start') return empty;
  return isRunning(period, now) ? nothingYet : nothing;
}

function isRunning(period: FigurePeriod, now: DateTime): boolean {
  const days = daysOf(period);
  return days !== undefined && days.until >= dayOf(now);
}

function span(context: CardContext, period: FigurePeriod): string {
  const { words, region, language } = context;
  const { startedIn, wholeWeeks } = words.figures;
  const days = periodDays(context, period);
  if (days === undefined) return startedIn(longMonth(region.startedIn, language));
  return period.kind === 'week' ? days : wholeWeeks(days);
}
