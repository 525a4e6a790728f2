import type { Case } from './case.js';
import { contributions, quickContributions } from './counting.js';
import { CountTree, type Counts } from './counts.js';
import type { Contribution } from './figureRows.js';
import { SINCE_START, type Period } from './periods.js';
import type { QuickCount } from './quickCount.js';

/** What one organisation sees of itself; realised contraception includes that of quick counts. */
export const ORGANISATION_ROWS = [
  'recorded-talks',
  'counted-talks',
  'escalations',
  'partner-contraception',
  'escalated-contraception',
] as const;
export type OrganisationRow = (typeof ORGANISATION_ROWS)[number];

export interface Totals {
  thisYear: number;
  lastYear: number;
  sinceStart: number;
}

type Sum = (cases: Counts, quick: Counts, scope: Period) => number;

const SUMS: Record<OrganisationRow, Sum> = {
  'recorded-talks': (cases, _quick, scope) => cases.sum('talks', scope),
  'counted-talks': (_cases, quick, scope) => quick.sum('talks', scope),
  escalations: (cases, _quick, scope) => cases.sum('escalations', scope),
  'partner-contraception': (cases, quick, scope) =>
    cases.sum('partner-contraception', scope) + quick.sum('partner-contraception', scope),
  'escalated-contraception': (cases, _quick, scope) => cases.sum('escalated-contraception', scope),
};

/**
 * From what is stored at this moment: a case that was erased is in the region's figures only.
 * @param year the ISO year that runs
 */
export function organisationTotals(
  cases: readonly Case[],
  quickCounts: readonly QuickCount[],
  year: number,
): Record<OrganisationRow, Totals> {
  const years = [year, year - 1].map((one) => ({ kind: 'year', year: one }) as const);
  const periods = [...years, SINCE_START];
  const recorded = countsOf(cases.flatMap(contributions), periods);
  const quick = countsOf(quickCounts.flatMap(quickContributions), periods);
  const totals = (row: OrganisationRow): Totals => ({
    thisYear: SUMS[row](recorded, quick, { kind: 'year', year }),
    lastYear: SUMS[row](recorded, quick, { kind: 'year', year: year - 1 }),
    sinceStart: SUMS[row](recorded, quick, SINCE_START),
  });
  return {
    'recorded-talks': totals('recorded-talks'),
    'counted-talks': totals('counted-talks'),
    escalations: totals('escalations'),
    'partner-contraception': totals('partner-contraception'),
    'escalated-contraception': totals('escalated-contraception'),
  };
}

function countsOf(added: readonly Contribution[], periods: readonly Period[]): Counts {
  const tree = new CountTree();
  for (const contribution of added) tree.add(contribution);
  return tree.counts(periods);
}
