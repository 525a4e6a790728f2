import type { z } from 'zod/v4';
import type { consultReplySchema } from '../../cards/consultCard.js';
import { isSamePerson } from '../../data/person.js';
import { instantOf } from '../../data/weeks.js';
import type { Deps } from '../deps.js';
import { refuse, type Outcome } from '../outcome.js';
import { refuseOrphan } from '../orphan.js';
import { mayCoordinate } from '../roles.js';
import type { Clicked } from '../turnContext.js';

/** Oppakken on a call-back request: whom to call follows in the coordinator's own chat. */
export async function takeConsult(
  deps: Deps,
  turn: Clicked,
  reply: z.infer<typeof consultReplySchema>,
): Promise<Outcome> {
  const { words, sender } = turn;
  const consult = await deps.repository.read('consult', reply.consult);
  if (!consult) return refuse(words.refusals.other);
  const may = await mayCoordinate(deps, turn, consult.region);
  if (may === 'not-listed') return refuse(words.refusals.coordinator);
  if (may === 'left-team') return refuse(words.refusals.coordinatorLeft);
  const orphaned = await refuseOrphan(deps, turn, consult.id);
  if (orphaned) return orphaned;
  const show = { kind: 'channel-card', subject: 'consult', key: consult.id } as const;
  if (consult.state.status === 'taken') {
    const { by } = consult.state;
    return isSamePerson(by, sender) ? { show } : refuse(words.consult.alreadyTaken(by.name));
  }
  const state = { status: 'taken', by: sender, at: instantOf(deps.now()) } as const;
  const months = deps.regions.find(consult.region)?.retention.escalatedCaseMonths ?? 0;
  const expiresAt = instantOf(deps.now().plus({ months }));
  const taken = { ...consult, version: consult.version + 1, state, expiresAt };
  return {
    change: { writes: [{ kind: 'consult', put: taken }] },
    show,
    tellsOthers: true,
  };
}
