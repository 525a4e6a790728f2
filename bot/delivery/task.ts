import { afterBoth, isBehind, tagOf, type Delivery, type Subject } from '../../data/delivery.js';
import type { Link } from '../../data/link.js';
import type { Region } from '../../data/region.js';
import type { DateTime } from '../../data/weeks.js';
import type { Deps } from '../deps.js';
import type { Duty } from '../duty.js';
import type { Pacing } from './pacing.js';
import { project, readSubject, type Projection } from './subject.js';
import { TooSoon, type Turns } from './turns.js';

export type DeliveryDeps = Pick<
  Deps,
  'repository' | 'regions' | 'messenger' | 'now' | 'log' | 'tenantId'
> & { pacing: Pacing; duty: Duty };

/** One subject on its way: what is to be seen, where, and how far that has come. */
export interface Task {
  kind: Subject['kind'];
  projection: Projection;
  region: Region;
  /** Absent until a channel is linked; only people's own chats can be reached then. */
  link: Link | undefined;
  delivery: Delivery;
  /** When to go on with what cannot be done now. */
  later: DateTime[];
}

/** Nothing when all is shown, or when nothing of it can be stored. */
export async function loadTask(
  deps: DeliveryDeps,
  kind: Subject['kind'],
  key: string,
): Promise<Task | undefined> {
  const { repository, regions } = deps;
  // What cannot be stored as shown would be shown again at every pass.
  if (repository.readOnlyBecause() !== undefined) return undefined;
  const subject = await readSubject(repository, kind, key);
  const projection = subject && (await project(deps, subject));
  const region = projection && regions.find(projection.region);
  if (!projection || !region) return undefined;
  const link = await repository.read('link', region.id);
  const delivery = await repository.read('delivery', key);
  if (!isBehind(subject, delivery, link)) return undefined;
  return { kind, projection, region, link, delivery: delivery ?? startOf(projection), later: [] };
}

/**
 * Says one thing of a subject. Throws TooSoon as well when it changed since the task was loaded: what
 * is said is never older than the moment it is sent.
 */
export async function say<T>(
  { repository, now }: Pick<DeliveryDeps, 'repository' | 'now'>,
  turns: Turns,
  { kind, projection }: Task,
  conversationId: string,
  message: () => Promise<T>,
): Promise<T> {
  const present = await readSubject(repository, kind, projection.key);
  if (!present || tagOf(present).version !== projection.version) throw new TooSoon(now());
  return turns.take(conversationId, projection.key, message);
}

/**
 * Stores what has been shown, also when somebody else has stored something of it meanwhile: then it is
 * looked at once more.
 */
export async function saveProgress(
  { repository, now }: Pick<DeliveryDeps, 'repository' | 'now'>,
  task: Task,
  progress: Partial<Delivery>,
): Promise<Task> {
  const { version } = task.delivery;
  let delivery: Delivery = { ...task.delivery, ...progress, version: version + 1 };
  let { later } = task;
  while (!(await repository.commit({ writes: [{ kind: 'delivery', put: delivery }] })).ok) {
    later = [...task.later, now()];
    const stored = await repository.read('delivery', task.projection.key);
    delivery = stored ? afterBoth(stored, progress) : { ...delivery, version: 1 };
  }
  return { ...task, delivery, later };
}

function startOf({ key, region }: Projection): Delivery {
  const nothing = { settled: 0, thread: 0, notices: 0, told: [], trouble: {}, unreached: [] };
  return { subject: key, region, version: 0, ...nothing };
}
