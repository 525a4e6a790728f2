import { activeEscalation, type Case, type Escalation } from './case.js';
import type { CaseEvent } from './caseEvents.js';
import { agreedFollowUp } from './followUp.js';
import { openQuestions, type Question } from './questions.js';
import type { Terms } from './region.js';
import { dayOf, parseInstant, type DateTime } from './weeks.js';
import { workdayAfter } from './workdays.js';

/** What the clock does says nothing about whether somebody is at work on a case. */
const BY_THE_CLOCK: readonly CaseEvent['kind'][] = ['follow-up-asked', 'lapsed'];

/**
 * The last day on which something happened in a claimed case, or on which something is agreed to
 * happen: who waits for an appointment next month has not let go.
 */
function busyUntil({ history }: Case, { lanes }: Escalation): string {
  const last = history.findLast(({ kind }) => !BY_THE_CLOCK.includes(kind));
  const agreed = [lanes['somatic-network']?.appointmentOn, openFollowUp(lanes)];
  const days = [...agreed, last && dayOf(parseInstant(last.at))];
  return (
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? ''
  );
}

function openFollowUp({ 'follow-up': lane }: Escalation['lanes']): string | undefined {
  return lane && !lane.settled ? lane.on : undefined;
}

/** The day on which a claim lapses when nothing happens; nothing when nobody holds the case. */
export function lapsesOn(subject: Case, { lapseAfter }: Terms): string | undefined {
  const current = activeEscalation(subject);
  if (current?.state.status !== 'claimed') return undefined;
  return workdayAfter(busyUntil(subject, current), lapseAfter);
}

/** The first day on which its holder is warned. */
export function warnsOn(subject: Case, terms: Terms): string | undefined {
  return lapsesOn(subject, { ...terms, lapseAfter: terms.lapseAfter - terms.warnBefore });
}

/** Escalated longer ago than the region wants cases to wait, and claimed by nobody. */
export function waitsTooLong(subject: Case, { claimWithin }: Terms, now: DateTime): boolean {
  const current = activeEscalation(subject);
  if (current?.state.status !== 'open') return false;
  return (
    dayOf(now) > workdayAfter(dayOf(parseInstant(waitingSince(subject, current))), claimWithin)
  );
}

/** Given back, lapsed or reopened, it waits anew. */
function waitingSince({ history }: Case, { at }: Escalation): string {
  const opened = ['given-back', 'lapsed', 'reopened'];
  return history.findLast(({ kind }) => opened.includes(kind))?.at ?? at;
}

/** Questions that the professional has not answered in time; the oldest first. */
export function overdueQuestions(
  subject: Case,
  { answerWithin }: Terms,
  now: DateTime,
): Question[] {
  return openQuestions(subject).filter(
    ({ at }) => dayOf(now) > workdayAfter(dayOf(parseInstant(at)), answerWithin),
  );
}

/** An appointment whose day has passed without a word of what happened. */
export function passedAppointment(subject: Case, now: DateTime): string | undefined {
  const current = activeEscalation(subject);
  const lane = current?.state.status === 'claimed' ? current.lanes['somatic-network'] : undefined;
  // One that was moved is waited for like any other.
  const isWaitedFor = lane && !lane.settled && (!lane.happened || lane.happened === 'moved');
  const on = isWaitedFor ? lane.appointmentOn : undefined;
  return on !== undefined && on < dayOf(now) ? on : undefined;
}

/** Whether today is a day to ask how it goes; who settled the lane does without. */
export function followUpIsDue(subject: Case, now: DateTime): boolean {
  const agreed = agreedFollowUp(subject);
  if (!('lane' in agreed)) return false;
  const { on, settled, askedAt } = agreed.lane;
  return !settled && askedAt === undefined && on <= dayOf(now);
}

/** Asked how it goes, and no answer within the region's term. */
export function isSilent({ escalations }: Case, { followUpWithin }: Terms, now: DateTime): boolean {
  const lane = escalations.at(-1)?.lanes['follow-up'];
  if (!lane?.askedAt || lane.answered) return false;
  return dayOf(now) > workdayAfter(dayOf(parseInstant(lane.askedAt)), followUpWithin);
}
