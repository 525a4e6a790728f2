import type { Absence } from './absence.js';
import { onDuty } from './absence.js';
import { currentEscalation, isShared, type Case } from './case.js';
import { isSamePerson, type Person } from './person.js';
import type { Region } from './region.js';
import { lapsesOn, overdueQuestions, passedAppointment, waitsTooLong, warnsOn } from './terms.js';
import { dayOf, type DateTime } from './weeks.js';

/** What can wait for somebody in the morning, in the order of the message. */
export const REMINDERS = ['question', 'unclaimed', 'lapses-soon', 'appointment-passed'] as const;
export type Reminder = (typeof REMINDERS)[number];

/** What somebody can do without; a question of a colleague is always passed on. */
export const OPTIONAL_REMINDERS = ['unclaimed', 'lapses-soon', 'appointment-passed'] as const;
export type OptionalReminder = (typeof OPTIONAL_REMINDERS)[number];

export interface Due {
  kind: Reminder;
  /** The day it is about, `YYYY-MM-DD`: of the appointment, or on which the claim lapses. */
  on?: string | undefined;
  code: string;
  /** The case's version, for the button that opens it. */
  version: number;
}

/** Whom a morning message is worked out for. */
export interface Duty {
  region: Region;
  absences: readonly Absence[];
  now: DateTime;
}

/** What one case asks of one person this morning. */
export function dueFor(
  person: Person,
  coordinates: boolean,
  subject: Case,
  { region, absences, now }: Duty,
): Due[] {
  if (!isShared(subject)) return [];
  const { terms } = region;
  const today = dayOf(now);
  const state = currentEscalation(subject)?.state;
  const holder = state?.status === 'claimed' ? onDuty(state.holder, absences, today) : undefined;
  const holds = holder !== undefined && coordinates && isSamePerson(holder, person);
  const warning = warnsOn(subject, terms);
  const isAsked = isSamePerson(subject.professional, person);
  const passed = passedAppointment(subject, now);
  const kinds: Record<Reminder, boolean> = {
    question: isAsked && overdueQuestions(subject, terms, now).length > 0,
    unclaimed: coordinates && waitsTooLong(subject, terms, now),
    'lapses-soon': holds && warning !== undefined && warning <= today,
    'appointment-passed': holds && passed !== undefined,
  };
  const days: Partial<Record<Reminder, string | undefined>> = {
    'lapses-soon': lapsesOn(subject, terms),
    'appointment-passed': passed,
  };
  const { code, version } = subject;
  return REMINDERS.filter((kind) => kinds[kind]).map((kind) => ({
    ...{ kind, code, version },
    on: days[kind],
  }));
}
