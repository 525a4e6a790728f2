import type { DateTime } from 'luxon';
import type { Case, Talk } from './case.js';
import type { Correction } from './caseEvents.js';
import {
  corrected,
  correction,
  refused,
  type OwnDecision,
  type OwnRefusal,
} from './corrections.js';
import type { Person } from './person.js';
import { realise } from './realisation.js';
import { instantOf } from './weeks.js';

/** `YYYY-MM` or `YYYY-MM-DD`; without a date it was a mistake that it was realised at all. */
export interface RealisationAnswer {
  on: string | undefined;
}

/** Puts right when it was realised, where no talk asked it. */
export function correctRealisation(
  subject: Case,
  { on }: RealisationAnswer,
  by: Person,
  now: DateTime,
): OwnDecision {
  if (!subject.realisation) return refused({ kind: 'gone' });
  const corrections = realisedCorrection(subject, { on });
  const refusal = clearingRefusal(subject, subject.talks, corrections);
  if (refusal) return refused(refusal);
  return corrected(withRealisation(subject, on, by, now), corrections, undefined, by, now);
}

export function realisedCorrection(subject: Case, { on }: RealisationAnswer): Correction[] {
  return correction('realisedOn', subject.realisation?.on ?? '', on ?? '');
}

/** That it was realised can be taken back only where nothing else still says so. */
export function clearingRefusal(
  { escalations }: Case,
  talks: readonly Talk[],
  corrections: readonly Correction[],
): OwnRefusal | undefined {
  if (!corrections.some(({ field, to }) => field === 'realisedOn' && to === '')) return undefined;
  const says = talks.find(({ arrangement }) => arrangement === 'realised');
  if (says) return { kind: 'realised-in-talk', on: says.on };
  const isClosedSo = escalations.some(
    ({ state }) => state.status === 'closed' && state.contraception === 'realised',
  );
  return isClosedSo ? { kind: 'realised-at-closing' } : undefined;
}

/**
 * The route was fixed when it was first recorded. Another month counts as from now: the old moment
 * would keep it from counting later than that.
 */
export function withRealisation(
  subject: Case,
  on: string | undefined,
  by: Person,
  now: DateTime,
): Case {
  const { realisation } = subject;
  if (on === realisation?.on) return subject;
  if (on === undefined) {
    return { ...subject, realisation: undefined, routeBefore: realisation?.route };
  }
  // One event says it: that of the correction.
  if (!realisation) return { ...subject, realisation: realise(subject, on, by, now).realisation };
  return { ...subject, realisation: { ...realisation, on, recordedAt: instantOf(now) } };
}
