import { ELSEWHERE, OUTCOMES, REASONS, type Elsewhere } from '../checklist.js';
import type { Counts } from '../counts.js';
import { ORGANISATION_TYPES, type Region } from '../region.js';
import {
  reportOf,
  type IssuedBreakdown,
  type Quarters,
  type Report,
} from '../suppression/report.js';
import type { Quarter } from '../weeks.js';

/**
 * Where a municipality counts that has left the region file: a row of its own would be there only when
 * it counts something, which tells that it is not zero.
 */
const UNKNOWN: Elsewhere = 'unknown';

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
  const rows = (id: IssuedBreakdown) => {
    const known = idsOf(region)[id];
    const numbers = Object.fromEntries(known.map((row) => [row, 0]));
    for (const { id: counted, n } of counts.each(`${id}:`, period)) {
      const row = known.includes(counted) ? counted : UNKNOWN;
      numbers[row] = (numbers[row] ?? 0) + n;
    }
    return numbers;
  };
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
