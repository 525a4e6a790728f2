import { absenceKey, onDuty, type Absence } from '../data/absence.js';
import { isSamePerson, type Person } from '../data/person.js';
import type { Region } from '../data/region.js';
import { dayOf } from '../data/weeks.js';
import type { Deps } from './deps.js';

/** The coordinators of a region as people; none while it is unknown which tenant they are in. */
export async function coordinatorsOf(
  { repository, tenantId }: Pick<Deps, 'repository' | 'tenantId'>,
  { id, coordinators }: Region,
): Promise<Person[]> {
  const tenant = tenantId ?? (await repository.read('link', id))?.channel.tenantId;
  if (tenant === undefined) return [];
  return coordinators.map(({ aadObjectId, name }) => ({ tenantId: tenant, aadObjectId, name }));
}

/** Who of a region is away, now or later, or was; nobody whose stand-in no longer coordinates there. */
export async function absencesIn(
  deps: Pick<Deps, 'repository' | 'tenantId'>,
  region: Region,
): Promise<Absence[]> {
  const people = await coordinatorsOf(deps, region);
  const rows = await Promise.all(
    people.map((person) =>
      deps.repository.read('absence', absenceKey({ region: region.id, person })),
    ),
  );
  return rows
    .filter((row) => row !== undefined)
    .filter(({ replacedBy }) => people.some((person) => isSamePerson(person, replacedBy)));
}

/** The coordinators of a region who are not away today. */
export async function coordinatorsOnDuty(
  deps: Pick<Deps, 'repository' | 'tenantId' | 'now'>,
  region: Region,
): Promise<Person[]> {
  const people = await coordinatorsOf(deps, region);
  const absences = await absencesIn(deps, region);
  const today = dayOf(deps.now());
  return people.filter((person) => isSamePerson(onDuty(person, absences, today), person));
}
