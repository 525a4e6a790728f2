import type { z } from 'zod/v4';
import { queueCard, type queueReplySchema } from '../../cards/queueCard.js';
import type { Delivery, Subject } from '../../data/delivery.js';
import type { Region } from '../../data/region.js';
import {
  queuePage,
  workQueue,
  type QueueFilter,
  type QueueRow,
  type RegionQueue,
} from '../../data/workQueue.js';
import type { TellsOf } from '../copies.js';
import type { Deps } from '../deps.js';
import { forCoordinators } from '../forCoordinator.js';
import { showCard, type Outcome } from '../outcome.js';
import { readQueue } from '../readQueue.js';
import type { Turn } from '../turnContext.js';

/** So many rows fit a phone. */
const ROWS = 8;

/** `werkvoorraad` */
export function showQueue(deps: Deps, turn: Turn): Promise<Outcome> {
  return forCoordinators(deps, turn, (regions) => renderQueue(deps, turn, regions, {}));
}

/** Toon, a group, Vorige and Volgende. */
export function listQueue(
  deps: Deps,
  turn: Turn,
  reply: z.infer<typeof queueReplySchema>,
): Promise<Outcome> {
  // What was chosen above the rows is sent by Toon alone.
  const { showGroup, showReason, showMunicipality, ...at } = reply;
  const filter = showGroup
    ? { group: showGroup, reason: showReason, municipality: showMunicipality }
    : at;
  return forCoordinators(deps, turn, (regions) => renderQueue(deps, turn, regions, filter));
}

/** What just happened, and the delivery that is tried again as it is about to be stored. */
interface Happened {
  hint?: string;
  retried?: Delivery;
}

/** The queue as it is now. */
export async function renderQueue(
  deps: Deps,
  turn: Turn,
  regions: readonly Region[],
  filter: QueueFilter,
  { hint, retried }: Happened = {},
): Promise<Outcome> {
  const now = deps.now();
  const stored = await Promise.all(regions.map((region) => readQueue(deps, turn.sender, region)));
  const queues = retried ? stored.map((queue) => withDelivery(queue, retried)) : stored;
  const { rows, unwiped } = workQueue(queues, turn.sender, now);
  const page = queuePage(rows, filter, ROWS);
  const severalRegions = regions.length > 1;
  const card = queueCard(turn, { ...page, now, severalRegions, unwiped, hint });
  return showCard(card, turn.words.queue.summary, tellsOfRows(turn, page.shown));
}

function withDelivery(queue: RegionQueue, delivery: Delivery): RegionQueue {
  const troubles = queue.troubles.map((row) =>
    row.delivery.subject === delivery.subject ? { ...row, delivery } : row,
  );
  return { ...queue, troubles };
}

/** Cases and call-back requests; a message to somebody and a digest tell of nothing. */
function tellsOfRows({ language }: Turn, rows: readonly QueueRow[]): TellsOf | undefined {
  const [first] = rows;
  const tells = [...new Set(rows.flatMap(keyOf))];
  if (!first || tells.length === 0) return undefined;
  return { tells, region: first.region.id, language, needsSharing: true };
}

function keyOf(row: QueueRow): string[] {
  switch (row.kind) {
    case 'case':
      return [row.case.code];
    case 'consult':
      return [row.consult.id];
    case 'trouble':
      return tellsOfNothing(row.subject) ? [] : [row.delivery.subject];
  }
}

const tellsOfNothing = ({ kind }: Subject) => kind === 'bulletin' || kind === 'digest';
