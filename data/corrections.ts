import type { DateTime } from 'luxon';
import type { Case, EscalationStatus, Permission } from './case.js';
import { withEvents, type CaseEvent, type Correctable, type Correction } from './caseEvents.js';
import type { Person } from './person.js';
import { participation, type Region } from './region.js';
import { instantOf, parseInstant } from './weeks.js';

/** Why nothing changed; an expected outcome, so it is returned. */
export type OwnRefusal =
  | { kind: 'nothing-changed' }
  | { kind: 'no-such-talk' }
  /** Nothing can be corrected on an escalation that has ended. */
  | { kind: 'not-active'; status: EscalationStatus | 'none' }
  /** What was to be corrected is not there any more. */
  | { kind: 'gone' }
  /** Only reasons are left that ended with the permission they need. */
  | { kind: 'all-ended' }
  /** R5: these reasons need what the client has not allowed. */
  | { kind: 'permission-needed'; permissions: Permission[] }
  /** Another talk says that it was realised. */
  | { kind: 'realised-in-talk'; on: string }
  /** A coordinator closed the case as realised. */
  | { kind: 'realised-at-closing' }
  | { kind: 'already-realised' };

export type OwnDecision = { ok: true; case: Case } | { ok: false; refusal: OwnRefusal };

export const refused = (refusal: OwnRefusal): OwnDecision => ({ ok: false, refusal });

export function changed(next: Case): OwnDecision {
  return { ok: true, case: { ...next, version: next.version + 1 } };
}

export function corrected(
  next: Case,
  corrections: Correction[],
  talk: number | undefined,
  by: Person,
  now: DateTime,
): OwnDecision {
  if (corrections.length === 0) return refused({ kind: 'nothing-changed' });
  const event = { kind: 'corrected', at: instantOf(now), by, talk, corrections } as const;
  return changed({ ...next, history: withEvents(next.history, [event]) });
}

export function correction(field: Correctable, from: string, to: string): Correction[] {
  return from === to ? [] : [{ field, from, to }];
}

/** The old text may be what had to go: only that it changed is kept. */
export function freeText(field: Correctable, from: string, to: string): Correction[] {
  return from === to ? [] : [{ field, from: '', to: '' }];
}

export function inOrder<T extends string>(all: readonly T[], some: readonly T[]): T[] {
  return all.filter((id) => some.includes(id));
}

export const listed = <T extends string>(all: readonly T[], some: readonly T[]) =>
  inOrder(all, some).join(',');

/** R8 looks at the day of each escalation, so that each is looked at again. */
export function inMunicipality(region: Region, subject: Case, municipality: string): Case {
  if (municipality === subject.municipality) return subject;
  const escalations = subject.escalations.map((row) => ({
    ...row,
    participation: participation(region, municipality, parseInstant(row.at)),
  }));
  return { ...subject, municipality, escalations };
}

/**
 * The answers that changed since somebody saw event `seen`. A form that still shows them from before
 * would put them back.
 * @param talk number of the talk the form is about
 */
export function changedSince(subject: Case, seen: number, talk?: number): Correctable[] {
  return subject.history.slice(seen).flatMap((event) => touchedBy(event, talk));
}

const OF_CASE: readonly Correctable[] = ['municipality', 'realisedOn'];
const OF_ESCALATION: readonly Correctable[] = [
  'reasons',
  'priority',
  'reachable',
  'note',
  'phase',
  'situations',
  'permissions',
];

function touchedBy(event: CaseEvent, talk: number | undefined): readonly Correctable[] {
  if (event.kind === 'escalated') return OF_ESCALATION;
  if (event.kind === 'realised') return ['realisedOn'];
  if (event.kind === 'progress') return ['progressNote'];
  if (event.kind === 'permission-withdrawn') return ['permissions'];
  if (event.kind !== 'corrected') return [];
  const isSame = event.talk === undefined || event.talk === talk;
  return event.corrections
    .map(({ field }) => field)
    .filter((field) => isSame || OF_CASE.includes(field));
}
