import type { DateTime } from 'luxon';
import {
  currentEscalation,
  isShared,
  withEvents,
  type Case,
  type Escalation,
  type EscalationState,
  type EscalationStatus,
  type Lane,
  type NewEvent,
} from './case.js';
import type { ContraceptionResult, Outcome } from './checklist.js';
import { hasEnded } from './permission.js';
import { isSamePerson, type Person } from './person.js';
import { realise } from './realisation.js';
import { instantOf } from './weeks.js';

/** One row of the life-cycle table in the specification per kind. */
export type Command =
  | { kind: 'claim'; by: Person; exception?: string | undefined }
  | { kind: 'give-back'; by: Person }
  | { kind: 'lapse' }
  | { kind: 'offer'; by: Person; to: Person }
  | { kind: 'accept'; by: Person }
  | { kind: 'refuse'; by: Person }
  | { kind: 'cancel-offer'; by: Person }
  | { kind: 'decline'; by: Person; reason: string }
  | ({ kind: 'settle-lane'; by: Person } & Lane)
  | { kind: 'ask'; by: Person; text: string }
  | { kind: 'answer'; by: Person; question: number; text: string }
  | {
      kind: 'close';
      by: Person;
      outcome: Outcome;
      contraception: ContraceptionResult;
      /** `YYYY-MM` or `YYYY-MM-DD`; heard only when contraception was realised. */
      realisedOn?: string | undefined;
    }
  | { kind: 'reopen'; by: Person }
  | { kind: 'withdraw'; by: Person; why: 'mistake' | 'client-stops' };

/** Why a command has no effect; an expected outcome, so it is returned. */
export type Refusal =
  | { kind: 'not-escalated' }
  | { kind: 'wrong-status'; status: EscalationStatus }
  /** The client took back that coordinators may read it. */
  | { kind: 'not-shared' }
  /** Every reason ended with the permission it needs. */
  | { kind: 'all-ended' }
  | { kind: 'reason-ended' }
  | { kind: 'held-by'; holder: Person }
  | { kind: 'already-yours' }
  | { kind: 'not-the-holder'; holder: Person }
  | { kind: 'exception-needed' }
  | { kind: 'already-offered'; to: Person }
  | { kind: 'no-offer' }
  | { kind: 'offer-to-self' }
  | { kind: 'reason-not-asked' }
  | { kind: 'no-such-question' }
  | { kind: 'month-needed' }
  | { kind: 'not-the-professional' };

export type Decision = { ok: true; case: Case } | { ok: false; refusal: Refusal };

interface Change {
  escalation: Escalation;
  event: DistributiveOmit<NewEvent, 'at'>;
}
type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;
type Step = Change | { refusal: Refusal };
type Claimed = Extract<EscalationState, { status: 'claimed' }>;

/**
 * Applies one command to the current escalation of a case. Pure; the case that comes back has the
 * next version and one event more, or two when closing it also records that contraception was
 * realised.
 */
export function decide(subject: Case, command: Command, now: DateTime): Decision {
  const escalation = currentEscalation(subject);
  if (escalation === undefined) return refused({ kind: 'not-escalated' });
  const at = instantOf(now);
  const step = apply(subject, escalation, command, at);
  if ('refusal' in step) return { ok: false, refusal: step.refusal };
  const changed: Case = {
    ...subject,
    version: subject.version + 1,
    escalations: [...subject.escalations.slice(0, -1), step.escalation],
    history: withEvents(subject.history, [{ ...step.event, at }]),
  };
  return { ok: true, case: command.kind === 'close' ? realised(changed, command, now) : changed };
}

function refused(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}

