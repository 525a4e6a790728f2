import type { z } from 'zod/v4';
import { linkCard } from '../../cards/linkCard.js';
import { linkRegionCard, type linkRegionReplySchema } from '../../cards/linkRegionCard.js';
import type { Region } from '../../data/region.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { readerContext, type Turn } from '../turnContext.js';

/** `koppelen`: for which region, where there is a choice. */
export async function askLink(deps: Deps, turn: Turn): Promise<Outcome> {
  const { roles, words, incoming } = turn;
  const [region, ...others] = roles.coordinates;
  if (!region) return refuse(words.refusals.coordinator);
  if (incoming.place.kind !== 'channel') return refuse(words.link.inChannelOnly);
  if (others.length === 0) return askLinkOf(deps, turn, region);
  return showCard(linkRegionCard(turn, roles.coordinates), words.link.summary);
}

/** A region was chosen. */
export async function askLinkFor(
  deps: Deps,
  turn: Turn,
  reply: z.infer<typeof linkRegionReplySchema>,
): Promise<Outcome> {
  const region = turn.roles.coordinates.find(({ id }) => id === reply.region);
  return region ? askLinkOf(deps, turn, region) : refuse(turn.words.refusals.coordinator);
}

/** Shows who would see the cards before the channel is linked. */
async function askLinkOf(deps: Deps, turn: Turn, region: Region): Promise<Outcome> {
  const { words, incoming } = turn;
  if (incoming.place.kind !== 'channel') return refuse(words.link.inChannelOnly);
  const owner = await ownerOf(deps, incoming.place.channelId, region);
  if (owner) return refuse(words.link.taken(owner.name));
  const members = await deps.messenger.members(incoming.place.teamId, incoming.chat);
  const listed = members.map(({ name, aadObjectId }) => ({
    name,
    isCoordinator: region.coordinators.some((row) => row.aadObjectId === aadObjectId),
  }));
  const before = await deps.repository.read('link', region.id);
  const card = linkCard(readerContext(deps, turn, region), listed, before?.version ?? 0);
  return showCard(card, words.link.summary);
}

/** Another region that has this channel: what one sees there is not for the other. */
export async function ownerOf(
  { regions, repository }: Pick<Deps, 'regions' | 'repository'>,
  channelId: string,
  { id }: Region,
): Promise<Region | undefined> {
  for (const region of regions.all()) {
    if (region.id === id) continue;
    const link = await repository.read('link', region.id);
    if (link?.channel.conversationId === channelId) return region;
  }
  return undefined;
}
