import type { DateTime } from 'luxon';
import {
  currentEscalation,
  isActive,
  type Case,
  type Escalation,
  type EscalationState,
  type Permission,
} from './case.js';
import { withEvents } from './caseEvents.js';
import type { Reason } from './checklist.js';
import type { Person } from './person.js';
import { REASON_RULES } from './rules.js';
import { instantOf } from './weeks.js';

/** Without permission to record there is no case left: that is erasing (`data/erase.ts`). */
type Withdrawable = Exclude<Permission, 'record'>;

/** The permissions a client has given and can take back. */
export function givenPermissions({ permissions }: Case): Permission[] {
  const { share, network, followUp } = permissions;
  return [
    'record',
    ...(share?.given ? (['share'] as const) : []),
    ...(network?.given ? (['network'] as const) : []),
    ...(followUp?.given ? (['followUp'] as const) : []),
  ];
}

/**
 * Takes a permission back. Sharing: the coordinators can no longer read the case, and what was
 * written for them alone goes; how it went stays, which is the professional's own course of the case.
 * The medical network and being asked later: that reason ends, and the escalation with it when it was
 * the last one. Nothing when the permission was not given.
 */
export function withdrawPermission(
  subject: Case,
  permission: Withdrawable,
  by: Person,
  now: DateTime,
): Case | undefined {
  if (!givenPermissions(subject).includes(permission)) return undefined;
  const at = instantOf(now);
  const state = currentEscalation(subject)?.state;
  const holder = state?.status === 'claimed' ? state.holder : undefined;
  return {
    ...subject,
    version: subject.version + 1,
    permissions: { ...subject.permissions, [permission]: { given: false, by, at } },
    escalations: subject.escalations.map((row) => without(permission, row, at)),
    history: withEvents(subject.history, [
      { kind: 'permission-withdrawn', permission, at, by, holder },
    ]),
  };
}

function without(permission: Withdrawable, escalation: Escalation, at: string): Escalation {
  if (permission === 'share') return unshared(escalation, at);
  // What is closed or declined may be opened again, and then still lacks that permission.
  if (escalation.state.status === 'withdrawn') return escalation;
  const ended = escalation.reasons.filter((reason) => needs(reason, permission));
  if (ended.length === 0) return escalation;
  const all = [...new Set([...escalation.ended, ...ended])];
  const next = { ...escalation, ended: all };
  return isActive(escalation.state) && hasEnded(next) ? { ...next, state: stopped(at) } : next;
}

/** Whether no reason is left to do something about. */
export function hasEnded({ reasons, ended }: Pick<Escalation, 'reasons' | 'ended'>): boolean {
  return reasons.every((reason) => ended.includes(reason));
}

/** Reasons that ended go on where the permission they need was given again. */
export function revived(escalation: Escalation, given: readonly Permission[]): Escalation {
  if (escalation.state.status === 'withdrawn') return escalation;
  const ended = escalation.ended.filter(
    (reason) => !given.some((permission) => needs(reason, permission)),
  );
  return { ...escalation, ended };
}

const needs = (reason: Reason, permission: Permission) =>
  REASON_RULES[reason].permission === permission;

const stopped = (at: string): EscalationState => ({
  status: 'withdrawn',
  at,
  why: 'client-stops',
});

function unshared(escalation: Escalation, at: string): Escalation {
  const emptied = { ...escalation, reachable: '', note: '', questions: [] };
  return isActive(escalation.state) ? { ...emptied, state: stopped(at) } : emptied;
}