function apply(subject: Case, escalation: Escalation, command: Command, at: string): Step {
  switch (command.kind) {
    case 'claim':
      return claim(escalation, command, at);
    case 'give-back':
      return whenHeld(escalation, command.by, () => ({
        escalation: withState(escalation, { status: 'open' }),
        event: { kind: 'given-back', by: command.by },
      }));
    case 'lapse':
      return whenClaimed(escalation, (state) => ({
        escalation: withState(escalation, { status: 'open' }),
        event: { kind: 'lapsed', holder: state.holder },
      }));
    case 'offer':
      return whenHeld(escalation, command.by, (state) => offer(escalation, state, command, at));
    case 'accept':
      return whenOffered(escalation, command.by, (state) => ({
        escalation: withState(escalation, {
          ...withoutOffer(state),
          holder: command.by,
          claimedAt: at,
        }),
        event: { kind: 'offer-accepted', by: command.by, from: state.holder },
      }));
    case 'refuse':
      return whenOffered(escalation, command.by, (state) => ({
        escalation: withState(escalation, withoutOffer(state)),
        event: { kind: 'offer-refused', by: command.by, from: state.holder },
      }));
    case 'cancel-offer':
      return whenHeld(escalation, command.by, (state) =>
        cancelOffer(escalation, state, command.by),
      );
    case 'decline':
      return decline(escalation, command, at);
    case 'settle-lane':
      return whenHeld(escalation, command.by, () => settleLane(escalation, command));
    case 'ask':
      return whenHeld(escalation, command.by, () => ask(escalation, command, at));
    case 'answer':
      return whenClaimed(escalation, () => answer(subject, escalation, command, at));
    case 'close':
      return whenHeld(escalation, command.by, () => close(subject, escalation, command, at));
    case 'reopen':
      return reopen(subject, escalation, command.by);
    case 'withdraw':
      return withdraw(subject, escalation, command, at);
  }
}

/** R8: claimed all the same, as it is after the municipality was corrected. */
export function lacksException({ state, participation }: Escalation): boolean {
  const isOutside = participation === 'not-participating';
  return isOutside && state.status === 'claimed' && state.exception === undefined;
}

function withState(escalation: Escalation, state: EscalationState): Escalation {
  return { ...escalation, state };
}

function withoutOffer(state: Claimed): Claimed {
  return { ...state, offer: undefined };
}

function whenClaimed(escalation: Escalation, next: (state: Claimed) => Step): Step {
  const { state } = escalation;
  if (state.status === 'claimed') return next(state);
  return { refusal: { kind: 'wrong-status', status: state.status } };
}

function whenHeld(escalation: Escalation, by: Person, next: (state: Claimed) => Step): Step {
  return whenClaimed(escalation, (state) =>
    isSamePerson(state.holder, by)
      ? next(state)
      : { refusal: { kind: 'not-the-holder', holder: state.holder } },
  );
}

function whenOffered(escalation: Escalation, to: Person, next: (state: Claimed) => Step): Step {
  return whenClaimed(escalation, (state) =>
    state.offer !== undefined && isSamePerson(state.offer.to, to)
      ? next(state)
      : { refusal: { kind: 'no-offer' } },
  );
}

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

function claim(escalation: Escalation, { by, exception }: Of<'claim'>, at: string): Step {
  const { state } = escalation;
  if (state.status === 'claimed') {
    return isSamePerson(state.holder, by)
      ? { refusal: { kind: 'already-yours' } }
      : { refusal: { kind: 'held-by', holder: state.holder } };
  }
  if (state.status !== 'open') return { refusal: { kind: 'wrong-status', status: state.status } };
  const needsException = escalation.participation === 'not-participating';
  if (needsException && !exception) {
    return { refusal: { kind: 'exception-needed' } };
  }
  const ground = needsException ? exception : undefined;
  return {
    escalation: withState(escalation, {
      status: 'claimed',
      holder: by,
      claimedAt: at,
      exception: ground,
    }),
    event: { kind: 'claimed', by, exception: ground },
  };
}

function offer(escalation: Escalation, state: Claimed, { by, to }: Of<'offer'>, at: string): Step {
  if (state.offer) return { refusal: { kind: 'already-offered', to: state.offer.to } };
  if (isSamePerson(by, to)) return { refusal: { kind: 'offer-to-self' } };
  return {
    escalation: withState(escalation, { ...state, offer: { to, at } }),
    event: { kind: 'offered', by, to },
  };
}

