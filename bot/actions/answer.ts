import type { z } from 'zod/v4';
import { answerFormCard, type answerReplySchema } from '../../cards/answerForm.js';
import type { FieldsRead } from '../../cards/fields/field.js';
import { currentEscalation, type Case } from '../../data/case.js';
import { decide } from '../../data/lifeCycle.js';
import { openQuestions } from '../../data/questions.js';
import { replyToAnswerForm } from '../../dialogs/answerForm.js';
import { showFormOnCase, showOnCase } from '../aboutCase.js';
import { forProfessional } from '../forProfessional.js';
import { changeCase, type Outcome, type Shown } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';

type Reply = z.infer<typeof answerReplySchema>;

/** Beantwoorden: the question with room for an answer, as long as it is open. */
export const askAnswer = forProfessional<Reply>((deps, turn, { subject, region }, reply) => {
  const question = openQuestions(subject).find(({ id }) => id === reply.question);
  if (!question) return { show: notNow(turn, subject) };
  const card = answerFormCard(readerContext(deps, turn, region), subject, question);
  return showOnCase(turn, subject, 'professional', card);
});

/** The same, filled in. */
export const confirmAnswer = forProfessional<Reply>(
  (deps, turn, { subject, region }, reply): Outcome => {
    const present: Shown = { kind: 'own-case', code: subject.code };
    const question = openQuestions(subject).find(({ id }) => id === reply.question);
    if (!question) return { show: notNow(turn, subject), present };
    const context = readerContext(deps, turn, region);
    const result = replyToAnswerForm(context, question, turn.sender, reply);
    if (result.kind === 'again') {
      const form = (read: FieldsRead) => answerFormCard(context, subject, question, read);
      return { ...showFormOnCase(turn, subject, 'professional', form, result), present };
    }
    const decision = decide(subject, result.command, deps.now());
    if (!decision.ok) return { show: notNow(turn, subject), present };
    return changeCase(decision.case, { ...present, hint: turn.words.questions.sent });
  },
);

/** Given back or lapsed, a question waits for who takes the case up next. */
function notNow({ words: { questions } }: Clicked, subject: Case): Shown {
  const isFree = currentEscalation(subject)?.state.status === 'open';
  const hint = isFree ? questions.waits : questions.gone;
  return { kind: 'own-case', code: subject.code, hint };
}
