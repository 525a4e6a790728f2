import { caseFormCard, type CaseForm } from '../../cards/caseForms.js';
import type { FieldsRead } from '../../cards/fields/field.js';
import type { Case } from '../../data/case.js';
import { decide, type Command } from '../../data/lifeCycle.js';
import type { Person } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import { replyToCaseForm } from '../../dialogs/caseForm.js';
import { showFormOnCase, showOnCase } from '../aboutCase.js';
import { openCode } from '../commands/case.js';
import type { Deps } from '../deps.js';
import { forCoordinator, type CaseAction } from '../forCoordinator.js';
import { refuse, type Outcome } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';
import { refusalText, settle } from './settle.js';

/** Oppakken and Teruggeven; a case that needs an exception asks for it in the person's own chat. */
export const claim = forCoordinator((deps, turn, subject, region) => {
  const decision = decide(subject, { kind: 'claim', by: turn.sender }, deps.now());
  if (!decision.ok && decision.refusal.kind === 'exception-needed') {
    return showCaseForm(deps, turn, subject, region, 'claim');
  }
  return settle(turn, subject, decision);
});

export const giveBack = forCoordinator((deps, turn, subject) =>
  settle(
    turn,
    subject,
    decide(subject, { kind: 'give-back', by: turn.sender }, deps.now(), turn.covers),
  ),
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

/** Afronden, Afwijzen and Vraag stellen: the form, when the command it stands for would be accepted. */
export function ask(form: AskedForm): CaseAction {
  return forCoordinator((deps, turn, subject, region) => {
    const decision = decide(subject, TRIED[form](turn.sender), deps.now(), turn.covers);
    if (!decision.ok && decision.refusal.kind !== 'month-needed') {
      return refuse(refusalText(turn.words, subject, decision.refusal));
    }
    return showCaseForm(deps, turn, subject, region, form);
  });
}

/** Claiming asks only when it has to. */
type AskedForm = Exclude<CaseForm, 'claim'>;

const TRIED: Record<AskedForm, (by: Person) => Command> = {
  close: (by) => ({ kind: 'close', by, outcome: 'other', contraception: 'none' }),
  decline: (by) => ({ kind: 'decline', by, reason: '' }),
  question: (by) => ({ kind: 'ask', by, text: '' }),
};

function showCaseForm(
  deps: Deps,
  turn: Clicked,
  subject: Case,
  region: Region,
  form: CaseForm,
): Outcome {
  const card = caseFormCard(readerContext(deps, turn, region), subject, form);
  const shown = showOnCase(turn, subject, 'coordinator', card);
  if (turn.incoming.place.kind === 'personal') return shown;
  return { ...refuse(turn.words.refusals.movedToChat), inChat: shown.show };
}

/** A filled-in form: its errors at the fields, or the command carried out. */
export function confirm(form: CaseForm): CaseAction {
  return forCoordinator((deps, turn, subject, region, reply) => {
    const context = readerContext(deps, turn, region);
    const result = replyToCaseForm(context, form, subject, turn.sender, reply);
    if (result.kind === 'again') {
      const again = (read: FieldsRead) => caseFormCard(context, subject, form, read);
      return showFormOnCase(turn, subject, 'coordinator', again, result);
    }
    return settle(turn, subject, decide(subject, result.command, deps.now(), turn.covers));
  });
}
