import type { z } from 'zod/v4';
import type { FieldsRead } from '../../cards/fields/field.js';
import {
  laneFormCard,
  lanesCard,
  type confirmLaneReplySchema,
  type laneReplySchema,
} from '../../cards/laneForms.js';
import { currentEscalation, type Case, type Escalation } from '../../data/case.js';
import type { Reason } from '../../data/checklist.js';
import { laneState } from '../../data/lanes.js';
import { decide, type Refusal } from '../../data/lifeCycle.js';
import type { Region } from '../../data/region.js';
import { replyToLaneForm } from '../../dialogs/laneForm.js';
import { showFormOnCase, showOnCase } from '../aboutCase.js';
import { budgetFor } from '../budgetFor.js';
import type { Deps } from '../deps.js';
import { forCoordinator, type Coordinating } from '../forCoordinator.js';
import { refuse, type Outcome } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';
import { settle } from './settle.js';

type Action<R> = (deps: Deps, turn: Clicked, reply: R) => Promise<Outcome>;

/** One lane of a case that this coordinator has in hand. */
interface Lane {
  subject: Case;
  current: Escalation;
  region: Region;
  reason: Reason;
}

/** Spoor bijwerken: which lane, when there are several; otherwise its form. */
export const askLane: Action<z.infer<typeof laneReplySchema>> = (deps, turn, reply) =>
  forCoordinator(async (_deps, coordinating, subject, region) => {
    const current = currentEscalation(subject);
    const reason = reply.reason ?? onlyOne(current?.reasons ?? []);
    const refusal = whyNot(deps, coordinating, subject, reason);
    if (refusal || !current) return refused(coordinating, subject, refusal);
    if (reason !== undefined) return showLaneForm(deps, turn, { subject, current, region, reason });
    const card = lanesCard(readerContext(deps, turn, region), subject, current);
    return showOnCase(turn, subject, 'coordinator', card);
  })(deps, turn, reply);

/** The form of a lane, filled in. */
export const confirmLane: Action<z.infer<typeof confirmLaneReplySchema>> = (deps, turn, reply) =>
  forCoordinator(async (_deps, coordinating, subject, region) => {
    const { reason, seen } = reply;
    const current = currentEscalation(subject);
    const refusal = whyNot(deps, coordinating, subject, reason);
    if (refusal || !current) return refused(coordinating, subject, refusal);
    const context = readerContext(deps, turn, region);
    const form = { seen, inputs: reply };
    const result = replyToLaneForm(context, reason, subject, current, turn.sender, form);
    if (result.kind === 'command') {
      const decision = decide(subject, result.command, deps.now(), coordinating.covers);
      return settle(coordinating, subject, decision);
    }
    const again = await showLaneForm(deps, turn, { subject, current, region, reason }, result);
    return { ...again, present: { kind: 'case-card', code: subject.code } };
  })(deps, turn, reply);

function onlyOne<T>([first, ...others]: readonly T[]): T | undefined {
  return others.length === 0 ? first : undefined;
}

/** Whether somebody has the case in hand shows with any command that is theirs alone. */
function whyNot(
  deps: Deps,
  { sender: by, covers }: Coordinating,
  subject: Case,
  reason: Reason | undefined,
): Refusal | undefined {
  const held = decide(subject, { kind: 'ask', by, text: '' }, deps.now(), covers);
  if (!held.ok) return held.refusal;
  const current = currentEscalation(subject);
  if (reason === undefined || !current) return undefined;
  if (!current.reasons.includes(reason)) return { kind: 'reason-not-asked' };
  return laneState(current, reason) === 'ended' ? { kind: 'reason-ended' } : undefined;
}

function refused(turn: Clicked, subject: Case, refusal: Refusal | undefined): Outcome {
  return refusal
    ? settle(turn, subject, { ok: false, refusal })
    : refuse(turn.words.refusals.other);
}

type Again = Exclude<ReturnType<typeof replyToLaneForm>, { kind: 'command' }>;

async function showLaneForm(
  deps: Deps,
  turn: Clicked,
  { subject, current, region, reason }: Lane,
  again?: Again,
): Promise<Outcome> {
  const context = readerContext(deps, turn, region);
  const budget = await budgetFor(deps, region, subject);
  const isOutdated = again?.kind === 'outdated';
  const form = (read?: FieldsRead) =>
    laneFormCard(context, subject, current, reason, { budget, isOutdated, read });
  return again?.kind === 'again'
    ? showFormOnCase(turn, subject, 'coordinator', form, again)
    : showOnCase(turn, subject, 'coordinator', form());
}
