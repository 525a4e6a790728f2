import { ACTIVE_STATUSES } from '../data/case.js';
import { isAmong, personKey, type Person } from '../data/person.js';
import { dueFor, REMINDERS, type Due } from '../data/reminders.js';
import { eachCase } from './allCases.js';
import { absencesIn, coordinatorsOf } from './coordinators.js';
import type { Deps } from './deps.js';

/** What waits for somebody now, without what they asked to be left alone with. */
export async function dutiesOf(
  deps: Pick<Deps, 'repository' | 'regions' | 'now' | 'tenantId'>,
  regionId: string,
  person: Person,
): Promise<Due[]> {
  const region = deps.regions.find(regionId);
  if (!region) return [];
  const profile = await deps.repository.read('profile', personKey(person));
  const quiet: readonly string[] = profile?.quiet ?? [];
  const coordinates = isAmong(await coordinatorsOf(deps, region), person);
  const duty = { region, absences: await absencesIn(deps, region), now: deps.now() };
  const due: Due[] = [];
  const active = { region: regionId, statuses: ACTIVE_STATUSES };
  for await (const subject of eachCase(deps.repository, active)) {
    due.push(...dueFor(person, coordinates, subject, duty));
  }
  return REMINDERS.flatMap((kind) =>
    due.filter((row) => row.kind === kind && !quiet.includes(kind)),
  );
}
