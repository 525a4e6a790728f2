import type { z } from 'zod/v4';
import { consultCard, type consultReplySchema } from '../../cards/consultCard.js';
import type { openConsultReplySchema } from '../../cards/queueCard.js';
import type { Consult } from '../../data/consult.js';
import { isSamePerson } from '../../data/person.js';
import { instantOf } from '../../data/weeks.js';
import type { Deps } from '../deps.js';
import { forCoordinators, notCoordinating } from '../forCoordinator.js';
import { refuse, showCard, type Outcome, type Shown } from '../outcome.js';
import { refuseOrphan } from '../orphan.js';
import { readerContext, type Clicked } from '../turnContext.js';

/** Oppakken on a call-back request: whom to call follows in the coordinator's own chat. */
export async function takeConsult(
  deps: Deps,
  turn: Clicked,
  reply: z.infer<typeof consultReplySchema>,
): Promise<Outcome> {
  const { words, sender } = turn;
  const consult = await deps.repository.read('consult', reply.consult);
  if (!consult) return refuse(words.refusals.other);
  const refused = await notCoordinating(deps, turn, consult.region);
  if (refused) return refused;
  const orphaned = await refuseOrphan(deps, turn, consult.id);
  if (orphaned) return orphaned;
  if (consult.state.status === 'taken') {
    const { by } = consult.state;
    return isSamePerson(by, sender)
      ? { show: shown(deps, turn, consult) }
      : refuse(words.consult.alreadyTaken(by.name));
  }
  const state = { status: 'taken', by: sender, at: instantOf(deps.now()) } as const;
  const months = deps.regions.find(consult.region)?.retention.escalatedCaseMonths ?? 0;
  const expiresAt = instantOf(deps.now().plus({ months }));
  const taken = { ...consult, version: consult.version + 1, state, expiresAt };
  return {
    change: { writes: [{ kind: 'consult', put: taken }] },
    show: shown(deps, turn, taken),
    tellsOthers: true,
  };
}

/** A row of the work queue: the same card, in the coordinator's own chat. */
export function openConsult(
  deps: Deps,
  turn: Clicked,
  reply: z.infer<typeof openConsultReplySchema>,
): Promise<Outcome> {
  return forCoordinators(deps, turn, async (regions) => {
    const consult = await deps.repository.read('consult', reply.consult);
    const isTheirs = regions.some(({ id }) => id === consult?.region);
    return consult && isTheirs ? inOwnChat(deps, turn, consult) : refuse(turn.words.refusals.other);
  });
}

function shown(deps: Deps, turn: Clicked, consult: Consult): Shown {
  return turn.incoming.place.kind === 'personal'
    ? inOwnChat(deps, turn, consult).show
    : { kind: 'channel-card', subject: 'consult', key: consult.id };
}

function inOwnChat(deps: Deps, turn: Clicked, consult: Consult): Outcome {
  const { language, words } = turn;
  const region = deps.regions.find(consult.region);
  if (!region) return refuse(words.refusals.regionGone);
  const card = consultCard(readerContext(deps, turn, region), consult);
  const tells = [consult.id];
  const told = { tells, region: region.id, language, needsSharing: false };
  return showCard(card, words.consult.summary, told);
}
