import { linkedCard } from '../../cards/linkCard.js';
import type { Link } from '../../data/link.js';
import { instantOf } from '../../data/weeks.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';

/** "Ja, koppel dit kanaal": escalations of the region appear here from now on. */
export async function confirmLink(deps: Deps, turn: Clicked): Promise<Outcome> {
  const { roles, words, incoming, sender } = turn;
  const region = roles.coordinates[0];
  if (!region) return refuse(words.refusals.coordinator);
  if (incoming.place.kind !== 'channel') return refuse(words.link.inChannelOnly);
  const { teamId, channelId } = incoming.place;
  const before = await deps.repository.read('link', region.id);
  const link: Link = {
    region: region.id,
    version: (before?.version ?? 0) + 1,
    teamId,
    channel: { ...incoming.chat, conversationId: channelId },
    by: sender,
    at: instantOf(deps.now()),
  };
  return {
    ...showCard(linkedCard(readerContext(deps, turn, region)), words.link.summary),
    change: { writes: [{ kind: 'link', put: link }] },
    tellsOthers: true,
  };
}
