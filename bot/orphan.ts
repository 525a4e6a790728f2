import type { Deps } from './deps.js';
import type { Clicked } from './turnContext.js';

/**
 * A channel card that delivery does not know: it was posted twice because Teams' answer to the first
 * got lost. It has no effect and is taken away.
 */
export async function isOrphan(deps: Deps, { incoming }: Clicked, key: string): Promise<boolean> {
  if (incoming.place.kind !== 'channel' || incoming.cardId === undefined) return false;
  const delivery = await deps.repository.read('delivery', key);
  if (!delivery?.card || delivery.card.activityId === incoming.cardId) return false;
  const orphan = incoming.cardId;
  deps.messenger.remove(incoming.chat, orphan).catch((error: unknown) => {
    deps.log.warn({ err: error }, 'orphaned card stays');
  });
  return true;
}
