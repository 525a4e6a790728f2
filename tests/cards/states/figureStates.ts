import type { CardContext } from '../../../cards/context.js';
import { figurePeriods, figuresCard, type FiguresView } from '../../../cards/figuresCard.js';
import { figuresCasesCard, type CaseRow } from '../../../cards/figuresCasesCard.js';
import { figureChoices } from '../../../cards/figuresChoices.js';
import { FIGURE_PAGES, type FigurePage } from '../../../cards/figuresParts.js';
import { figuresRegionCard } from '../../../cards/figuresRegionCard.js';
import { CODE_ALPHABET } from '../../../data/case.js';
import { contributions } from '../../../data/counting.js';
import type { FigurePeriod } from '../../../data/figurePeriods.js';
import { INDICATORS, remainderOf, type Contribution } from '../../../data/figureRows.js';
import { SINCE_START } from '../../../data/periods.js';
import { BASES } from '../../../data/register.js';
import { agesOf } from '../../../data/statistics.js';
import { anEscalatedCase, countsOf, HOLLANDS_MIDDEN, NOW, utc } from '../../builders.js';
import { aRegion } from '../../data/regionBuilder.js';
import { aView, everyRow } from '../figureBuilder.js';

const WEEK: FigurePeriod = { kind: 'week', week: '2026-W46' };
const QUARTER: FigurePeriod = { kind: 'quarter', quarter: '2026-K4' };
const YEAR: FigurePeriod = { kind: 'year', year: 2026 };

const SPARSE = contributions(anEscalatedCase({ reasons: ['finance', 'complex'] }));
const ERASED: Contribution[] = SPARSE.flatMap((one) => remainderOf(one) ?? []);
const TARGETS = INDICATORS.flatMap((indicator) =>
  BASES.map((basis) => ({
    target: { indicator, basis, year: 2026, n: 4000 },
    done: 1234,
    year: 'running' as const,
  })),
);
const WAITING = agesOf([anEscalatedCase(), anEscalatedCase({ at: utc('2026-10-16T08:00') })], NOW);
const REGIONS = [HOLLANDS_MIDDEN, aRegion({ id: 'haaglanden', name: 'Haaglanden' })];

const CODES = Array.from({ length: 10 }, (_, n) => `HM-2A2${CODE_ALPHABET[n] ?? '2'}`);

export function figureStates(context: CardContext) {
  const shown = (data: readonly Contribution[], parts: Partial<FiguresView> = {}) =>
    figuresCard(context, aView(data, parts));
  const full = (period: FigurePeriod, page: FigurePage) =>
    shown(everyRow(), {
      ...{ period, page, regions: REGIONS, progress: TARGETS, ages: WAITING },
      printed: ({ kind }) => (kind === 'week' || kind === 'year' ? 1233 : undefined),
    });
  const counts = countsOf(everyRow(), figurePeriods(YEAR, NOW));
  const casesOf = (page: FigurePage) => {
    const choices = figureChoices(context, { period: YEAR, page, counts });
    const [choice] = choices;
    if (!choice) throw new Error('nothing to choose');
    const cases = CODES.map((code, n) => (n % 3 === 0 ? { code } : { code, version: n }));
    const sources = {
      ...{ codes: [...CODES, ...CODES, ...CODES], cases: 30, quickCounts: 7 },
      ...{ register: 3, imported: 4 },
    };
    const of = { choice, sources, cases, first: 11, previous: 'HM-2222', next: 'HM-3333' };
    return figuresCasesCard(context, { period: YEAR, page, choices, of });
  };
  const choosing = (data: readonly Contribution[], period: FigurePeriod = WEEK) =>
    figuresCasesCard(context, {
      period,
      page: 'overview',
      choices: figureChoices(context, {
        ...{ period, page: 'overview' },
        counts: countsOf(data, figurePeriods(period, NOW)),
      }),
    });

  const oneCase = (only: CaseRow) => {
    const asked = { period: WEEK, page: 'overview' } as const;
    const choices = figureChoices(context, {
      ...asked,
      counts: countsOf(SPARSE, figurePeriods(WEEK, NOW)),
    });
    const choice = choices.find(({ n }) => n === 1);
    if (!choice) throw new Error('nothing to choose');
    const sources = { codes: [only.code], cases: 1, quickCounts: 0, register: 0, imported: 0 };
    const of = { choice, sources, cases: [only], first: 1 };
    return figuresCasesCard(context, { ...asked, choices, of });
  };

  return {
    figuresCard: {
      'empty week': shown([]),
      'week of a coordinator': shown(SPARSE),
      'week of a project leader': shown(SPARSE, { seesCodes: false }),
      'full week': full(WEEK, 'overview'),
      ...Object.fromEntries(
        [QUARTER, YEAR, SINCE_START].flatMap((period) =>
          FIGURE_PAGES.flatMap((page) => [
            [`full ${period.kind}, ${page}`, full(period, page)],
            [`empty ${period.kind}, ${page}`, shown([], { period, page })],
            [`sparse ${period.kind}, ${page}`, shown(SPARSE, { period, page, ages: WAITING })],
            [`erased ${period.kind}, ${page}`, shown(ERASED, { period, page })],
          ]),
        ),
      ),
    },
    figuresRegionCard: { 'two regions': figuresRegionCard(context, REGIONS, QUARTER) },
    figuresCasesCard: {
      'nothing counted': choosing([]),
      'nothing chosen yet': choosing(SPARSE),
      'one case that was shared': oneCase({ code: 'HM-7K3Q', version: 1 }),
      'one case that was not shared': oneCase({ code: 'HM-7K3Q' }),
      ...Object.fromEntries(FIGURE_PAGES.map((page) => [`full, ${page}`, casesOf(page)])),
    },
  };
}
