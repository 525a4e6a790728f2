import { z } from 'zod/v4';
import { OPTIONAL_REMINDERS, type OptionalReminder } from '../data/reminders.js';
import { button } from './button.js';
import type { Reader } from './context.js';
import { choicesField } from './fields/choiceFields.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { formCard, note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import { bullet, titled } from './phrases.js';
import type { Card } from './render.js';

export const remindersAnswers = z.object({ wanted: z.array(z.enum(OPTIONAL_REMINDERS)) });

export function remindersFields({ words }: Reader): Fields {
  const choices = titled(OPTIONAL_REMINDERS, words.bulletins.optional);
  return { wanted: choicesField(words, words.reminderSettings.question, choices) };
}

/** Herinneringen: what the message of the morning may be about. */
export function remindersCard(reader: Reader, read: FieldsRead): Card {
  const { words } = reader;
  const { reminderSettings: texts, buttons } = words;
  return formCard(reader, {
    heading: texts.heading,
    notes: [note(texts.intro)],
    fields: showFields(remindersFields(reader), read),
    footer: texts.always,
    buttons: [
      button(buttons.save, 'save-reminders', {}, { style: 'positive', inputs: 'auto' }),
      button(buttons.back, 'profile', {}),
    ],
  });
}

export function remindersSavedCard(reader: Reader, wanted: readonly OptionalReminder[]): Card {
  const { words, language } = reader;
  const { reminderSettings: texts, bulletins, buttons } = words;
  const subjects = wanted.map((kind) => bullet(bulletins.optional[kind]));
  return messageCard({
    lang: language,
    heading: texts.heading,
    notes: [note(texts.saved, 'good'), note(texts.always)],
    sections: [subjects.length === 0 ? section('', [texts.none]) : section(texts.wanted, subjects)],
    buttons: [button(texts.button, 'ask-reminders', {}), button(buttons.profile, 'profile', {})],
  });
}
