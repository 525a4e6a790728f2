import { isBehind, type Delivery, type Subject } from '../../data/delivery.js';
import type { Link } from '../../data/link.js';
import type { Region } from '../../data/region.js';
import type { DateTime } from '../../data/weeks.js';
import type { Deps } from '../deps.js';
import { project, readSubject, type Projection } from './subject.js';

export type DeliveryDeps = Pick<
  Deps,
  'repository' | 'regions' | 'messenger' | 'now' | 'log' | 'tenantId'
>;

/** One subject on its way: what is to be seen, where, and how far that has come. */
export interface Task {
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
  return { projection, region, link, delivery: delivery ?? startOf(projection), later: [] };
}

/** Stores what has been shown; throws when somebody else shows the same subject. */
export async function saveProgress(
  { repository }: Pick<DeliveryDeps, 'repository'>,
  task: Task,
  progress: Partial<Delivery>,
): Promise<Task> {
  const stored = await repository.read('delivery', task.projection.key);
  const delivery: Delivery = {
    ...task.delivery,
    ...progress,
    version: (stored?.version ?? 0) + 1,
  };
  const { ok } = await repository.commit({ writes: [{ kind: 'delivery', put: delivery }] });
  if (!ok) throw new Error('two deliveries of one subject at the same time');
  return { ...task, delivery };
}

function startOf({ key, region }: Projection): Delivery {
  const nothing = { settled: 0, thread: 0, notices: 0, told: [], trouble: {}, unreached: [] };
  return { subject: key, region, version: 0, ...nothing };
}
