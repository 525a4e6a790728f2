import { ACTIVE_STATUSES } from '../data/case.js';
import { CONTRACEPTION_RESULTS, OUTCOMES, PHASES, REASONS } from '../data/checklist.js';
import type { Counts } from '../data/counts.js';
import type { FigurePeriod } from '../data/figurePeriods.js';
import type { Row, RowPrefix } from '../data/figureRows.js';
import { AT_THIS_MOMENT, type Period } from '../data/periods.js';
import { DOMAINS, ORGANISATION_TYPES } from '../data/region.js';
import { municipalityName, type CardContext } from './context.js';
import type { FigurePage } from './figuresParts.js';
import { MAIN_ROWS } from './figuresTable.js';

/** A figure that can be asked for what it is made of; a prefix stands for all rows that begin so. */
export interface FigureChoice {
  row: Row | RowPrefix;
  label: string;
  period: Period;
  n: number;
}

interface Asked {
  period: FigurePeriod;
  page: FigurePage;
  counts: Counts;
}

type Titled = readonly [row: Row | RowPrefix, label: string];

/** The figures on a page that count something; of a week the totals are all there is. */
export function figureChoices(
  context: CardContext,
  { period, page, counts }: Asked,
): FigureChoice[] {
  const rows = PAGES[period.kind === 'week' ? 'overview' : page](context, period, counts);
  return rows.map(([row, label]) => {
    const at = row.startsWith('now:') ? AT_THIS_MOMENT : period;
    return { row, label, period: at, n: numberOf(counts, row, at) };
  });
}

function numberOf(counts: Counts, row: Row | RowPrefix, period: Period): number {
  if (!isPrefix(row)) return counts.sum(row, period);
  return counts.each(row, period).reduce((all, { n }) => all + n, 0);
}

export const isPrefix = (row: Row | RowPrefix): row is RowPrefix => row.endsWith(':');

type RowsOf = (context: CardContext, period: FigurePeriod, counts: Counts) => Titled[];

const PAGES: Record<FigurePage, RowsOf> = {
  overview: ({ words }) => {
    const titles = { ...words.figures.rows, ...words.figures.subRows };
    return MAIN_ROWS.map((row) => [row, titles[row]]);
  },

  escalations: ({ words }) => {
    const { checklist, workbook, figures } = words;
    const of = (what: string, name: string) => `${what}: ${name}`;
    const { columns, steps } = workbook;
    return [
      ...REASONS.map((id): Titled => [`reason:${id}`, of(columns.reason, checklist.reasons[id])]),
      ...OUTCOMES.map((id): Titled => [
        `outcome:${id}`,
        of(columns.outcome, checklist.outcomes[id]),
      ]),
      ...CONTRACEPTION_RESULTS.map((id): Titled => [
        `result:${id}`,
        of(workbook.results, checklist.contraceptionResults[id]),
      ]),
      ...(['participating', 'not-participating', 'unknown'] as const).map((id): Titled => [
        `escalations:participation:${id}`,
        of(columns.escalations, figures.participations[id]),
      ]),
      ['claim-days:', steps.claim],
      ['close-days:', steps.close],
      ...ACTIVE_STATUSES.map((id): Titled => [`now:${id}`, figures.ageRows[id]]),
    ];
  },

  origin: (context, period, counts) => {
    const { checklist, organisationTypes } = context.words;
    const places = (of: 'talks' | 'escalations') =>
      counts.each(`${of}:municipality:`, period).map(({ id }) => id);
    const municipalities = [...new Set([...places('talks'), ...places('escalations')])]
      .map((id) => [id, municipalityName(context, id)] as const)
      .sort(([, one], [, other]) => one.localeCompare(other));
    const titled = <K extends string>(ids: readonly K[], titles: Record<K, string>) =>
      ids.map((id) => [id, titles[id]] as const);
    return [
      ...both(context, 'municipality', municipalities),
      ...both(context, 'type', titled(ORGANISATION_TYPES, organisationTypes)),
      ...both(context, 'domain', titled(DOMAINS, checklist.domains)),
      ...both(context, 'phase', titled(PHASES, checklist.phases)),
    ];
  },
};

/** Of each its talks and its escalations. */
function both(
  { words }: CardContext,
  by: 'municipality' | 'type' | 'domain' | 'phase',
  titled: readonly (readonly [id: string, title: string])[],
): Titled[] {
  const { workbook } = words;
  return (['talks', 'escalations'] as const).flatMap((of) =>
    titled.map(([id, title]): Titled => [`${of}:${by}:${id}`, `${workbook.columns[of]}: ${title}`]),
  );
}
