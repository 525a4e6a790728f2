import { BENEFITS, COST_PER_PARTICIPANT, COST_PER_POSTPONING } from '../data/statistics.js';
import type { Ages, Durations } from '../data/statistics.js';
import { ACTIVE_STATUSES } from '../data/case.js';
import { CONTRACEPTION_RESULTS, OUTCOMES } from '../data/checklist.js';
import type { Participation } from '../data/region.js';
import type { CardContext } from './context.js';
import { reasonTable, weekLines } from './figuresCharts.js';
import { shown, sum, table, type Figures, type Fold, type Table } from './figuresParts.js';
import { euros } from './phrases.js';

/** The chart's numbers for who does not see it. */
export function weekFold(figures: Figures): Fold {
  const { weekNumbers } = figures.context.words.figures;
  return { title: weekNumbers, tables: [], texts: weekLines(figures) };
}

/** Why, how it ended and how long it took. */
export function escalationFolds(figures: Figures, ages: Ages): Fold[] {
  return [
    reasonFold(figures),
    outcomeFold(figures),
    resultFold(figures),
    participationFold(figures),
    durationFold(figures),
    ageFold(figures.context, ages),
  ];
}

function reasonFold(figures: Figures): Fold {
  const { words } = figures.context;
  return {
    title: words.workbook.sheets.reasons,
    tables: [reasonTable(figures)],
    texts: [words.figures.reasonsNote],
  };
}

function outcomeFold({ context, statistics }: Figures): Fold {
  const { figures, workbook, checklist } = context.words;
  const rows = OUTCOMES.map(
    (id) => [checklist.outcomes[id], statistics.outcomes[id] ?? 0] as const,
  );
  return {
    title: workbook.sheets.outcomes,
    tables: [numberTable(context, workbook.columns.outcome, rows)],
    texts: [figures.why.outcomes],
  };
}

function resultFold({ context, statistics }: Figures): Fold {
  const { figures, workbook, checklist } = context.words;
  const { results, outcomes } = statistics;
  const rows = CONTRACEPTION_RESULTS.map(
    (id) => [checklist.contraceptionResults[id], results[id] ?? 0] as const,
  );
  const missing = sum(Object.values(outcomes)) - sum(rows.map(([, n]) => n));
  const why = [figures.why.unknownClosed(shown(context)(missing)), figures.why.result];
  return {
    title: workbook.results,
    tables: [numberTable(context, workbook.results, rows)],
    texts: missing === 0 ? [] : why,
  };
}

const PARTICIPATIONS: readonly Participation[] = ['participating', 'not-participating', 'unknown'];

/** As it was on the day of each escalation. */
function participationFold({ context, statistics }: Figures): Fold {
  const { figures, workbook } = context.words;
  const { participation: numbers, indicators } = statistics;
  const rows = PARTICIPATIONS.map((id) => [figures.participations[id], numbers[id] ?? 0] as const);
  const missing = indicators.escalations - sum(rows.map(([, n]) => n));
  const why = [figures.why.unknownEscalations(shown(context)(missing)), figures.why.erased];
  return {
    title: figures.participation,
    tables: [numberTable(context, workbook.columns.municipality, rows)],
    texts: missing === 0 ? [] : why,
  };
}

function numberTable(
  context: CardContext,
  title: string,
  rows: readonly (readonly [label: string, n: number])[],
): Table {
  const header = [title, context.words.workbook.columns.number];
  return table(
    header,
    rows.map(([label, n]) => [label, shown(context)(n)] as const),
  );
}

function durationFold({ context, statistics }: Figures): Fold {
  const { figures, workbook } = context.words;
  const { toClaim, toClose } = statistics;
  const { steps } = workbook;
  const title = workbook.sheets.durations;
  if (toClaim.n + toClose.n === 0) {
    return { title, tables: [], texts: [figures.noDurations, figures.durationErased] };
  }
  return {
    title,
    tables: [
      durationTable(context, workbook.columns.step, [
        [steps.claim, toClaim],
        [steps.close, toClose],
      ]),
    ],
    texts: [figures.durationNote, figures.durationErased],
  };
}

function durationTable(
  context: CardContext,
  title: string,
  rows: readonly (readonly [label: string, durations: Durations])[],
): Table {
  const { number, half, most } = context.words.figures.durationColumns;
  const inDays = (days: number | undefined) => (days === undefined ? '–' : shown(context)(days));
  return table(
    [title, number, half, most],
    rows.map(
      ([label, { n, median, p90 }]) =>
        [label, shown(context)(n), inDays(median), inDays(p90)] as const,
    ),
  );
}

export function ageFold(context: CardContext, ages: Ages): Fold {
  const { figures } = context.words;
  const rows = ACTIVE_STATUSES.map((status) => [figures.ageRows[status], ages[status]] as const);
  const title = figures.ages;
  if (rows.every(([, { n }]) => n === 0)) return { title, tables: [], texts: [figures.noWork] };
  return {
    title,
    tables: [durationTable(context, figures.standing, rows)],
    texts: [figures.agesNote],
  };
}

/** Last of all, and never without what has to be known about it. */
export function costFold({ context, statistics }: Figures): Fold {
  const { words, language } = context;
  const { costs } = words.figures;
  const { indicators, benefits } = statistics;
  const inEuros = (amount: number) => euros(amount * 100, language);
  const realised = indicators['partner-contraception'] + indicators['escalated-contraception'];
  const estimated = [
    costs.realised(shown(context)(realised)),
    realised === 0 ? costs.none : costs.range(inEuros(benefits.low), inEuros(benefits.high)),
  ];
  const known = [
    costs.benefit(
      inEuros(BENEFITS['parenting-support']),
      inEuros(BENEFITS['foster-care']),
      inEuros(BENEFITS['sheltered-living']),
    ),
    costs.participant(inEuros(COST_PER_PARTICIPANT)),
    costs.postponing(inEuros(COST_PER_POSTPONING)),
  ];
  const texts = [...words.workbook.costs.caveats, ...estimated, ...known];
  return { title: words.workbook.sheets.costs, tables: [], texts };
}
