import type { Colleague } from '../cards/fields/colleagueField.js';
import { absenceKey, coveredBy, onDuty, type Absence } from '../data/absence.js';
import { isAmong, isSamePerson, type Person } from '../data/person.js';
import type { Region } from '../data/region.js';
import { dayOf } from '../data/weeks.js';
import type { Deps } from './deps.js';
import type { Turn } from './turnContext.js';

type ListDeps = Pick<Deps, 'repository' | 'tenantId'>;
type TeamDeps = Pick<Deps, 'repository' | 'isInTeam'>;
type TodayDeps = ListDeps & Pick<Deps, 'now'>;

/** The coordinators of a region as people; none while it is unknown which tenant they are in. */
export function coordinatorsOf(deps: ListDeps, region: Region): Promise<Person[]> {
  return peopleIn(deps, region, region.coordinators);
}

/** The project leaders of a region as people; none while it is unknown which tenant they are in. */
export function leadersOf(deps: ListDeps, region: Region): Promise<Person[]> {
  return peopleIn(deps, region, region.projectLeaders);
}

async function peopleIn(
  { repository, tenantId }: ListDeps,
  { id }: Region,
  listed: Region['projectLeaders'],
): Promise<Person[]> {
  const tenant = tenantId ?? (await repository.read('link', id))?.channel.tenantId;
  if (tenant === undefined) return [];
  return listed.map(({ aadObjectId, name }) => ({ tenantId: tenant, aadObjectId, name }));
}

/**
 * Whether somebody is in the team of a region's channel; everybody is as long as none is linked.
 * Throws when Teams has not answered by then.
 */
export async function isStillInTeam(
  { repository, isInTeam }: TeamDeps,
  region: string,
  person: Person,
  by: number,
): Promise<boolean> {
  const link = await repository.read('link', region);
  return !link || isInTeam(link, person, by);
}

/** The coordinators of a region, and whether they are still in the coordinators' team. */
export async function rosterOf(
  deps: ListDeps & TeamDeps,
  region: Region,
  by: number,
): Promise<Colleague[]> {
  const people = await coordinatorsOf(deps, region);
  return Promise.all(
    people.map(async (person) => {
      const isThere = await isStillInTeam(deps, region.id, person, by);
      return { person, hasLeft: !isThere };
    }),
  );
}

/** The other coordinators of a region. */
export async function colleaguesOf(
  deps: ListDeps & TeamDeps,
  { sender, answerBy }: Pick<Turn, 'sender' | 'answerBy'>,
  region: Region,
): Promise<Colleague[]> {
  const roster = await rosterOf(deps, region, answerBy);
  return roster.filter(({ person }) => !isSamePerson(person, sender));
}

/** Who of a region is away, now or later, or was; nobody whose stand-in no longer coordinates there. */
export async function absencesIn(deps: ListDeps, region: Region): Promise<Absence[]> {
  const people = await coordinatorsOf(deps, region);
  const keys = people.map((person) => absenceKey({ region: region.id, person }));
  const rows = await Promise.all(keys.map((key) => deps.repository.read('absence', key)));
  return rows
    .filter((row) => row !== undefined)
    .filter(({ replacedBy }) => isAmong(people, replacedBy));
}

/** The absent colleagues for whom somebody stands in today. */
export async function coversOf(deps: TodayDeps, person: Person, region: Region): Promise<Person[]> {
  return coveredBy(person, await absencesIn(deps, region), dayOf(deps.now()));
}

/** The coordinators of a region who are not away today. */
export async function coordinatorsOnDuty(deps: TodayDeps, region: Region): Promise<Person[]> {
  const people = await coordinatorsOf(deps, region);
  return atWork(people, await absencesIn(deps, region), dayOf(deps.now()));
}

export function atWork(
  people: readonly Person[],
  absences: readonly Absence[],
  today: string,
): Person[] {
  return people.filter((person) => isSamePerson(onDuty(person, absences, today), person));
}
