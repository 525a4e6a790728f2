import { linkCard } from '../../cards/linkCard.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { readerContext, type Turn } from '../turnContext.js';

/** `koppelen`: shows who would see the cards before the channel is linked. */
export async function askLink(deps: Deps, turn: Turn): Promise<Outcome> {
  const { roles, words, incoming } = turn;
  const region = roles.coordinates[0];
  if (!region) return refuse(words.refusals.coordinator);
  if (incoming.place.kind !== 'channel') return refuse(words.link.inChannelOnly);
  const members = await deps.messenger.members(incoming.place.teamId, incoming.chat);
  const listed = members.map(({ name, aadObjectId }) => ({
    name,
    isCoordinator: region.coordinators.some((row) => row.aadObjectId === aadObjectId),
  }));
  const before = await deps.repository.read('link', region.id);
  const card = linkCard(readerContext(deps, turn, region), listed, before?.version ?? 0);
  return showCard(card, words.link.summary);
}
