import type { z } from 'zod/v4';
import { answerFormCard, type answerReplySchema } from '../../cards/answerForm.js';
import { withoutRefused } from '../../cards/fields/field.js';
import { currentEscalation, type Case } from '../../data/case.js';
import { decide } from '../../data/lifeCycle.js';
import { openQuestions } from '../../data/questions.js';
import { replyToAnswerForm } from '../../dialogs/answerForm.js';
import { forProfessional } from '../forProfessional.js';
import { showCard, type Outcome, type Shown } from '../outcome.js';
import { readerContext, tellsOf, type Clicked } from '../turnContext.js';

type Reply = z.infer<typeof answerReplySchema>;

/** Beantwoorden: the question with room for an answer, as long as it is open. */
export const askAnswer = forProfessional<Reply>((deps, turn, { subject, region }, reply) => {
  const question = openQuestions(subject).find(({ id }) => id === reply.question);
  if (!question) return { show: notNow(turn, subject) };
  const card = answerFormCard(readerContext(deps, turn, region), subject, question);
  return showCard(
    card,
    turn.words.caseCard.summary(subject.code),
    tellsOf(turn, subject, 'professional'),
  );
});

/** The same, filled in. */
export const confirmAnswer = forProfessional<Reply>(
  (deps, turn, { subject, region }, reply): Outcome => {
    const { code } = subject;
    const present: Shown = { kind: 'own-case', code };
    const question = openQuestions(subject).find(({ id }) => id === reply.question);
    if (!question) return { show: notNow(turn, subject), present };
    const context = readerContext(deps, turn, region);
    const result = replyToAnswerForm(context, question, turn.sender, reply);
    if (result.kind === 'again') {
      const summary = turn.words.caseCard.summary(code);
      const kept = answerFormCard(context, subject, question, withoutRefused(result));
      const { show } = showCard(
        answerFormCard(context, subject, question, result),
        summary,
        tellsOf(turn, subject, 'professional'),
      );
      return { show: show.kind === 'card' ? { ...show, kept } : show, present };
    }
    const decision = decide(subject, result.command, deps.now());
    if (!decision.ok) return { show: notNow(turn, subject), present };
    return {
      change: { writes: [{ kind: 'case', put: decision.case }] },
      show: { ...present, hint: turn.words.questions.sent },
      tellsOthers: true,
    };
  },
);

/** Given back or lapsed, a question waits for who takes the case up next. */
function notNow({ words: { questions } }: Clicked, subject: Case): Shown {
  const isFree = currentEscalation(subject)?.state.status === 'open';
  const hint = isFree ? questions.waits : questions.gone;
  return { kind: 'own-case', code: subject.code, hint };
}
