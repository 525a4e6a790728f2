import { followUpCard } from '../../cards/followUpCard.js';
import { withoutRefused, type FieldsRead } from '../../cards/fields/field.js';
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
import { forCoordinator, type CaseAction, type Reply } from '../forCoordinator.js';
import { forProfessional, readOwnCase } from '../forProfessional.js';
import { showCard, type Outcome, type Shown } from '../outcome.js';
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

function showQuestion({ turn, context, subject, side }: Asked, read?: FieldsRead): Outcome {
  const summary = turn.words.notices.summary(subject.code);
  const card = followUpCard(context, subject, turn.sender, read);
  return showCard(card, summary, tellsOf(turn, subject, side));
}

type CaseShown = Extract<Shown, { kind: 'own-case' | 'case-card' }>;

function theCase({ subject: { code }, side }: Asked, hint?: string): CaseShown {
  const kind = side === 'professional' ? 'own-case' : 'case-card';
  return { kind, code, ...(hint !== undefined && { hint }) };
}

/** The same click sent again finds nothing left to do: it shows the case without the reason. */
function settle(asked: Asked, result: OwnTurn): Outcome {
  const present = theCase(asked);
  switch (result.kind) {
    case 'changed': {
      const change = { writes: [{ kind: 'case', put: result.case } as const] };
      return { change, show: theCase(asked, result.hint), tellsOthers: true };
    }
    case 'unchanged':
      return { show: theCase(asked, result.hint), present };
    case 'again': {
      const { show } = showQuestion(asked, result);
      const { context, subject, turn } = asked;
      const kept = followUpCard(context, subject, turn.sender, withoutRefused(result));
      return { show: show.kind === 'card' ? { ...show, kept } : show, present };
    }
  }
}
