import type { ScreenVerb } from '../cards/screens/screen.js';
import { talkSchema, type Case, type Talk } from '../data/case.js';
import { DRAFT_RULES, type Answers, type Draft } from '../data/draft.js';
import type { Attested, EscalationRequest } from '../data/openCase.js';
import { instantOf, type DateTime } from '../data/weeks.js';

/** What a finished checklist asks to be stored. */
export interface Finished {
  municipality: string;
  /** Absent when somebody escalates without one. */
  talk: Talk | undefined;
  realisedOn: string | undefined;
  attested: Attested;
  escalation: EscalationRequest | undefined;
  /** "Overleg zonder cliëntgegevens": when and where the professional can be called. */
  consult: { reachable: string } | undefined;
  /** On whose behalf a coordinator filled it in, and where they work. */
  caller: (NonNullable<Case['caller']> & { organisation: string }) | undefined;
}

/** What the answers amount to, ended with this button. */
export function finish(draft: Draft, verb: ScreenVerb, now: DateTime): Finished {
  const { kind, answers } = draft;
  const { recordsTalk, hasCaller } = DRAFT_RULES[kind];
  const { reachable = '' } = answers;
  return {
    municipality: answers.municipality ?? 'unknown',
    talk: recordsTalk ? talkIn(answers) : undefined,
    realisedOn: recordsTalk && answers.arrangement === 'realised' ? answers.realisedOn : undefined,
    attested: attestedIn(draft, now),
    escalation: verb === 'escalate' ? requestIn(answers) : undefined,
    consult: verb === 'consult' ? { reachable } : undefined,
    caller: hasCaller ? callerIn(answers) : undefined,
  };
}

/** What was asked: (a) on the first screen or the last, the others only when the last was reached. */
function attestedIn({ kind, answers, recordPermissionAt }: Draft, now: DateTime): Attested {
  const { recordsTalk, asks } = DRAFT_RULES[kind];
  if (recordsTalk && recordPermissionAt === undefined) {
    throw new Error('finished without permission to record');
  }
  const { permissions } = answers;
  const asked = permissions === undefined ? [] : asks;
  return {
    ...(recordPermissionAt !== undefined && { record: { given: true, at: recordPermissionAt } }),
    ...Object.fromEntries(
      asked.map((id) => [id, { given: permissions?.includes(id) ?? false, at: instantOf(now) }]),
    ),
  };
}

function requestIn(answers: Answers): EscalationRequest {
  const { chosen = [], phase = 'unknown', situations = [], priority = false } = answers;
  const { reachable = '', note = '' } = answers;
  return { reasons: chosen, phase, situations, priority, reachable, note };
}

function callerIn({ callerName, callerPhone, organisation }: Answers): Finished['caller'] {
  if (callerName === undefined || callerPhone === undefined || organisation === undefined) {
    throw new Error('finished without the caller');
  }
  return { name: callerName, phone: callerPhone, organisation };
}

/** Every answer that belongs to a talk; throws when a required one is missing, which is a bug. */
function talkIn(answers: Answers): Talk {
  const { topics, determinants, phase, wants, situations } = talkSchema.shape;
  const optional = {
    topics: topics.default([]),
    determinants: determinants.default([]),
    phase: phase.default('unknown'),
    wants: wants.default([]),
    situations: situations.default([]),
  };
  return talkSchema.extend(optional).parse(answers);
}
