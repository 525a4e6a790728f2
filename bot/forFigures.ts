import type { Region } from '../data/region.js';
import type { Deps } from './deps.js';
import { refuse, type Outcome } from './outcome.js';
import { coordinatedNow } from './roles.js';
import type { Turn } from './turnContext.js';

/** A region of which somebody reads figures; codes of cases are for its coordinators. */
export interface FigureReader {
  region: Region;
  seesCodes: boolean;
}

/** Project leaders, and whoever coordinates now, with the regions of which they read figures. */
export async function forFigures(
  deps: Deps,
  turn: Turn,
  handle: (readers: readonly FigureReader[]) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const { roles, words } = turn;
  const { leads, coordinates } = roles;
  if (leads.length + coordinates.length === 0) return refuse(words.refusals.figures);
  const coordinated = (await coordinatedNow(deps, turn)).map(({ id }) => id);
  const readers = deps.regions
    .all()
    .map((region) => ({ region, seesCodes: coordinated.includes(region.id) }))
    .filter(({ region, seesCodes }) => seesCodes || leads.some(({ id }) => id === region.id));
  return readers.length === 0 ? refuse(words.refusals.coordinatorLeft) : handle(readers);
}

/** The region that was chosen, or the only one; nothing while there is a choice to make. */
export function chosenReader(
  readers: readonly FigureReader[],
  wanted: string | undefined,
): FigureReader | undefined {
  const [only, ...others] = readers;
  if (wanted === undefined) return others.length === 0 ? only : undefined;
  return readers.find(({ region }) => region.id === wanted);
}
