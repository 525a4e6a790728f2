import type { z } from 'zod/v4';
import type { caseReplySchema } from '../cards/escalationCard.js';
import { isShared, type Case } from '../data/case.js';
import type { Person } from '../data/person.js';
import type { Region } from '../data/region.js';
import { coversOf } from './coordinators.js';
import type { Deps } from './deps.js';
import { refuseOrphan } from './orphan.js';
import { refuse, type Outcome } from './outcome.js';
import { coordinatedNow, mayCoordinate } from './roles.js';
import type { Clicked, Turn } from './turnContext.js';

/** Whoever coordinates now, with the regions they do so in. */
export async function forCoordinators(
  deps: Deps,
  turn: Turn,
  handle: (regions: readonly Region[]) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const { refusals } = turn.words;
  if (turn.roles.coordinates.length === 0) return refuse(refusals.coordinator);
  const regions = await coordinatedNow(deps, turn);
  return regions.length === 0 ? refuse(refusals.coordinatorLeft) : handle(regions);
}

export type Reply = z.infer<typeof caseReplySchema>;
export type CaseAction = (deps: Deps, turn: Clicked, reply: Reply) => Promise<Outcome>;

/** A click of a coordinator. */
export interface Coordinating extends Clicked {
  /** Absent colleagues for whom they stand in today. */
  covers: readonly Person[];
}

type Handle = (
  deps: Deps,
  turn: Coordinating,
  subject: Case,
  region: Region,
  reply: Reply,
) => Outcome | Promise<Outcome>;

/** Every button about a case is for its coordinators, on a card that is still the live one. */
export function forCoordinator(handle: Handle): CaseAction {
  return (deps, turn, reply) =>
    // First of all: whether a code exists is nobody else's business.
    forCoordinators(deps, turn, async (regions) => {
      const { refusals } = turn.words;
      const subject = await deps.repository.read('case', reply.code);
      const region = regions.find(({ id }) => id === subject?.region);
      // A case that was never shared with these coordinators is, to them, no case.
      if (!subject?.escalations.length || !region) return refuse(refusals.unknownCase(reply.code));
      if (!isShared(subject)) return refuse(refusals.notShared);
      const orphaned = await refuseOrphan(deps, turn, subject.code);
      if (orphaned) return orphaned;
      const covers = await coversOf(deps, turn.sender, region);
      return handle(deps, { ...turn, covers }, subject, region, reply);
    });
}

/** Why this person does not coordinate a region at this moment; nothing when they do. */
export async function notCoordinating(
  deps: Deps,
  turn: Turn,
  region: string,
): Promise<Outcome | undefined> {
  const { refusals } = turn.words;
  const may = await mayCoordinate(deps, turn, region);
  if (may === 'yes') return undefined;
  return refuse(may === 'left-team' ? refusals.coordinatorLeft : refusals.coordinator);
}
