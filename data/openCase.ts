import type { DateTime } from 'luxon';
import {
  withEvents,
  type Case,
  type Escalation,
  type NewEvent,
  type Permission,
  type Talk,
} from './case.js';
import { CHECKLIST_VERSION, type Reason } from './checklist.js';
import type { Person } from './person.js';
import { realise } from './realisation.js';
import { participation, type Domain, type Organisation, type Region } from './region.js';
import { missingPermissions } from './rules.js';
import { instantOf } from './weeks.js';

/** Who records a talk, and for whom. */
export interface Setting {
  region: Region;
  professional: Person;
  organisation: Organisation;
  domain: Domain;
}

/** What the professional decided on the last screen. */
export interface EscalationRequest {
  reasons: Reason[];
  priority: boolean;
  reachable: string;
  note: string;
}

export interface RecordedTalk {
  code: string;
  municipality: string;
  talk: Talk;
  /** `YYYY-MM` or `YYYY-MM-DD` when contraception was realised. */
  realisedOn: string | undefined;
  /** Given by the client, as the professional attests. */
  permissions: readonly Permission[];
  /** When permission to record was attested; instant. */
  recordPermissionAt: string;
  /** Whether the other three were asked at all. */
  sharingAsked: boolean;
  escalation: EscalationRequest | undefined;
}

/**
 * A new case from a recorded talk, escalated at once when the professional chose to. Throws when a
 * permission is missing (R5): the flow asks for it, so getting here without is a bug.
 */
export function openCase(setting: Setting, recorded: RecordedTalk, now: DateTime): Case {
  const at = instantOf(now);
  const by = setting.professional;
  const opened = withHistory(newCase(setting, recorded, at), [{ kind: 'talk-recorded', at, by }]);
  const realised =
    recorded.realisedOn === undefined ? opened : realise(opened, recorded.realisedOn, by, now);
  if (!recorded.escalation) return realised;
  const missing = missingPermissions(recorded.escalation.reasons, recorded.permissions);
  if (missing.length > 0) throw new Error(`escalated without permission: ${missing.join(', ')}`);
  return escalate(setting.region, realised, recorded.escalation, now);
}

function newCase(setting: Setting, recorded: RecordedTalk, at: string): Case {
  const { professional, organisation, domain, region } = setting;
  const attested = (permission: Permission, when: string) => ({
    given: recorded.permissions.includes(permission),
    by: professional,
    at: when,
  });
  return {
    code: recorded.code,
    region: region.id,
    version: 1,
    checklist: CHECKLIST_VERSION,
    openedAt: at,
    professional,
    organisation: organisation.id,
    organisationType: organisation.type,
    domain,
    municipality: recorded.municipality,
    permissions: {
      record: attested('record', recorded.recordPermissionAt),
      ...(recorded.sharingAsked && {
        share: attested('share', at),
        network: attested('network', at),
        followUp: attested('followUp', at),
      }),
    },
    talks: [recorded.talk],
    escalations: [],
    history: [],
  };
}

/** Adds an escalation; its version is the case's, so that one save is one version. */
function escalate(region: Region, subject: Case, request: EscalationRequest, now: DateTime): Case {
  const at = instantOf(now);
  const escalation: Escalation = {
    number: subject.escalations.length + 1,
    at,
    reasons: request.reasons,
    phase: subject.talks.at(-1)?.phase ?? 'unknown',
    situations: subject.talks.at(-1)?.situations ?? [],
    priority: request.priority,
    participation: participation(region, subject.municipality, now),
    reachable: request.reachable,
    note: request.note,
    state: { status: 'open' },
    lanes: {},
    ended: [],
    questions: [],
  };
  const by = subject.professional;
  const event: NewEvent = { kind: 'escalated', at, by, priority: request.priority };
  return withHistory({ ...subject, escalations: [...subject.escalations, escalation] }, [event]);
}

function withHistory(subject: Case, events: NewEvent[]): Case {
  return { ...subject, history: withEvents(subject.history, events) };
}
