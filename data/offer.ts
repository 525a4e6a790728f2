import { currentEscalation, type Case } from './case.js';
import type { CaseEvent } from './caseEvents.js';
import type { Person } from './person.js';

const ENDINGS = ['offer-accepted', 'offer-refused', 'offer-cancelled'] as const;

/** How an offer to a colleague ended. */
export type OfferEnding = Extract<CaseEvent, { kind: (typeof ENDINGS)[number] }>;

/** To whom the case is on offer now, and since when. */
export function pendingOffer(subject: Case): { to: Person; at: string } | undefined {
  const state = currentEscalation(subject)?.state;
  return state?.status === 'claimed' ? state.offer : undefined;
}

/** What became of the last offer since the case was claimed, when none is pending. */
export function lastOfferEnding(subject: Case): OfferEnding | undefined {
  if (pendingOffer(subject)) return undefined;
  const claimed = subject.history.findLastIndex(({ kind }) => kind === 'claimed');
  const sinceClaimed = subject.history.slice(claimed + 1);
  return sinceClaimed.findLast((event) => isEnding(event));
}

const isEnding = (event: CaseEvent): event is OfferEnding =>
  ENDINGS.some((kind) => kind === event.kind);
