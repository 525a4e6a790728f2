import { columnsOf, weeksUpTo, type FigurePeriod } from '../data/figurePeriods.js';
import { AT_THIS_MOMENT, daysOf, type Period } from '../data/periods.js';
import type { Progress } from '../data/registerProgress.js';
import type { Counts } from '../data/counts.js';
import { statisticsOf, type Ages } from '../data/statistics.js';
import type { DateTime } from '../data/weeks.js';
import type { Button } from './button.js';
import type { CardContext } from './context.js';
import type { FieldView } from './fields/field.js';
import figuresTemplate from './figures.json' with { type: 'json' };
import { placeButtons, placeFields, type Place } from './figuresButtons.js';
import { reasonChart, weekChart, type Chart } from './figuresCharts.js';
import { ageFold, costFold, escalationFolds, weekFold } from './figuresFolds.js';
import { originFolds } from './figuresOrigin.js';
import { periodTitle, type Figures, type Fold, type Printed } from './figuresParts.js';
import { mainTable, type MainTable } from './figuresTable.js';
import { periodDays } from './periodText.js';
import { longMoment, longMonth } from './phrases.js';
import { cardTemplate, type Card } from './render.js';

interface Line {
  text: string;
  weight: 'default' | 'bolder';
  isSubtle: boolean;
}

interface View {
  lang: string;
  heading: string;
  lines: Line[];
  tables: MainTable[];
  notes: string[];
  charts: Chart[];
  folds: (Fold & { id: string; action: string })[];
  fields: FieldView[];
  buttons: Button[];
}

const render = cardTemplate<View>(figuresTemplate);

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
  return render({
    lang: language,
    heading: words.figures.heading(region.name),
    lines: lines(figures, view),
    tables: parts.tables ?? [],
    notes: (parts.notes ?? []).filter((text) => text !== ''),
    charts: parts.charts ?? [],
    folds: parts.folds.map((fold, n) => ({
      ...fold,
      id: `fold-${n}`,
      action: words.fold(fold.title),
    })),
    fields: placeFields(context, view),
    buttons: placeButtons(context, view),
  });
}

type Parts = Partial<Pick<View, 'tables' | 'notes' | 'charts'>> & { folds: Fold[] };

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
  return [
    { ...line(`${periodTitle(context, period)}${on}`), weight: 'bolder' },
    line(span(context, period)),
    { ...line(figures.asOf(longMoment(now, language))), isSubtle: true },
    ...(isEmpty ? [line(period.kind === 'since-start' ? figures.empty : figures.nothing)] : []),
  ];
}

function span(context: CardContext, period: FigurePeriod): string {
  const { words, region, language } = context;
  return daysOf(period)
    ? (periodDays(context, period) ?? '')
    : words.figures.startedIn(longMonth(region.startedIn, language));
}
