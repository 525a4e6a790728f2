import type { z } from 'zod/v4';
import { programmeCard, programmeRegionCard } from '../../cards/programmeCard.js';
import type { programmeReplySchema } from '../../cards/programmeReplies.js';
import {
  COORDINATOR_KINDS,
  entriesOf,
  REGISTER_KINDS,
  type RegisterEntry,
  type RegisterKind,
} from '../../data/register.js';
import { progressOf, progressPeriods, type Progress } from '../../data/registerProgress.js';
import type { Region } from '../../data/region.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { coordinatedNow } from '../roles.js';
import { readerContext, type Turn } from '../turnContext.js';

/** The programme of one region, and what this person may register of it. */
export interface Programme {
  region: Region;
  kinds: readonly RegisterKind[];
}

/** Whoever leads a region registers everything of it, its coordinators a part. */
export async function programmesOf(deps: Deps, turn: Turn): Promise<Programme[]> {
  const { leads } = turn.roles;
  const coordinated = await coordinatedNow(deps, turn);
  return [
    ...leads.map((region) => ({ region, kinds: REGISTER_KINDS })),
    ...coordinated
      .filter((region) => !leads.includes(region))
      .map((region) => ({ region, kinds: COORDINATOR_KINDS })),
  ];
}

/** `programma`: of which region, where there is a choice. */
export async function showProgramme(deps: Deps, turn: Turn): Promise<Outcome> {
  const programmes = await programmesOf(deps, turn);
  const [first, ...others] = programmes;
  if (!first) return refuse(whyNoProgramme(turn, programmes));
  if (others.length === 0) return showOverview(deps, turn, first);
  const regions = programmes.map(({ region }) => region);
  return showCard(programmeRegionCard(turn, regions), turn.words.programme.summary);
}

/** A region was chosen, or the way back to its programme. */
export async function showProgrammeOf(
  deps: Deps,
  turn: Turn,
  { region: id }: z.infer<typeof programmeReplySchema>,
): Promise<Outcome> {
  if (id === undefined) return showProgramme(deps, turn);
  const programmes = await programmesOf(deps, turn);
  const found = programmes.find(({ region }) => region.id === id);
  return found ? showOverview(deps, turn, found) : refuse(whyNoProgramme(turn, programmes));
}

/** Who coordinates only on paper is told how to get in. */
export function whyNoProgramme({ roles, words }: Turn, programmes: readonly Programme[]): string {
  const hasLeft = programmes.length === 0 && roles.coordinates.length > 0;
  return hasLeft ? words.refusals.coordinatorLeft : words.programme.refusal;
}

async function showOverview(
  deps: Deps,
  turn: Turn,
  { region, kinds }: Programme,
): Promise<Outcome> {
  const entries = await deps.repository.register(region.id);
  const progress = kinds.includes('target') ? await progressIn(deps, region, entries) : [];
  const card = programmeCard(readerContext(deps, turn, region), { kinds, entries, progress });
  return showCard(card, turn.words.programme.summary);
}

/** Of the targets that stand, in the order of their list. */
export async function progressIn(
  { repository, now }: Pick<Deps, 'repository' | 'now'>,
  { id }: Region,
  entries: readonly RegisterEntry[],
): Promise<Progress[]> {
  const targets = entriesOf(entries, 'target').map(({ content }) => content);
  if (targets.length === 0) return [];
  const counts = await repository.counts(id, progressPeriods(targets, now()));
  return progressOf(targets, counts, now());
}
