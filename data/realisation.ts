import { DateTime } from 'luxon';
import { withEvents, type Case, type Escalation } from './case.js';
import { dayOf, ZONE } from './weeks.js';

/** An escalation counts unless the coordinators did not take it or it was a mistake. */
export function counts({ state }: Escalation): boolean {
  return state.status !== 'declined' && !(state.status === 'withdrawn' && state.why === 'mistake');
}

/**
 * Records that contraception was realised. Only the first time counts, and the row it counts in is
 * fixed here: "escalated" when a counted escalation came before it.
 * @param on `YYYY-MM` or `YYYY-MM-DD`
 */
export function realise(subject: Case, on: string, now: DateTime): Case {
  if (subject.realisation) return subject;
  const recordedAt = now.toUTC().toISO() ?? '';
  const before = subject.escalations.some((row) => counts(row) && cameBefore(row, on));
  return {
    ...subject,
    realisation: { on, recordedAt, route: before ? 'escalated' : 'partner' },
    history: withEvents(subject.history, [{ kind: 'realised', at: recordedAt }]),
  };
}

/** As far as the date tells; within the same day or month the order of recording decides. */
function cameBefore(escalation: Escalation, on: string): boolean {
  const escalatedOn = dayOf(DateTime.fromISO(escalation.at));
  return escalatedOn.slice(0, on.length) <= on;
}

/**
 * The day a realisation counts on. A month alone counts on its last day, or on the day it was
 * recorded when that came first, so that no figure lies in the future.
 */
export function realisationDay({ on, recordedAt }: NonNullable<Case['realisation']>): string {
  const recordedOn = dayOf(DateTime.fromISO(recordedAt));
  if (on.length > 'YYYY-MM'.length) return on;
  const lastDay = dayOf(DateTime.fromISO(on, { zone: ZONE }).endOf('month'));
  return lastDay < recordedOn ? lastDay : recordedOn;
}
