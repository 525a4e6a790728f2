import type { DateTime } from 'luxon';
import {
  currentEscalation,
  isShared,
  withEvents,
  type Case,
  type Escalation,
  type EscalationState,
  type EscalationStatus,
  type FollowUp,
  type Lane,
  type NewEvent,
} from './case.js';
import type { ContraceptionResult, Outcome, Progress } from './checklist.js';
import { agreedFollowUp, type AgreedFollowUp } from './followUp.js';
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
  | ({ kind: 'update-lane'; by: Person } & Lane)
  /** By the clock. */
  | { kind: 'ask-follow-up' }
  | { kind: 'snooze-follow-up'; by: Person; until: string }
  | {
      kind: 'answer-follow-up';
      by: Person;
      answer: Progress;
      /** `YYYY-MM` or `YYYY-MM-DD`, when contraception was realised meanwhile. */
      realisedOn?: string | undefined;
    }
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
  | { kind: 'not-the-professional' }
  | { kind: 'no-follow-up' };

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
 * next version and one event more, or two when it also records that contraception was realised.
 * @param covers absent colleagues for whom whoever does it stands in
 */
export function decide(
  subject: Case,
  command: Command,
  now: DateTime,
  covers: readonly Person[] = [],
): Decision {
  const escalation = currentEscalation(subject);
  if (escalation === undefined) return refused({ kind: 'not-escalated' });
  const at = instantOf(now);
  const step = apply({ subject, escalation, at, covers }, command);
  if ('refusal' in step) return { ok: false, refusal: step.refusal };
  const changed: Case = {
    ...subject,
    version: subject.version + 1,
    escalations: [...subject.escalations.slice(0, -1), step.escalation],
    history: withEvents(subject.history, [{ ...step.event, at }]),
  };
  return { ok: true, case: realised(changed, command, now) };
}

function refused(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}

/** What a command is applied to. */
interface Now {
  subject: Case;
  escalation: Escalation;
  at: string;
  covers: readonly Person[];
}

function apply(now: Now, command: Command): Step {
  const { subject, escalation, at } = now;
  switch (command.kind) {
    case 'claim':
      return claim(escalation, command, at);
    case 'give-back':
      return whenHeld(now, command.by, () => ({
        escalation: withState(escalation, { status: 'open' }),
        event: { kind: 'given-back', by: command.by },
      }));
    case 'lapse':
      return whenClaimed(escalation, (state) => ({
        escalation: withState(escalation, { status: 'open' }),
        event: { kind: 'lapsed', holder: state.holder },
      }));
    case 'offer':
      return whenHeld(now, command.by, (state) => offer(escalation, state, command, at));
    case 'accept':
      return whenOffered(now, command.by, (state) => ({
        escalation: withState(escalation, {
          ...withoutOffer(state),
          holder: command.by,
          claimedAt: at,
        }),
        event: { kind: 'offer-accepted', by: command.by, from: state.holder },
      }));
    case 'refuse':
      return whenOffered(now, command.by, (state) => ({
        escalation: withState(escalation, withoutOffer(state)),
        event: { kind: 'offer-refused', by: command.by, from: state.holder },
      }));
    case 'cancel-offer':
      return whenHeld(now, command.by, (state) => cancelOffer(escalation, state, command.by));
    case 'decline':
      return decline(now, command);
    case 'update-lane':
      return whenHeld(now, command.by, () => updateLane(escalation, command));
    case 'ask-follow-up':
      return askFollowUp(now);
    case 'snooze-follow-up':
      return whenAsked(now, command.by, (lane) => ({
        escalation: withFollowUp(escalation, { ...lane, on: command.until, askedAt: undefined }),
        event: { kind: 'follow-up-snoozed', by: command.by, until: command.until },
      }));
    case 'answer-follow-up':
      return whenAsked(now, command.by, (lane) => answerFollowUp(now, lane, command));
    case 'ask':
      return whenHeld(now, command.by, () => ask(escalation, command, at));
    case 'answer':
      return whenClaimed(escalation, () => answer(subject, escalation, command, at));
    case 'close':
      return whenHeld(now, command.by, () => close(subject, escalation, command, at));
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

/** The holder, or whoever stands in for them. */
function whenHeld({ escalation, covers }: Now, by: Person, next: (state: Claimed) => Step): Step {
  return whenClaimed(escalation, (state) =>
    isOneOf([by, ...covers], state.holder)
      ? next(state)
      : { refusal: { kind: 'not-the-holder', holder: state.holder } },
  );
}

function whenOffered(
  { escalation, covers }: Now,
  to: Person,
  next: (state: Claimed) => Step,
): Step {
  return whenClaimed(escalation, (state) =>
    state.offer !== undefined && isOneOf([to, ...covers], state.offer.to)
      ? next(state)
      : { refusal: { kind: 'no-offer' } },
  );
}

const isOneOf = (people: readonly Person[], person: Person) =>
  people.some((row) => isSamePerson(row, person));

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

function decline(now: Now, { by, reason }: Of<'decline'>): Step {
  const { escalation, at } = now;
  const declined: Change = {
    escalation: withState(escalation, { status: 'declined', by, at, reason }),
    event: { kind: 'declined', by, reason },
  };
  return escalation.state.status === 'open' ? declined : whenHeld(now, by, () => declined);
}

function updateLane(escalation: Escalation, { by, reason, lane }: Of<'update-lane'>): Step {
  if (!escalation.reasons.includes(reason)) return { refusal: { kind: 'reason-not-asked' } };
  if (escalation.ended.includes(reason)) return { refusal: { kind: 'reason-ended' } };
  return {
    escalation: { ...escalation, lanes: { ...escalation.lanes, [reason]: lane } },
    event: { kind: lane.settled ? 'lane-settled' : 'lane-updated', by, reason },
  };
}

function withFollowUp(escalation: Escalation, lane: FollowUp): Escalation {
  return { ...escalation, lanes: { ...escalation.lanes, 'follow-up': lane } };
}

function whenFollowedUp({ subject }: Now, next: (agreed: AgreedFollowUp) => Step): Step {
  const agreed = agreedFollowUp(subject);
  return 'lane' in agreed ? next(agreed) : { refusal: agreed };
}

function askFollowUp(now: Now): Step {
  return whenFollowedUp(now, ({ lane, to }) => {
    if (lane.askedAt !== undefined) return { refusal: { kind: 'no-follow-up' } };
    return {
      escalation: withFollowUp(now.escalation, { ...lane, askedAt: now.at }),
      event: { kind: 'follow-up-asked', to },
    };
  });
}

function whenAsked(now: Now, by: Person, next: (lane: FollowUp) => Step): Step {
  return whenFollowedUp(now, ({ lane, to }) =>
    lane.askedAt !== undefined && isOneOf([by, ...now.covers], to)
      ? next(lane)
      : { refusal: { kind: 'no-follow-up' } },
  );
}

function answerFollowUp(
  { escalation, at }: Now,
  lane: FollowUp,
  { by, answer }: Of<'answer-follow-up'>,
): Step {
  const answered = { ...lane, answered: { at, by, answer }, settled: true };
  return {
    escalation: withFollowUp(escalation, answered),
    event: { kind: 'follow-up-answered', by, answer },
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

function realised(subject: Case, command: Command, now: DateTime): Case {
  const on = realisedBy(command);
  return on === undefined || !('by' in command) ? subject : realise(subject, on, command.by, now);
}

function realisedBy(command: Command): string | undefined {
  if (command.kind === 'answer-follow-up') return command.realisedOn;
  return command.kind === 'close' && command.contraception === 'realised'
    ? command.realisedOn
    : undefined;
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
