import type { Words } from '../../cards/words/words.js';
import type { Case } from '../../data/case.js';
import type { Decision, Refusal } from '../../data/lifeCycle.js';
import { lastOfferEnding, pendingOffer } from '../../data/offer.js';
import { changeCase, refuse, type Outcome, type Shown } from '../outcome.js';
import type { Clicked } from '../turnContext.js';

/** Stores what the life cycle decided and shows the case where the click came from. */
export function settle({ words, incoming }: Clicked, subject: Case, decision: Decision): Outcome {
  const { code } = subject;
  const isPersonal = incoming.place.kind === 'personal';
  const present: Shown = isPersonal ? { kind: 'case-card', code } : channelCard(code);
  if (decision.ok) return changeCase(decision.case, present);
  const hint = refusalText(words, subject, decision.refusal);
  return isPersonal
    ? { show: { kind: 'case-card', code, hint }, present }
    : { ...refuse(hint), present };
}

function channelCard(key: string): Shown {
  return { kind: 'channel-card', subject: 'case', key };
}

/** Who or what stands in the way, as the case is now. */
export function refusalText(
  { refusals, escalation }: Words,
  subject: Case,
  refusal: Refusal,
): string {
  switch (refusal.kind) {
    case 'held-by':
      return refusals.heldBy(refusal.holder.name);
    case 'already-yours':
      return refusals.alreadyYours;
    case 'not-the-holder':
      return refusals.notHolder(refusal.holder.name);
    case 'wrong-status':
      return refusals.wrongStatus(escalation.statuses[refusal.status].toLowerCase());
    case 'exception-needed':
      return refusals.exceptionNeeded;
    case 'not-shared':
      return refusals.notShared;
    case 'all-ended':
    case 'reason-ended':
      return refusals.reasonsEnded;
    case 'not-escalated':
      return refusals.notEscalated;
    case 'already-offered':
      return refusals.alreadyOffered(refusal.to.name);
    case 'no-offer':
      return noOfferText(refusals, subject);
    case 'offer-to-self':
      return refusals.offerToSelf;
    case 'reason-not-asked':
      return refusals.reasonNotAsked;
    case 'no-such-question':
      return refusals.noSuchQuestion;
    case 'month-needed':
      return refusals.monthNeeded;
    case 'not-the-professional':
      return refusals.notProfessional(subject.professional.name);
    case 'no-follow-up':
      return refusals.noFollowUp;
  }
}

/** What became of the offer that somebody wanted to answer or take back. */
function noOfferText({ offeredTo, offerEnded, noOffer }: Words['refusals'], subject: Case): string {
  const pending = pendingOffer(subject);
  if (pending) return offeredTo(pending.to.name);
  const ending = lastOfferEnding(subject);
  return ending ? offerEnded[ending.kind](ending.by?.name ?? '') : noOffer;
}
