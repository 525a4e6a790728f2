import type { EscalationStatus } from '../case.js';
import type { ContraceptionResult, Outcome, Progress } from '../checklist.js';
import type { Lane } from '../lanes.js';
import type { Person } from '../person.js';

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

export type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;
