import { present } from '../../cards/fields/colleagueField.js';
import { offerCard, type OfferTo } from '../../cards/offerCard.js';
import { onDuty } from '../../data/absence.js';
import { currentEscalation, type Case } from '../../data/case.js';
import { decide, type Command, type Decision } from '../../data/lifeCycle.js';
import { lastOfferEnding } from '../../data/offer.js';
import { isSamePerson, type Person } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import { dayOf } from '../../data/weeks.js';
import { replyToOffer } from '../../dialogs/offer.js';
import { showOnCase } from '../aboutCase.js';
import { absencesIn, colleaguesOf } from '../coordinators.js';
import type { Deps } from '../deps.js';
import { forCoordinator, type CaseAction, type Coordinating } from '../forCoordinator.js';
import type { Outcome } from '../outcome.js';
import { readerContext } from '../turnContext.js';
import { settle } from './settle.js';

/** Overdragen: the form, when there is somebody to hand over to and it is theirs to hand over. */
export const askOffer = forCoordinator(async (deps, turn, subject, region) => {
  const to = await offerTo(deps, turn, subject, region);
  const [somebody] = present(to.colleagues);
  if (!somebody) return hinted(subject, turn.words.handOver.nobody);
  const tried = carryOut(deps, turn, subject, { kind: 'offer', by: turn.sender, to: somebody });
  if (!tried.ok) return settle(turn, subject, tried);
  const card = offerCard(readerContext(deps, turn, region), subject, to);
  return showOnCase(turn, subject, 'coordinator', card);
});

export const confirmOffer = forCoordinator(async (deps, turn, subject, region, reply) => {
  const context = readerContext(deps, turn, region);
  const to = await offerTo(deps, turn, subject, region);
  if (present(to.colleagues).length === 0) return hinted(subject, turn.words.handOver.nobody);
  const result = replyToOffer(context, to, reply);
  if (result.kind === 'again') {
    return showOnCase(turn, subject, 'coordinator', offerCard(context, subject, to, result));
  }
  const command = { kind: 'offer', by: turn.sender, to: result.to } as const;
  return settle(turn, subject, carryOut(deps, turn, subject, command));
});

/** Accepteren, Weigeren and Heropenen ask nothing more. */
export function atOnce(kind: 'accept' | 'refuse' | 'reopen'): CaseAction {
  return forCoordinator((deps, turn, subject) =>
    settle(turn, subject, carryOut(deps, turn, subject, { kind, by: turn.sender })),
  );
}

/** Overdracht annuleren; when the colleague was first, that says more than who may do it now. */
export const cancelOffer = forCoordinator((deps, turn, subject) => {
  const command = { kind: 'cancel-offer', by: turn.sender } as const;
  const decision = carryOut(deps, turn, subject, command);
  return settle(turn, subject, isTakenOver(subject, decision) ? NO_OFFER : decision);
});

const NO_OFFER: Decision = { ok: false, refusal: { kind: 'no-offer' } };

function isTakenOver(subject: Case, decision: Decision): boolean {
  const isNotTheirs = !decision.ok && decision.refusal.kind === 'not-the-holder';
  return isNotTheirs && lastOfferEnding(subject)?.kind === 'offer-accepted';
}

function carryOut({ now }: Deps, { covers }: Coordinating, subject: Case, command: Command) {
  return decide(subject, command, now(), covers);
}

/** Not the holder, nor whose offers would come to the sender in their absence. */
async function offerTo(
  deps: Deps,
  turn: Coordinating,
  subject: Case,
  region: Region,
): Promise<OfferTo> {
  const absences = await absencesIn(deps, region);
  const state = currentEscalation(subject)?.state;
  const holder = state?.status === 'claimed' ? state.holder : turn.sender;
  const today = dayOf(deps.now());
  const canGetIt = (person: Person) =>
    !isSamePerson(person, holder) && !isSamePerson(onDuty(person, absences, today), turn.sender);
  const colleagues = await colleaguesOf(deps, turn, region);
  return { absences, colleagues: colleagues.filter(({ person }) => canGetIt(person)) };
}

function hinted({ code }: Case, hint: string): Outcome {
  return { show: { kind: 'case-card', code, hint } };
}
