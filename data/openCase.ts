import type { DateTime } from 'luxon';
import { PERMISSIONS, type Case, type Escalation, type Permission, type Talk } from './case.js';
import { withEvents, type NewEvent } from './caseEvents.js';
import { CHECKLIST_VERSION, type Phase, type Reason, type Situation } from './checklist.js';
import type { Person } from './person.js';
import { realise } from './realisation.js';
import { participation, type Domain, type Organisation, type Region } from './region.js';
import { missingPermissions } from './rules.js';
import { instantOf } from './weeks.js';

/** Who records it, and for which organisation. */
export interface Setting {
  region: Region;
  professional: Person;
  organisation: Organisation;
  domain: Domain;
}

/** What the professional decided on the last screen, and what it rests on. */
export interface EscalationRequest {
  reasons: Reason[];
  phase: Phase;
  situations: Situation[];
  priority: boolean;
  reachable: string;
  note: string;
}

/** What was asked of the client's permission now, and when; what is absent was not asked. */
export type Attested = Partial<Record<Permission, { given: boolean; at: string }>>;

/** What a first checklist brings. */
export interface Opening {
  code: string;
  municipality: string;
  /** Absent when it was escalated without one. */
  talk: Talk | undefined;
  /** `YYYY-MM` or `YYYY-MM-DD` when contraception was realised. */
  realisedOn: string | undefined;
  attested: Attested;
  escalation: EscalationRequest | undefined;
  /** On whose behalf a coordinator recorded it. */
  caller: Case['caller'];
}

/**
 * A new case, escalated at once when the professional chose to. Throws when a permission is missing
 * (R5): the flow asks for it, so getting here without is a bug.
 */
export function openCase(setting: Setting, opening: Opening, now: DateTime): Case {
  const { region, professional } = setting;
  const opened = newCase(setting, opening, instantOf(now));
  const talked = withTalk(opened, opening, professional, now);
  if (!opening.escalation) return talked;
  return escalate(region, talked, opening.escalation, opening.attested, now);
}

function newCase(setting: Setting, opening: Opening, at: string): Case {
  const { professional, organisation, domain, region } = setting;
  const { record, ...others } = attestedBy(professional, opening.attested);
  if (!record?.given) throw new Error('recorded without permission');
  return {
    code: opening.code,
    region: region.id,
    version: 1,
    checklist: CHECKLIST_VERSION,
    openedAt: at,
    professional,
    ...(opening.caller && { caller: opening.caller }),
    organisation: organisation.id,
    organisationType: organisation.type,
    domain,
    municipality: opening.municipality,
    permissions: { record, ...others },
    talks: [],
    escalations: [],
    history: [],
  };
}

/** With who said so. */
export function attestedBy(by: Person, attested: Attested): Partial<Case['permissions']> {
  const said = Object.entries(attested).map(([id, row]) => [id, { ...row, by }] as const);
  return Object.fromEntries(said);
}

/** With one talk more, if there was one, and what it says of contraception. */
export function withTalk(
  subject: Case,
  { talk, realisedOn }: Pick<Opening, 'talk' | 'realisedOn'>,
  by: Person,
  now: DateTime,
): Case {
  if (!talk) return subject;
  const recorded = withHistory({ ...subject, talks: [...subject.talks, talk] }, [
    { kind: 'talk-recorded', at: instantOf(now), by },
  ]);
  return realisedOn === undefined ? recorded : realise(recorded, realisedOn, by, now);
}

/**
 * Adds an escalation; its version is the case's, so that one save is one version. Throws without the
 * permission it needs (R5), as it was given now.
 */
export function escalate(
  region: Region,
  subject: Case,
  request: EscalationRequest,
  attested: Attested,
  now: DateTime,
): Case {
  const given = PERMISSIONS.filter((permission) => attested[permission]?.given);
  const missing = missingPermissions(request.reasons, given);
  if (missing.length > 0) throw new Error(`escalated without permission: ${missing.join(', ')}`);
  const at = instantOf(now);
  const escalation: Escalation = {
    ...request,
    number: subject.escalations.length + 1,
    at,
    participation: participation(region, subject.municipality, now),
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