function cancelOffer(escalation: Escalation, state: Claimed, by: Person): Step {
  if (!state.offer) return { refusal: { kind: 'no-offer' } };
  return {
    escalation: withState(escalation, withoutOffer(state)),
    event: { kind: 'offer-cancelled', by, to: state.offer.to },
  };
}

function decline(escalation: Escalation, { by, reason }: Of<'decline'>, at: string): Step {
  const declined: Change = {
    escalation: withState(escalation, { status: 'declined', by, at, reason }),
    event: { kind: 'declined', by, reason },
  };
  return escalation.state.status === 'open' ? declined : whenHeld(escalation, by, () => declined);
}

function settleLane(escalation: Escalation, { by, reason, lane }: Of<'settle-lane'>): Step {
  if (!escalation.reasons.includes(reason)) return { refusal: { kind: 'reason-not-asked' } };
  if (escalation.ended.includes(reason)) return { refusal: { kind: 'reason-ended' } };
  return {
    escalation: { ...escalation, lanes: { ...escalation.lanes, [reason]: lane } },
    event: { kind: 'lane-settled', by, reason },
  };
}

function ask(escalation: Escalation, { by, text }: Of<'ask'>, at: string): Step {
  const id = escalation.questions.length + 1;
  return {
    escalation: { ...escalation, questions: [...escalation.questions, { id, by, at, text }] },
    event: { kind: 'asked', by, question: id },
  };
}

function answer(
  subject: Case,
  escalation: Escalation,
  { by, question, text }: Of<'answer'>,
  at: string,
): Step {
  if (!isSamePerson(subject.professional, by)) return { refusal: { kind: 'not-the-professional' } };
  const asked = escalation.questions.find((row) => row.id === question && !row.answer);
  if (!asked) return { refusal: { kind: 'no-such-question' } };
  const answered = { ...asked, answer: { by, at, text } };
  return {
    escalation: {
      ...escalation,
      questions: escalation.questions.map((row) => (row === asked ? answered : row)),
    },
    event: { kind: 'answered', by, question },
  };
}

function close(
  subject: Case,
  escalation: Escalation,
  { by, outcome, contraception, realisedOn }: Of<'close'>,
  at: string,
): Step {
  const isKnown = subject.realisation !== undefined || realisedOn !== undefined;
  if (contraception === 'realised' && !isKnown) return { refusal: { kind: 'month-needed' } };
  return {
    escalation: withState(escalation, { status: 'closed', by, at, outcome, contraception }),
    event: { kind: 'closed', by, outcome, contraception },
  };
}

function realised(subject: Case, command: Of<'close'>, now: DateTime): Case {
  const { by, contraception, realisedOn } = command;
  if (contraception !== 'realised' || realisedOn === undefined) return subject;
  return realise(subject, realisedOn, by, now);
}

function reopen(subject: Case, escalation: Escalation, by: Person): Step {
  const { status } = escalation.state;
  if (status !== 'closed' && status !== 'declined') {
    return { refusal: { kind: 'wrong-status', status } };
  }
  if (!isShared(subject)) return { refusal: { kind: 'not-shared' } };
  if (hasEnded(escalation)) return { refusal: { kind: 'all-ended' } };
  return { escalation: withState(escalation, { status: 'open' }), event: { kind: 'reopened', by } };
}

function withdraw(
  subject: Case,
  escalation: Escalation,
  { by, why }: Of<'withdraw'>,
  at: string,
): Step {
  if (!isSamePerson(subject.professional, by)) return { refusal: { kind: 'not-the-professional' } };
  const { state } = escalation;
  if (state.status === 'withdrawn') {
    return { refusal: { kind: 'wrong-status', status: state.status } };
  }
  const holder = state.status === 'claimed' ? state.holder : undefined;
  const declined = state.status === 'declined' ? true : undefined;
  return {
    escalation: withState(escalation, { status: 'withdrawn', at, why, declined }),
    event: { kind: 'withdrawn', by, why, holder },
  };
}
