import type { Colleague } from '../cards/fields/colleagueField.js';
import { isSamePerson } from '../data/person.js';
import type { Region } from '../data/region.js';
import { coordinatorsOf } from './absences.js';
import type { Deps } from './deps.js';
import type { Turn } from './turnContext.js';

/** The other coordinators of a region, and whether they are still in the coordinators' team. */
export async function colleaguesOf(
  deps: Pick<Deps, 'repository' | 'tenantId' | 'isInTeam'>,
  { sender, answerBy }: Pick<Turn, 'sender' | 'answerBy'>,
  region: Region,
): Promise<Colleague[]> {
  const people = await coordinatorsOf(deps, region);
  const link = await deps.repository.read('link', region.id);
  const others = people.filter((person) => !isSamePerson(person, sender));
  return Promise.all(
    others.map(async (person) => {
      const isThere = !link || (await deps.isInTeam(link, person, answerBy));
      return { person, hasLeft: !isThere };
    }),
  );
}
