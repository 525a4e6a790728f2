import type { Deps } from './deps.js';
import { refuse, type Outcome } from './outcome.js';
import type { Clicked } from './turnContext.js';

/**
 * Refuses a click on a channel card that delivery does not know, and takes the card away: it was posted twice because Teams' answer
 * to the first got lost, or its channel is no longer the linked one.
 */
export async function refuseOrphan(
  { repository }: Pick<Deps, 'repository'>,
  { incoming, words }: Clicked,
  key: string,
): Promise<Outcome | undefined> {
  if (incoming.place.kind !== 'channel') return undefined;
  const delivery = await repository.read('delivery', key);
  const isLive = !delivery?.card || delivery.card.activityId === incoming.cardId;
  if (isLive || incoming.cardId === undefined) return undefined;
  return { ...refuse(words.refusals.oldCard), removes: incoming.cardId };
}
