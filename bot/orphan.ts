import type { Deps } from './deps.js';
import type { Clicked } from './turnContext.js';

/**
 * The clicked channel card when delivery does not know it: it was posted twice because Teams' answer
 * to the first got lost, or its channel is no longer the linked one. A click on it has no effect.
 */
export async function orphanClicked(
  { repository }: Pick<Deps, 'repository'>,
  { incoming }: Clicked,
  key: string,
): Promise<string | undefined> {
  if (incoming.place.kind !== 'channel') return undefined;
  const delivery = await repository.read('delivery', key);
  const isLive = !delivery?.card || delivery.card.activityId === incoming.cardId;
  return isLive ? undefined : incoming.cardId;
}
