import { z } from 'zod/v4';
import type { Case } from '../data/case.js';
import type { Question } from '../data/questions.js';
import { parseInstant } from '../data/weeks.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import { caseReplySchema } from './escalationCard.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { saidField } from './fields/saidField.js';
import { textField } from './fields/textField.js';
import { formCard } from './formCard.js';
import { shortMoment } from './phrases.js';
import type { Card } from './render.js';

export const answerReplySchema = caseReplySchema.extend({ question: z.int().positive() });

export const answerAnswers = z.object({ text: z.string() });

export function answerFields({ words, language }: CardContext, question: Question): Fields {
  const { asked, answerText } = words.questions;
  const label = asked(shortMoment(parseInstant(question.at), language), question.by.name);
  const options = { required: true, maxLength: 500, multiline: true };
  const hint = words.form.noClientData;
  return {
    asked: saidField(words, label, question.text),
    text: textField(words, answerText, { ...options, hint }),
  };
}

/** Beantwoorden; stands out wherever it is. */
export function answerButton(
  { code, version }: Case,
  { id: question }: Question,
  title: string,
): Button {
  const data = { code, version, question };
  return button(title, 'ask-answer', data, { style: 'positive' });
}

/** A question of the coordinator, to be answered by the professional. */
export function answerFormCard(
  context: CardContext,
  { code, version }: Case,
  question: Question,
  read: FieldsRead = { values: {}, errors: {} },
): Card {
  const { words } = context;
  const { answer, answerHeading } = words.questions;
  const data = { code, version };
  return formCard(context, {
    heading: answerHeading(code),
    notes: [],
    fields: showFields(answerFields(context, question), read),
    buttons: [
      button(
        answer,
        'confirm-answer',
        { ...data, question: question.id },
        { style: 'positive', inputs: 'auto' },
      ),
      button(words.buttons.back, 'open-own', data),
    ],
  });
}
