import type { DateTime } from 'luxon';
import type { Case } from './case.js';
import { withEvents, type CaseEvent } from './caseEvents.js';
import type { Progress } from './checklist.js';
import { changed, corrected, freeText, refused, type OwnDecision } from './corrections.js';
import type { Person } from './person.js';
import { instantOf } from './weeks.js';

type Reported = Extract<CaseEvent, { kind: 'progress' }>;

/** How it goes; the coordinator who holds the case hears of it. */
export function reportProgress(
  subject: Case,
  { answer, note }: { answer: Progress; note: string },
  by: Person,
  now: DateTime,
): OwnDecision {
  const event = { kind: 'progress', at: instantOf(now), by, answer } as const;
  const history = withEvents(subject.history, [event]);
  return changed(withNote({ ...subject, history }, history.length, note));
}

/** What was written with a report; empty when nothing was, or when it was taken out. */
export function progressNote(
  { progressNotes = [] }: Case,
  { number, note = '' }: Reported,
): string {
  return progressNotes.find(({ event }) => event === number)?.text ?? note;
}

export function lastReport({ history }: Case): Reported | undefined {
  return history.findLast((event) => event.kind === 'progress');
}

/** Replaces or empties what was written with the last report: it may name what had to go. */
export function correctProgressNote(
  subject: Case,
  note: string,
  by: Person,
  now: DateTime,
): OwnDecision {
  const report = lastReport(subject);
  if (!report) return refused({ kind: 'gone' });
  const corrections = freeText('progressNote', progressNote(subject, report), note);
  const next = withNote(withoutOldNote(subject, report), report.number, note);
  return corrected(next, corrections, undefined, by, now);
}

function withNote(subject: Case, event: number, text: string): Case {
  const others = (subject.progressNotes ?? []).filter((row) => row.event !== event);
  return { ...subject, progressNotes: text === '' ? others : [...others, { event, text }] };
}

/** It stood in the event itself once; what has to go is the one thing history does not keep. */
function withoutOldNote(subject: Case, { number }: Reported): Case {
  const history = subject.history.map((event) =>
    event.kind === 'progress' && event.number === number ? { ...event, note: undefined } : event,
  );
  return { ...subject, history };
}
