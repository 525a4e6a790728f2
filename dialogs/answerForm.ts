import { answerAnswers, answerFields } from '../cards/answerForm.js';
import type { CardContext } from '../cards/context.js';
import { readForm, type FieldsRead } from '../cards/fields/field.js';
import type { Command } from '../data/lifeCycle.js';
import type { Person } from '../data/person.js';
import type { Question } from '../data/questions.js';

export type AnswerFormTurn =
  { kind: 'command'; command: Command } | ({ kind: 'again' } & FieldsRead);

/** A filled-in answer becomes the command that gives it. */
export function replyToAnswerForm(
  context: CardContext,
  question: Question,
  by: Person,
  inputs: Record<string, unknown>,
): AnswerFormTurn {
  const answered = readForm(answerFields(context, question), inputs);
  if (answered.kind === 'again') return answered;
  const { text } = answerAnswers.parse(answered.values);
  return { kind: 'command', command: { kind: 'answer', by, question: question.id, text } };
}
