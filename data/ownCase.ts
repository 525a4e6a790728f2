import type { DateTime } from 'luxon';
import {
  currentEscalation,
  withEvents,
  type Case,
  type Correction,
  type Escalation,
} from './case.js';
import { REASONS, SITUATIONS, type Progress, type Reason } from './checklist.js';
import {
  changed,
  corrected,
  correction,
  freeText,
  inMunicipality,
  inOrder,
  listed,
  refused,
  type OwnDecision,
} from './corrections.js';
import { givenPermissions } from './permission.js';
import type { Person } from './person.js';
import { realise } from './realisation.js';
import type { Region } from './region.js';
import { missingPermissions } from './rules.js';
import { instantOf } from './weeks.js';

/** Only the answers that were asked again. */
export type EscalationAnswers = Partial<
  Pick<Escalation, 'reasons' | 'priority' | 'reachable' | 'note' | 'phase' | 'situations'>
> & { municipality?: string };

/** The escalation that coordinators have before them now. */
export function activeEscalation(subject: Case): Escalation | undefined {
  const current = currentEscalation(subject);
  const isActive = current?.state.status === 'open' || current?.state.status === 'claimed';
  return isActive ? current : undefined;
}

/** Puts right what was asked of the coordinators, as long as they have it in hand. */
export function correctEscalation(
  region: Region,
  subject: Case,
  answers: EscalationAnswers,
  by: Person,
  now: DateTime,
): OwnDecision {
  const current = activeEscalation(subject);
  if (!current) {
    const status = currentEscalation(subject)?.state.status ?? 'none';
    return refused({ kind: 'not-active', status });
  }
  const { municipality = subject.municipality, ...own } = answers;
  const next = withoutNeedlessEnds({ ...current, ...own });
  const permissions = missingFor(subject, current, next.reasons);
  if (permissions.length > 0) return refused({ kind: 'permission-needed', permissions });
  const corrections = [
    ...correction('municipality', subject.municipality, municipality),
    ...escalationCorrections(current, next),
  ];
  const escalations = [...subject.escalations.slice(0, -1), next];
  const moved = inMunicipality(region, { ...subject, escalations }, municipality);
  return corrected(moved, corrections, undefined, by, now);
}

/** A reason that was taken out has not ended: it is not there. */
function withoutNeedlessEnds(escalation: Escalation): Escalation {
  const reasons = inOrder(REASONS, escalation.reasons);
  return { ...escalation, reasons, ended: escalation.ended.filter((id) => reasons.includes(id)) };
}

function escalationCorrections(before: Escalation, after: Escalation): Correction[] {
  return [
    ...correction('phase', before.phase, after.phase),
    ...correction(
      'situations',
      listed(SITUATIONS, before.situations),
      listed(SITUATIONS, after.situations),
    ),
    ...correction('reasons', listed(REASONS, before.reasons), listed(REASONS, after.reasons)),
    ...correction('priority', String(before.priority), String(after.priority)),
    ...freeText('reachable', before.reachable, after.reachable),
    ...freeText('note', before.note, after.note),
  ];
}

/** How it goes; the coordinator who holds the case hears of it. */
export function reportProgress(
  subject: Case,
  { answer, note }: { answer: Progress; note: string },
  by: Person,
  now: DateTime,
): OwnDecision {
  const event = { kind: 'progress', at: instantOf(now), by, answer, note } as const;
  return changed({ ...subject, history: withEvents(subject.history, [event]) });
}

/** Contraception that was realised after the talk; only the first time counts. */
export function recordRealised(subject: Case, on: string, by: Person, now: DateTime): OwnDecision {
  if (subject.realisation) return refused({ kind: 'already-realised' });
  return changed(realise(subject, on, by, now));
}

/** A reason that was there before keeps the permission it was escalated with. */
function missingFor(subject: Case, { reasons }: Escalation, wanted: readonly Reason[]) {
  const added = wanted.filter((reason) => !reasons.includes(reason));
  return added.length === 0 ? [] : missingPermissions(added, givenPermissions(subject));
}
