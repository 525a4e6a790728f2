import type { z } from 'zod/v4';
import type { retryReplySchema } from '../../cards/queueCard.js';
import { retriedAt, troubledSince } from '../../data/delivery.js';
import { instantOf } from '../../data/weeks.js';
import { renderQueue } from '../commands/queue.js';
import type { Deps } from '../deps.js';
import { forCoordinators } from '../forCoordinator.js';
import type { Outcome } from '../outcome.js';
import type { Clicked } from '../turnContext.js';

/** A row under Problemen: delivery tries again at once, and says how that went when asked. */
export function retryDelivery(
  deps: Deps,
  turn: Clicked,
  { subject }: z.infer<typeof retryReplySchema>,
): Promise<Outcome> {
  return forCoordinators(deps, turn, async (regions) => {
    const { queue } = turn.words;
    const trouble = { group: 'trouble' } as const;
    const delivery = await deps.repository.read('delivery', subject);
    const isTheirs = regions.some(({ id }) => id === delivery?.region);
    if (!delivery || !isTheirs || troubledSince(delivery) === undefined) {
      return renderQueue(deps, turn, regions, trouble, { hint: queue.solved });
    }
    const put = retriedAt(delivery, instantOf(deps.now()));
    const happened = { hint: queue.retried, retried: put };
    return {
      ...(await renderQueue(deps, turn, regions, trouble, happened)),
      change: { writes: [{ kind: 'delivery', put }] },
      tellsOthers: true,
    };
  });
}
