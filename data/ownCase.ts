import type { DateTime } from 'luxon';
import {
  activeEscalation,
  currentEscalation,
  type Case,
  type Escalation,
  type Permission,
} from './case.js';
import type { Correction } from './caseEvents.js';
import { REASONS, SITUATIONS } from './checklist.js';
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
  type OwnRefusal,
} from './corrections.js';
import { givenPermissions, hasEnded, revived } from './permission.js';
import type { Person } from './person.js';
import { realise } from './realisation.js';
import type { Region } from './region.js';
import { missingPermissions } from './rules.js';
import { instantOf } from './weeks.js';

/** Only the answers that were asked again. */
export type EscalationAnswers = Partial<
  Pick<Escalation, 'reasons' | 'priority' | 'reachable' | 'note' | 'phase' | 'situations'>
> & {
  municipality?: string;
  /** What the client agrees to besides what was given before. */
  permissions?: Permission[];
};

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
  const { municipality = subject.municipality, permissions = [], ...own } = answers;
  const allowed = withAgreed(subject, permissions, by, now);
  const given = givenPermissions(allowed);
  const next = revived(inTheirOrder({ ...current, ...own }), given);
  const refusal = refusalOf(current, next, given);
  if (refusal) return refused(refusal);
  const corrections = [
    ...correction('municipality', subject.municipality, municipality),
    ...escalationCorrections(current, next),
    ...correction('permissions', givenPermissions(subject).join(','), given.join(',')),
  ];
  const escalations = [...subject.escalations.slice(0, -1), next];
  const moved = inMunicipality(region, { ...allowed, escalations }, municipality);
  return corrected(moved, corrections, undefined, by, now);
}

/** What the client agrees to now; what was agreed before stays as it was attested. */
function withAgreed(subject: Case, agreed: readonly Permission[], by: Person, now: DateTime): Case {
  const before = givenPermissions(subject);
  const said = { given: true, by, at: instantOf(now) };
  const added = agreed.filter((id) => !before.includes(id)).map((id) => [id, said] as const);
  return { ...subject, permissions: { ...subject.permissions, ...Object.fromEntries(added) } };
}

/** A reason that was taken out has not ended: it is not there. */
function inTheirOrder(escalation: Escalation): Escalation {
  const reasons = inOrder(REASONS, escalation.reasons);
  return { ...escalation, reasons, ended: escalation.ended.filter((id) => reasons.includes(id)) };
}

/** A reason that was there before keeps the permission it was escalated with. */
function refusalOf(
  before: Escalation,
  after: Escalation,
  given: readonly Permission[],
): OwnRefusal | undefined {
  const added = after.reasons.filter((reason) => !before.reasons.includes(reason));
  const missing = added.length === 0 ? [] : missingPermissions(added, given);
  if (missing.length > 0) return { kind: 'permission-needed', permissions: missing };
  return hasEnded(after) ? { kind: 'all-ended' } : undefined;
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

/** Contraception that was realised after the talk; only the first time counts. */
export function recordRealised(subject: Case, on: string, by: Person, now: DateTime): OwnDecision {
  if (subject.realisation) return refused({ kind: 'already-realised' });
  return changed(realise(subject, on, by, now));
}
