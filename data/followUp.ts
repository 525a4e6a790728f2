import {
  currentEscalation,
  isShared,
  type Case,
  type EscalationState,
  type EscalationStatus,
} from './case.js';
import type { FollowUp } from './lanes.js';
import type { Person } from './person.js';
import { dateAfter, dayOf, type DateTime } from './weeks.js';
import { isWorkday, workdayAfter } from './workdays.js';

/** How much later somebody can be asked instead of now. */
export const SNOOZES = ['week', 'two-weeks', 'month'] as const;
export type Snooze = (typeof SNOOZES)[number];

const LATER: Record<Snooze, Parameters<typeof dateAfter>[1]> = {
  week: { weeks: 1 },
  'two-weeks': { weeks: 2 },
  month: { months: 1 },
};

/** The day on which it is asked again, `YYYY-MM-DD`: nobody is asked when nobody is at work. */
export function snoozedUntil(snooze: Snooze, now: DateTime): string {
  const day = dateAfter(dayOf(now), LATER[snooze]);
  return isWorkday(day) ? day : workdayAfter(day, 1);
}

/** A follow-up that was agreed and has no answer, and who is asked if it is asked now. */
export interface AgreedFollowUp {
  lane: FollowUp;
  to: Person;
}

/** Why there is none to ask or to answer. */
export type NoFollowUp =
  | { kind: 'not-shared' }
  | { kind: 'wrong-status'; status: EscalationStatus }
  | { kind: 'no-follow-up' };

/** Also after closing: asking later how it goes is what the client agreed to. */
export function agreedFollowUp(subject: Case): AgreedFollowUp | NoFollowUp {
  const escalation = currentEscalation(subject);
  if (!escalation || !isShared(subject)) return { kind: 'not-shared' };
  const { lanes, ended, state } = escalation;
  const lane = lanes['follow-up'];
  if (state.status === 'declined' || state.status === 'withdrawn') {
    return { kind: 'wrong-status', status: state.status };
  }
  if (!lane || lane.answered || ended.includes('follow-up')) return { kind: 'no-follow-up' };
  return { lane, to: askedPerson(subject.professional, state, lane) };
}

/** A coordinator as long as one is on it, otherwise the professional. */
function askedPerson(professional: Person, state: EscalationState, { asks }: FollowUp): Person {
  if (asks === 'professional') return professional;
  if (state.status === 'claimed') return state.holder;
  return state.status === 'closed' ? state.by : professional;
}

/** Who has been asked how it goes and has not answered. */
export function askedNow(subject: Case): Person | undefined {
  const found = agreedFollowUp(subject);
  return 'lane' in found && found.lane.askedAt !== undefined ? found.to : undefined;
}

/** Whether an answer is waited for; a coordinator who settled the lane does without. */
export function isAwaited(subject: Case): boolean {
  const settled = currentEscalation(subject)?.lanes['follow-up']?.settled;
  return askedNow(subject) !== undefined && settled !== true;
}
