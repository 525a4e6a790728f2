import type { Profile } from '../data/profile.js';
import type { Organisation, Region } from '../data/region.js';
import { isStillInTeam } from './coordinators.js';
import type { Deps } from './deps.js';
import type { Turn } from './turnContext.js';

/** What a person is, as the region files and the own profile say. */
export interface Roles {
  /** Where they work as a professional; absent until they chose an organisation. */
  work: { region: Region; organisation: Organisation } | undefined;
  /** Regions in which they are listed as coordinator. */
  coordinates: Region[];
  leads: Region[];
  /** Organisations that list them as attention officer, with their region. */
  officerOf: Office[];
}

export interface Office {
  region: Region;
  organisation: Organisation;
}

export function rolesOf({ regions }: Pick<Deps, 'regions'>, profile: Profile): Roles {
  const listed = (people: { aadObjectId: string }[]) =>
    people.some(({ aadObjectId }) => aadObjectId === profile.person.aadObjectId);
  return {
    work: workOf(regions.all(), profile),
    coordinates: regions.all().filter(({ coordinators }) => listed(coordinators)),
    leads: regions.all().filter(({ projectLeaders }) => listed(projectLeaders)),
    officerOf: regions
      .all()
      .flatMap((region) => region.organisations.map((organisation) => ({ region, organisation })))
      .filter(({ organisation }) => listed(organisation.attentionOfficers)),
  };
}

function workOf(regions: readonly Region[], { work }: Profile): Roles['work'] {
  if (!work) return undefined;
  const region = regions.find(({ id }) => id === work.region);
  const organisation = region?.organisations.find(({ id }) => id === work.organisation);
  return region && organisation ? { region, organisation } : undefined;
}

/** Listed in the region file and, once a channel is linked, still in that team. */
export async function mayCoordinate(
  deps: Pick<Deps, 'repository' | 'isInTeam'>,
  { roles, sender, answerBy }: Pick<Turn, 'roles' | 'sender' | 'answerBy'>,
  region: string,
): Promise<'yes' | 'not-listed' | 'left-team'> {
  if (!roles.coordinates.some(({ id }) => id === region)) return 'not-listed';
  return (await isStillInTeam(deps, region, sender, answerBy)) ? 'yes' : 'left-team';
}

/** The regions they may coordinate at this moment. */
export async function coordinatedNow(
  deps: Pick<Deps, 'repository' | 'isInTeam'>,
  turn: Pick<Turn, 'roles' | 'sender' | 'answerBy'>,
): Promise<Region[]> {
  const { coordinates } = turn.roles;
  const may = await Promise.all(coordinates.map(({ id }) => mayCoordinate(deps, turn, id)));
  return coordinates.filter((_, index) => may[index] === 'yes');
}
