import { ELSEWHERE, OUTCOMES, REASONS } from '../checklist.js';
import type { Counts } from '../counts.js';
import { ORGANISATION_TYPES, type Region } from '../region.js';
import {
  reportOf,
  type IssuedBreakdown,
  type Quarters,
  type Report,
} from '../suppression/report.js';
import type { Quarter } from '../weeks.js';

/** The true numbers of these quarters, in each a row for everything that could have been counted. */
export function trueNumbers(
  counts: Counts,
  region: Region,
  quarters: readonly Quarter[],
): Quarters {
  return Object.fromEntries(
    quarters.map((quarter) => [quarter, numbersOf(counts, region, quarter)]),
  );
}

function numbersOf(counts: Counts, region: Region, quarter: Quarter): Report<number> {
  const period = { kind: 'quarter', quarter } as const;
  const rows = (id: IssuedBreakdown) => ({
    ...Object.fromEntries(idsOf(region)[id].map((row) => [row, 0])),
    ...Object.fromEntries(counts.each(`${id}:`, period).map((row) => [row.id, row.n])),
  });
  const closed = () => Object.values(rows('outcome')).reduce((sum, n) => sum + n, 0);
  return reportOf((id) => (id === 'closed' ? closed() : counts.sum(id, period)), rows);
}

function idsOf({ municipalities }: Region): Record<IssuedBreakdown, readonly string[]> {
  const everywhere = [...municipalities.map(({ id }) => id), ...ELSEWHERE];
  return {
    'talks:municipality': everywhere,
    'escalations:municipality': everywhere,
    'escalations:type': ORGANISATION_TYPES,
    reason: REASONS,
    outcome: OUTCOMES,
  };
}
