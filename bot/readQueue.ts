import { ACTIVE_STATUSES } from '../data/case.js';
import type { Delivery, Subject } from '../data/delivery.js';
import type { Person } from '../data/person.js';
import type { Region } from '../data/region.js';
import type { RegionQueue, Troubled } from '../data/workQueue.js';
import { allCases } from './allCases.js';
import { coversOf } from './coordinators.js';
import { readSubject } from './delivery/subject.js';
import type { Deps } from './deps.js';

type QueueDeps = Pick<Deps, 'repository' | 'tenantId' | 'now'>;

/** What waits in one region, for a coordinator of it. */
export async function readQueue(
  deps: QueueDeps,
  reader: Person,
  region: Region,
): Promise<RegionQueue> {
  const { repository } = deps;
  const active = { region: region.id, statuses: ACTIVE_STATUSES };
  const silent = { region: region.id, statuses: ['closed'] as const, awaited: true } as const;
  const troubled = await repository.troubled(region.id);
  return {
    region,
    covers: await coversOf(deps, reader, region),
    cases: [...(await allCases(repository, active)), ...(await allCases(repository, silent))],
    consults: await repository.openConsults(region.id),
    troubles: await Promise.all(troubled.map((delivery) => withSubject(deps, delivery))),
  };
}

const KINDS: readonly Subject['kind'][] = ['case', 'consult', 'bulletin', 'digest'];

/** A key is of one kind only. */
async function withSubject({ repository }: QueueDeps, delivery: Delivery): Promise<Troubled> {
  const found = await Promise.all(
    KINDS.map((kind) => readSubject(repository, kind, delivery.subject)),
  );
  return { delivery, subject: found.find((subject) => subject !== undefined) };
}
