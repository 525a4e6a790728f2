import type { CardContext } from '../../cards/context.js';
import type { FiguresView } from '../../cards/figuresCard.js';
import { figurePeriods } from '../../cards/figuresCard.js';
import {
  CONTRACEPTION_RESULTS,
  ELSEWHERE,
  OUTCOMES,
  PHASES,
  REASONS,
} from '../../data/checklist.js';
import type { FigurePeriod } from '../../data/figurePeriods.js';
import { INDICATORS, SUB_ROWS, type Contribution, type Row } from '../../data/figureRows.js';
import { progressPeriods } from '../../data/registerProgress.js';
import { DOMAINS, ORGANISATION_TYPES } from '../../data/region.js';
import { agesOf } from '../../data/statistics.js';
import { countsOf, HOLLANDS_MIDDEN, NOW } from '../builders.js';

/** A week before `NOW`, in the quarter and the year that run then. */
const DAY = '2026-11-12';

/** At least what any split of them adds up to. */
const TOTALS: readonly Row[] = ['talks', 'escalations'];
const SPLIT_IN = HOLLANDS_MIDDEN.municipalities.length + ELSEWHERE.length;

/** Something in every row there is, of every municipality and organisation type. */
export function everyRow(n = 1234): Contribution[] {
  const places = [...HOLLANDS_MIDDEN.municipalities.map(({ id }) => id), ...ELSEWHERE];
  const splits = (['talks', 'escalations'] as const).flatMap((of): Row[] => [
    ...places.map((id): Row => `${of}:municipality:${id}`),
    ...ORGANISATION_TYPES.map((id): Row => `${of}:type:${id}`),
    ...DOMAINS.map((id): Row => `${of}:domain:${id}`),
    ...PHASES.map((id): Row => `${of}:phase:${id}`),
  ]);
  const rows: Row[] = [
    ...INDICATORS,
    ...SUB_ROWS,
    'intervision-groups',
    ...splits,
    ...REASONS.map((id): Row => `reason:${id}`),
    ...OUTCOMES.map((id): Row => `outcome:${id}`),
    ...CONTRACEPTION_RESULTS.map((id): Row => `result:${id}`),
    ...(['participating', 'not-participating', 'unknown'] as const).map(
      (id): Row => `escalations:participation:${id}`,
    ),
    ...[0, 3, 40].flatMap((days): Row[] => [`claim-days:${days}`, `close-days:${days + 100}`]),
  ];
  return [
    ...rows.map((row) => ({ row, period: DAY, n: TOTALS.includes(row) ? SPLIT_IN * n : n })),
    { row: 'now:open', period: 'now', n },
    { row: 'now:claimed', period: 'now', n },
  ];
}

/** As a coordinator of one region sees it, in the overview of this week. */
export function aView(
  contributions: readonly Contribution[],
  parts: Partial<FiguresView> = {},
  { now, region }: Pick<CardContext, 'now' | 'region'> = { now: NOW, region: HOLLANDS_MIDDEN },
): FiguresView {
  const period: FigurePeriod = parts.period ?? { kind: 'week', week: '2026-W47' };
  const targets = (parts.progress ?? []).map(({ target }) => target);
  return {
    period,
    page: 'overview',
    regions: [region],
    seesCodes: true,
    counts: countsOf(contributions, [
      ...figurePeriods(period, now),
      ...progressPeriods(targets, now),
    ]),
    progress: [],
    printed: () => undefined,
    ages: agesOf([], now),
    ...parts,
  };
}
