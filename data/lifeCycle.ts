import type { DateTime } from 'luxon';
import { currentEscalation, type Case, type Escalation } from './case.js';
import type { Command, Refusal } from './lifeCycle/commands.js';
import { close, decline, reopen, withdraw } from './lifeCycle/endings.js';
import { accept, cancelOffer, claim, giveBack, lapse, offer, refuse } from './lifeCycle/holding.js';
import { answerFollowUp, askFollowUp, snoozeFollowUp, updateLane } from './lifeCycle/lanes.js';
import { answer, ask } from './lifeCycle/questions.js';
import type { Now, Step } from './lifeCycle/step.js';
import { withEvents } from './caseEvents.js';
import type { Person } from './person.js';
import { realise } from './realisation.js';
import { instantOf } from './weeks.js';

export type { Command, Refusal } from './lifeCycle/commands.js';

export type Decision = { ok: true; case: Case } | { ok: false; refusal: Refusal };

/**
 * Applies one command to the current escalation of a case. Pure; the case that comes back has the
 * next version and one event more, or two when it also records that contraception was realised.
 * @param covers absent colleagues for whom whoever does it stands in
 */
export function decide(
  subject: Case,
  command: Command,
  now: DateTime,
  covers: readonly Person[] = [],
): Decision {
  const escalation = currentEscalation(subject);
  if (escalation === undefined) return { ok: false, refusal: { kind: 'not-escalated' } };
  const at = instantOf(now);
  const step = apply({ subject, escalation, at, covers }, command);
  if ('refusal' in step) return { ok: false, refusal: step.refusal };
  const changed: Case = {
    ...subject,
    version: subject.version + 1,
    escalations: [...subject.escalations.slice(0, -1), step.escalation],
    history: withEvents(subject.history, [{ ...step.event, at }]),
  };
  return { ok: true, case: realised(changed, command, now) };
}

function apply(now: Now, command: Command): Step {
  switch (command.kind) {
    case 'claim':
      return claim(now, command);
    case 'give-back':
      return giveBack(now, command);
    case 'lapse':
      return lapse(now);
    case 'offer':
      return offer(now, command);
    case 'accept':
      return accept(now, command);
    case 'refuse':
      return refuse(now, command);
    case 'cancel-offer':
      return cancelOffer(now, command);
    case 'decline':
      return decline(now, command);
    case 'update-lane':
      return updateLane(now, command);
    case 'ask-follow-up':
      return askFollowUp(now);
    case 'snooze-follow-up':
      return snoozeFollowUp(now, command);
    case 'answer-follow-up':
      return answerFollowUp(now, command);
    case 'ask':
      return ask(now, command);
    case 'answer':
      return answer(now, command);
    case 'close':
      return close(now, command);
    case 'reopen':
      return reopen(now, command);
    case 'withdraw':
      return withdraw(now, command);
  }
}

function realised(subject: Case, command: Command, now: DateTime): Case {
  const on = realisedBy(command);
  return on === undefined || !('by' in command) ? subject : realise(subject, on, command.by, now);
}

function realisedBy(command: Command): string | undefined {
  if (command.kind === 'answer-follow-up') return command.realisedOn;
  return command.kind === 'close' && command.contraception === 'realised'
    ? command.realisedOn
    : undefined;
}

/** R8: claimed all the same, as it is after the municipality was corrected. */
export function lacksException({ state, participation }: Escalation): boolean {
  const isOutside = participation === 'not-participating';
  return isOutside && state.status === 'claimed' && state.exception === undefined;
}
