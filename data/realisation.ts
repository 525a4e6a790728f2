import type { DateTime } from 'luxon';
import type { Case, Escalation } from './case.js';
import { withEvents } from './caseEvents.js';
import type { Person } from './person.js';
import { dayOfInstant, instantOf, quarterOf, weekOfDay, type Quarter } from './weeks.js';

/** An escalation counts unless the coordinators did not take it or it was a mistake. */
export function counts(escalation: Escalation): boolean {
  const { state } = escalation;
  const isMistake = state.status === 'withdrawn' && state.why === 'mistake';
  return !isMistake && !isDeclined(escalation);
}

/** "Niet in behandeling genomen"; it stays so when the client stops afterwards. */
export function isDeclined({ state }: Escalation): boolean {
  if (state.status === 'withdrawn') return state.why === 'client-stops' && state.declined === true;
  return state.status === 'declined';
}

/**
 * Records that contraception was realised. Only the first time counts, and the row it counts in is
 * fixed here: "escalated" when a counted escalation came before it. One that was taken out and is
 * recorded again keeps the row it had. The version stays as it is: whoever saves the case raises it
 * once for everything that changed.
 * @param on `YYYY-MM` or `YYYY-MM-DD`
 */
export function realise(subject: Case, on: string, by: Person, now: DateTime): Case {
  if (subject.realisation) return subject;
  const recordedAt = instantOf(now);
  const before = subject.escalations.some((row) => counts(row) && cameBefore(row, on));
  const route = subject.routeBefore ?? (before ? 'escalated' : 'partner');
  return {
    ...subject,
    realisation: { on, recordedAt, route },
    history: withEvents(subject.history, [{ kind: 'realised', at: recordedAt, by }]),
  };
}

/** As far as the date tells; within the same day or month the order of recording decides. */
function cameBefore(escalation: Escalation, on: string): boolean {
  return isNotAfter(dayOfInstant(escalation.at), on);
}

/** Compares months and days by what both of them tell. */
export function isNotAfter(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) <= other.slice(0, known);
}

/** Quarters and ISO years begin and end near the end of a month, never in its middle. */
const MIDDLE = '15';

/**
 * The day that a month or a day counts on. A month alone counts in its middle, so that it lies in its
 * own quarter and year; while it still runs on the day it was recorded, unless that already lies in the
 * next quarter. Never later than that day, so that no figure lies in the future.
 */
export function countingDay({ on, recordedAt }: { on: string; recordedAt: string }): string {
  return dayCounted(on, dayOfInstant(recordedAt));
}

/** The same for what was recorded on a day. */
export function dayCounted(on: string, recordedOn: string): string {
  if (on.length > 'YYYY-MM'.length) return on < recordedOn ? on : recordedOn;
  const middle = `${on}-${MIDDLE}`;
  if (recordedOn <= middle) return recordedOn;
  const isRunning = on === recordedOn.slice(0, 'YYYY-MM'.length);
  return isRunning && quarterOfDay(recordedOn) === quarterOfDay(middle) ? recordedOn : middle;
}

function quarterOfDay(day: string): Quarter {
  return quarterOf(weekOfDay(day));
}
