import type { Case, Escalation, EscalationState } from '../case.js';
import type { NewEvent } from '../caseEvents.js';
import { isAmong, type Person } from '../person.js';
import type { Refusal } from './commands.js';

/** What a command is applied to. */
export interface Now {
  subject: Case;
  /** The current one of the case. */
  escalation: Escalation;
  at: string;
  covers: readonly Person[];
}

export interface Change {
  escalation: Escalation;
  event: DistributiveOmit<NewEvent, 'at'>;
}
type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;
export type Step = Change | { refusal: Refusal };
export type Claimed = Extract<EscalationState, { status: 'claimed' }>;

export function withState(escalation: Escalation, state: EscalationState): Escalation {
  return { ...escalation, state };
}

export function whenClaimed({ escalation }: Now, next: (state: Claimed) => Step): Step {
  const { state } = escalation;
  if (state.status === 'claimed') return next(state);
  return { refusal: { kind: 'wrong-status', status: state.status } };
}

/** The holder, or whoever stands in for them. */
export function whenHeld(now: Now, by: Person, next: (state: Claimed) => Step): Step {
  return whenClaimed(now, (state) =>
    isAmong([by, ...now.covers], state.holder)
      ? next(state)
      : { refusal: { kind: 'not-the-holder', holder: state.holder } },
  );
}
