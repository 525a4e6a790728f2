import type { z } from 'zod/v4';
import { ownCasesCard, type ownCasesReplySchema } from '../../cards/ownCasesCard.js';
import type { Case } from '../../data/case.js';
import { pageOf, placeOf, STATUSES_OF, type OwnFilter } from '../../data/casePage.js';
import { allCases } from '../allCases.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import type { TellsOf } from '../copies.js';
import { tellsOf, type Turn } from '../turnContext.js';

type Reply = z.infer<typeof ownCasesReplySchema>;

/** So many rows fit a phone. */
const ROWS = 6;

/** `mijn casussen` */
export function showOwnCases(deps: Deps, turn: Turn): Promise<Outcome> {
  return listOwnCases(deps, turn, { shown: 'open' });
}

/** Open, Afgesloten, Vorige and Volgende. */
export async function listOwnCases(deps: Deps, turn: Turn, reply: Reply): Promise<Outcome> {
  const { shown, at } = reply;
  const all = await ownCases(deps, turn, shown);
  const page = pageOf(all, at, ROWS);
  const card = ownCasesCard(turn, { ...page, shown, total: all.length });
  return showCard(card, turn.words.ownCases.summary, tellsOfAll(turn, page.cases));
}

function tellsOfAll(turn: Turn, [first, ...others]: readonly Case[]): TellsOf | undefined {
  if (!first) return undefined;
  const told = tellsOf(turn, first, 'professional');
  return { ...told, tells: [first, ...others].map(({ code }) => code) };
}

/**
 * Newest first, of every region: who moved to another organisation keeps the cases they had. What
 * retention leaves of one person's cases is little enough to be read whole.
 */
async function ownCases(deps: Deps, turn: Turn, shown: OwnFilter): Promise<Case[]> {
  const which = { professional: turn.sender, statuses: STATUSES_OF[shown] };
  const lists = await Promise.all(
    deps.regions.all().map(({ id }) => allCases(deps.repository, { ...which, region: id })),
  );
  return lists.flat().sort((one, other) => (placeOf(one) < placeOf(other) ? 1 : -1));
}
