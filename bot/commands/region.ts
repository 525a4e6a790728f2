import { regionCard } from '../../cards/regionCard.js';
import type { Region } from '../../data/region.js';
import { absencesIn } from '../coordinators.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import { readerContext, type Turn } from '../turnContext.js';
import { askProfile } from './profile.js';

/** `regio`: coordinators, intervision and materials of the reader's region. */
export async function showRegion(deps: Deps, turn: Turn): Promise<Outcome> {
  const { regionInfo } = turn.words;
  const [region, ...others] = regionsOf(deps, turn);
  if (!region || others.length > 0) {
    return askProfile(deps, turn, { then: '', hint: regionInfo.chooseFirst });
  }
  const card = regionCard(readerContext(deps, turn, region), await absencesIn(deps, region));
  return showCard(card, regionInfo.summary);
}

/**
 * Where somebody works, otherwise the first region they coordinate or lead; all regions for who has
 * not chosen an organisation yet.
 */
export function regionsOf(
  { regions }: Pick<Deps, 'regions'>,
  { roles }: Pick<Turn, 'roles'>,
): readonly Region[] {
  const { work, coordinates, leads, officerOf } = roles;
  const own = work?.region ?? coordinates[0] ?? leads[0] ?? officerOf[0]?.region;
  return own ? [own] : regions.all();
}
