import { DateTime } from 'luxon';
import { currentEscalation, isActive, type Case } from './case.js';
import { contributions } from './counting.js';
import { remainderOf, type Remainder } from './figureRows.js';
import type { Region } from './region.js';
import { parseInstant, ZONE } from './weeks.js';

/** What stays in the figures of a case that is erased: numbers that are never crossed. */
export function remains(subject: Case): Remainder[] {
  return contributions(subject).flatMap((row) => remainderOf(row) ?? []);
}

/**
 * The moment after which a case may no longer be kept: so many months after it ended, or after the
 * last talk when nothing was escalated. Nothing while its escalation is open or claimed.
 */
export function keptUntil(subject: Case, retention: Region['retention']): DateTime | undefined {
  const state = currentEscalation(subject)?.state;
  if (!state) return lastTalk(subject).plus({ months: retention.caseMonths });
  if (isActive(state)) return undefined;
  const ended = DateTime.max(onOurClock(state.at), lastTalk(subject));
  return ended.plus({ months: retention.escalatedCaseMonths });
}

/** What was opened later cannot be past its term. Months have not the same length: some days more. */
export function opensBefore(retention: Region['retention'], now: DateTime): DateTime {
  const months = Math.min(retention.caseMonths, retention.escalatedCaseMonths);
  return now.minus({ months }).plus({ days: 4 });
}

function lastTalk({ history, openedAt }: Case): DateTime {
  const talk = history.findLast(({ kind }) => kind === 'talk-recorded');
  return onOurClock(talk?.at ?? openedAt);
}

/** Months are counted on the calendar people live by. */
const onOurClock = (instant: string) => parseInstant(instant).setZone(ZONE);
