import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Case } from '../data/case.js';
import type { CaseQuery, Repository } from '../data/repository.js';

type Cases = Pick<Repository, 'cases'>;
type Which = Omit<CaseQuery, 'after' | 'limit'>;

const PAGE = 200;

/** Every case that fits, newest first, read page by page as they are asked for. */
export async function* eachCase(repository: Cases, which: Which): AsyncGenerator<Case> {
  let page = await repository.cases({ ...which, limit: PAGE });
  yield* page.cases;
  while (page.next !== undefined) {
    // A store in memory answers within the same turn of the event loop: all else would wait for the end.
    await nextTurn();
    page = await repository.cases({ ...which, limit: PAGE, after: page.next });
    yield* page.cases;
  }
}

/** All of them at once, for what is little enough to be held whole. */
export async function allCases(repository: Cases, which: Which): Promise<Case[]> {
  const found: Case[] = [];
  for await (const subject of eachCase(repository, which)) found.push(subject);
  return found;
}
