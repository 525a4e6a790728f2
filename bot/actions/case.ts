import type { z } from 'zod/v4';
import { caseFormCard, type CaseForm } from '../../cards/caseForms.js';
import { withoutRefused } from '../../cards/fields/field.js';
import type { caseReplySchema } from '../../cards/escalationCard.js';
import type { Words } from '../../cards/words/words.js';
import { isShared, type Case } from '../../data/case.js';
import { decide, type Command, type Decision, type Refusal } from '../../data/lifeCycle.js';
import type { Region } from '../../data/region.js';
import { replyToCaseForm } from '../../dialogs/caseForm.js';
import { openCode } from '../commands/case.js';
import type { Deps } from '../deps.js';
import { refuse, type Outcome, type Shown } from '../outcome.js';
import { refuseOrphan } from '../orphan.js';
import { coordinatedNow } from '../roles.js';
import { readerContext, tellsOf, type Clicked } from '../turnContext.js';

type Reply = z.infer<typeof caseReplySchema>;
type CaseAction = (deps: Deps, turn: Clicked, reply: Reply) => Promise<Outcome>;
type Handle = (deps: Deps, turn: Clicked, subject: Case, region: Region, reply: Reply) => Outcome;

/** Every button about a case is for its coordinators, on a card that is still the live one. */
function forCoordinator(handle: Handle): CaseAction {
  return async (deps, turn, reply) => {
    const { refusals } = turn.words;
    // First of all: whether a code exists is nobody else's business.
    if (turn.roles.coordinates.length === 0) return refuse(refusals.coordinator);
    const regions = await coordinatedNow(deps, turn);
    if (regions.length === 0) return refuse(refusals.coordinatorLeft);
    const subject = await deps.repository.read('case', reply.code);
    const region = regions.find(({ id }) => id === subject?.region);
    // A case that was never shared with these coordinators is, to them, no case.
    if (!subject?.escalations.length || !region) return refuse(refusals.unknownCase(reply.code));
    if (!isShared(subject)) return refuse(refusals.notShared);
    const orphaned = await refuseOrphan(deps, turn, subject.code);
    return orphaned ?? handle(deps, turn, subject, region, reply);
  };
}

/** Oppakken and Teruggeven; a case that needs an exception asks for it in the person's own chat. */
export const claim = forCoordinator((deps, turn, subject, region) => {
  const decision = decide(subject, { kind: 'claim', by: turn.sender }, deps.now());
  if (!decision.ok && decision.refusal.kind === 'exception-needed') {
    return showForm(deps, turn, subject, region, 'claim');
  }
  return settle(turn, subject, decision);
});

export const giveBack = forCoordinator((deps, turn, subject) =>
  settle(turn, subject, decide(subject, { kind: 'give-back', by: turn.sender }, deps.now())),
);

/** Openen in the channel: the case in full, in the coordinator's own chat. */
const openFromChannel = forCoordinator((_deps, turn, { code }) => ({
  ...refuse(turn.words.refusals.movedToChat),
  inChat: { kind: 'case-card', code },
}));

/** Openen, and Terug from a form; in the own chat it does what typing the code does. */
export const open: CaseAction = (deps, turn, reply) =>
  turn.incoming.place.kind === 'personal'
    ? openCode(deps, turn, reply.code)
    : openFromChannel(deps, turn, reply);

/** Afronden and Afwijzen: the form, when the command it stands for would be accepted. */
export function ask(form: 'close' | 'decline'): CaseAction {
  return forCoordinator((deps, turn, subject, region) => {
    const decision = decide(subject, tryOut(form, turn), deps.now());
    if (!decision.ok && decision.refusal.kind !== 'month-needed') {
      return refuse(refusalText(turn.words, decision.refusal));
    }
    return showForm(deps, turn, subject, region, form);
  });
}

function tryOut(form: 'close' | 'decline', { sender: by }: Clicked): Command {
  return form === 'close'
    ? { kind: 'close', by, outcome: 'other', contraception: 'none' }
    : { kind: 'decline', by, reason: '' };
}

function showForm(
  deps: Deps,
  turn: Clicked,
  subject: Case,
  region: Region,
  form: CaseForm,
): Outcome {
  const card = caseFormCard(readerContext(deps, turn, region), subject, form);
  const summary = turn.words.caseCard.summary(subject.code);
  const shown = {
    kind: 'card',
    card,
    summary,
    tellsOf: tellsOf(turn, subject, 'coordinator'),
  } as const;
  if (turn.incoming.place.kind === 'personal') return { show: shown };
  return { ...refuse(turn.words.refusals.movedToChat), inChat: shown };
}

/** A filled-in form: its errors at the fields, or the command carried out. */
export function confirm(form: CaseForm): CaseAction {
  return forCoordinator((deps, turn, subject, region, reply) => {
    const context = readerContext(deps, turn, region);
    const result = replyToCaseForm(context, form, subject, turn.sender, reply);
    if (result.kind === 'again') {
      const card = caseFormCard(context, subject, form, result);
      const kept = caseFormCard(context, subject, form, withoutRefused(result));
      return {
        show: {
          kind: 'card',
          card,
          kept,
          summary: turn.words.caseCard.summary(subject.code),
          tellsOf: tellsOf(turn, subject, 'coordinator'),
        },
      };
    }
    return settle(turn, subject, decide(subject, result.command, deps.now()));
  });
}

function channelCard(key: string): Shown {
  return { kind: 'channel-card', subject: 'case', key };
}

/** Stores what the life cycle decided and shows the case where the click came from. */
function settle({ words, incoming }: Clicked, { code }: Case, decision: Decision): Outcome {
  const isPersonal = incoming.place.kind === 'personal';
  const present: Shown = isPersonal ? { kind: 'case-card', code } : channelCard(code);
  if (decision.ok) {
    const change = { writes: [{ kind: 'case', put: decision.case } as const] };
    return { change, show: present, tellsOthers: true };
  }
  const hint = refusalText(words, decision.refusal);
  return isPersonal
    ? { show: { kind: 'case-card', code, hint }, present }
    : { ...refuse(hint), present };
}

function refusalText({ refusals, escalation }: Words, refusal: Refusal): string {
  switch (refusal.kind) {
    case 'held-by':
      return refusals.heldBy(refusal.holder.name);
    case 'already-yours':
      return refusals.alreadyYours;
    case 'not-the-holder':
      return refusals.notHolder(refusal.holder.name);
    case 'wrong-status':
      return refusals.wrongStatus(escalation.statuses[refusal.status].toLowerCase());
    case 'exception-needed':
      return refusals.exceptionNeeded;
    case 'not-shared':
      return refusals.notShared;
    case 'all-ended':
    case 'reason-ended':
      return refusals.reasonsEnded;
    case 'not-escalated':
    case 'already-offered':
    case 'no-offer':
    case 'offer-to-self':
    case 'reason-not-asked':
    case 'no-such-question':
    case 'month-needed':
    case 'not-the-professional':
    case 'no-follow-up':
      return refusals.other;
  }
}
