import { figuresCard } from '../../cards/figuresCard.js';
import type { Deps } from '../deps.js';
import { mayCoordinate } from '../roles.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { readerContext, type Turn } from '../turnContext.js';

/** `cijfers`: the counted rows of the first region this person reports on. */
export async function showFigures(deps: Deps, turn: Turn): Promise<Outcome> {
  const { roles, words } = turn;
  const region = roles.leads[0] ?? roles.coordinates[0];
  if (!region) return refuse(words.refusals.figures);
  if (!roles.leads.includes(region)) {
    const may = await mayCoordinate(deps, turn, region.id);
    if (may !== 'yes') return refuse(words.refusals.coordinatorLeft);
  }
  const counts = await deps.repository.counts(region.id);
  return showCard(figuresCard(readerContext(deps, turn, region), counts), words.figures.summary);
}
