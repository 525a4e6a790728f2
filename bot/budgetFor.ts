import { budgetOf, payerOf, type Budget } from '../data/budget.js';
import type { Case } from '../data/case.js';
import type { Region } from '../data/region.js';
import type { Deps } from './deps.js';

/** The budget a case is charged to, or would be; nothing when no money is asked or there is none. */
export async function budgetFor(
  { repository, now }: Pick<Deps, 'repository' | 'now'>,
  region: Region,
  subject: Case,
): Promise<Budget | undefined> {
  const payer = payerOf(subject, now());
  if (!payer) return undefined;
  const counts = await repository.counts(region.id, [payer.period]);
  return budgetOf(region, counts, payer.municipality, payer.period.year);
}
