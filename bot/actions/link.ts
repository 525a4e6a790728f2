import { z } from 'zod/v4';
import { linkedCard, notLinkedCard } from '../../cards/linkCard.js';
import type { Link } from '../../data/link.js';
import type { Region } from '../../data/region.js';
import { instantOf } from '../../data/weeks.js';
import type { Deps } from '../deps.js';
import { ownerOf } from '../commands/link.js';
import { SendError } from '../sendError.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { mayCoordinate } from '../roles.js';
import { readerContext, type Clicked } from '../turnContext.js';

export const linkReplySchema = z.looseObject({
  region: z.string(),
  /** Version of the link when the question was asked; 0 when there was none. */
  version: z.int().nonnegative(),
});

export const cancelReplySchema = linkReplySchema.pick({ region: true });

/** "Ja, koppel dit kanaal": escalations of the region appear here from now on. */
export async function confirmLink(
  deps: Deps,
  turn: Clicked,
  reply: z.infer<typeof linkReplySchema>,
): Promise<Outcome> {
  const { words, incoming } = turn;
  const region = turn.roles.coordinates.find(({ id }) => id === reply.region);
  if (!region) return refuse(words.refusals.coordinator);
  if (incoming.place.kind !== 'channel') return refuse(words.link.inChannelOnly);
  if (!(await mayRelink(deps, turn, region))) return refuse(words.refusals.coordinatorLeft);
  const linked = showCard(linkedCard(readerContext(deps, turn, region)), words.link.summary);
  const before = await deps.repository.read('link', region.id);
  if (before?.channel.conversationId === incoming.place.channelId) return linked;
  const owner = await ownerOf(deps, incoming.place.channelId, region);
  if (owner) return refuse(words.link.taken(owner.name));
  if ((before?.version ?? 0) !== reply.version) return refuse(words.refusals.oldCard);
  const { teamId, channelId } = incoming.place;
  const link: Link = {
    region: region.id,
    version: reply.version + 1,
    teamId,
    channel: { ...incoming.chat, conversationId: channelId },
    by: turn.sender,
    at: instantOf(deps.now()),
  };
  return { ...linked, change: { writes: [{ kind: 'link', put: link }] }, tellsOthers: true };
}

/** "Nee, niet koppelen": the list of members makes place for what to do instead. */
export async function cancelLink(
  deps: Deps,
  turn: Clicked,
  reply: z.infer<typeof cancelReplySchema>,
): Promise<Outcome> {
  const { words } = turn;
  const region = turn.roles.coordinates.find(({ id }) => id === reply.region);
  if (!region) return refuse(words.refusals.coordinator);
  const hasLink = (await deps.repository.read('link', region.id)) !== undefined;
  const card = notLinkedCard(readerContext(deps, turn, region), { hasLink });
  return showCard(card, words.link.summary);
}

/** Who left the coordinators' team cannot take the cards along; a team that is gone holds nobody. */
async function mayRelink(deps: Deps, turn: Clicked, region: Region): Promise<boolean> {
  try {
    return (await mayCoordinate(deps, turn, region.id)) === 'yes';
  } catch (error) {
    if (error instanceof SendError && error.kind === 'gone') return true;
    throw error;
  }
}
