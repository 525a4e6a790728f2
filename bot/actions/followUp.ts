import { followUpCard } from '../../cards/followUpCard.js';
import type { FieldsRead } from '../../cards/fields/field.js';
import type { CardContext } from '../../cards/context.js';
import type { Case } from '../../data/case.js';
import {
  answerFollowUp,
  filledIn,
  snoozeFollowUp,
  whyNotAsked,
  type Answering,
} from '../../dialogs/followUp.js';
import type { OwnTurn } from '../../dialogs/ownCaseForm.js';
import { settleOwn } from '../aboutCase.js';
import { forCoordinator, type CaseAction, type Reply } from '../forCoordinator.js';
import { forProfessional, readOwnCase } from '../forProfessional.js';
import { showForm, type Outcome, type Shown } from '../outcome.js';
import { readerContext, tellsOf, type Clicked } from '../turnContext.js';

/** The case of a question, seen from the side of whoever clicked. */
interface Asked {
  turn: Clicked;
  context: CardContext;
  subject: Case;
  answering: Answering;
  side: 'professional' | 'coordinator';
}

type Handle = (asked: Asked, reply: Reply) => Outcome;

/** One's own case, or that of a coordinator who is asked instead. */
function forAsked(handle: Handle): CaseAction {
  const asOwn = forProfessional<Reply>((deps, turn, { subject, region }, reply) => {
    const answering = { by: turn.sender, covers: [] };
    const context = readerContext(deps, turn, region);
    return handle({ turn, context, subject, answering, side: 'professional' }, reply);
  });
  const asCoordinator = forCoordinator((deps, turn, subject, region, reply) => {
    const answering = { by: turn.sender, covers: turn.covers };
    const context = readerContext(deps, turn, region);
    return handle({ turn, context, subject, answering, side: 'coordinator' }, reply);
  });
  return async (deps, turn, reply) => {
    const isOwn = (await readOwnCase(deps, turn, reply.code)) !== undefined;
    const coordinates = turn.roles.coordinates.length > 0;
    return coordinates && !isOwn ? asCoordinator(deps, turn, reply) : asOwn(deps, turn, reply);
  };
}

/** Vertellen hoe het gaat: the question once more, as long as it is open. */
export const ask = forAsked((asked) => {
  const late = whyLate(asked);
  return late === undefined ? showQuestion(asked) : { show: theCase(asked, late) };
});

/** Openen: the case below the question, which stays with what was filled in. */
export const open = forAsked((asked, reply) => {
  const late = whyLate(asked);
  if (late !== undefined) return { show: theCase(asked, late) };
  const filled = filledIn(asked.context, asked.subject, reply);
  return { ...showQuestion(asked, filled), inChat: theCase(asked) };
});

/** Antwoord opslaan. */
export const answer = forAsked((asked, reply) =>
  settle(asked, answerFollowUp(asked.context, asked.subject, asked.answering, reply)),
);

/** Herinner me later. */
export const snooze = forAsked((asked, reply) =>
  settle(asked, snoozeFollowUp(asked.context, asked.subject, asked.answering, reply)),
);

const whyLate = ({ context, subject, answering }: Asked) =>
  whyNotAsked(context, subject, answering);

function showQuestion(
  { turn, context, subject, side }: Asked,
  read: FieldsRead = { values: {}, errors: {} },
): Outcome {
  const summary = turn.words.notices.summary(subject.code);
  const form = (shown: FieldsRead) => followUpCard(context, subject, turn.sender, shown);
  return showForm(form, read, summary, tellsOf(turn, subject, side));
}

type CaseShown = Extract<Shown, { kind: 'own-case' | 'case-card' }>;

function theCase({ subject: { code }, side }: Asked, hint?: string): CaseShown {
  const kind = side === 'professional' ? 'own-case' : 'case-card';
  return { kind, code, ...(hint !== undefined && { hint }) };
}

function settle(asked: Asked, result: OwnTurn): Outcome {
  return settleOwn(
    result,
    (hint) => theCase(asked, hint),
    (read) => showQuestion(asked, read),
  );
}
