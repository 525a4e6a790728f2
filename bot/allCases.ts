import type { Case } from '../data/case.js';
import type { CaseQuery, Repository } from '../data/repository.js';

const PAGE = 200;

/** Every case that fits, page by page, newest first. */
export async function allCases(
  repository: Pick<Repository, 'cases'>,
  query: Omit<CaseQuery, 'after' | 'limit'>,
): Promise<Case[]> {
  const found: Case[] = [];
  let after: string | undefined;
  do {
    const page = await repository.cases({
      ...query,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.cases);
    after = page.next;
  } while (after !== undefined);
  return found;
}
