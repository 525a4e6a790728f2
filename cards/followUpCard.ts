import { z } from 'zod/v4';
import { currentEscalation, type Case } from '../data/case.js';
import { PROGRESS } from '../data/checklist.js';
import { askedNow, SNOOZES } from '../data/followUp.js';
import type { FollowUp } from '../data/lanes.js';
import { isSamePerson, type Person } from '../data/person.js';
import { monthOrDay, parseInstant } from '../data/weeks.js';
import { button } from './button.js';
import type { CardContext } from './context.js';
import { choiceField } from './fields/choiceFields.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { realisedOnField } from './fields/realisedOnField.js';
import { formCard, note, type Note } from './formCard.js';
import type { Fact } from './messageCard.js';
import { longDate, longDay, titled } from './phrases.js';
import type { Card } from './render.js';
import type { Words } from './words/words.js';

export const followUpAnswers = z.object({
  answer: z.enum(PROGRESS),
  realisedOn: monthOrDay.optional(),
});
export const snoozeAnswers = z.object({ snooze: z.enum(SNOOZES).default('week') });

/** What is answered; a month only while none is known. */
export function followUpFields(context: CardContext, { realisation }: Case): Fields {
  const { words } = context;
  const { answers } = words.ownForms.progress;
  return {
    answer: choiceField(words, words.followUp.answer, titled(PROGRESS, answers), {
      required: true,
    }),
    ...(realisation
      ? {}
      : { realisedOn: realisedOnField(context, words.optional, words.followUp.realisedOn) }),
  };
}

export function snoozeFields({ words }: CardContext): Fields {
  const { snooze, snoozes } = words.followUp;
  return { snooze: choiceField(words, snooze, titled(SNOOZES, snoozes), { compact: true }) };
}

/**
 * On the day that was agreed, for whoever is asked or stands in for them; the case itself stays
 * behind its code.
 */
export function followUpCard(
  context: CardContext,
  subject: Case,
  reader: Person,
  { values, errors }: FieldsRead = { values: {}, errors: {} },
): Card {
  const { words } = context;
  const { followUp, buttons } = words;
  const data = { code: subject.code, version: subject.version };
  const read = { values: { snooze: SNOOZES[0], ...values }, errors };
  return formCard(context, {
    heading: followUp.heading,
    notes: [
      note(intro(context, subject)),
      note(followUp.readBy[sideOf(subject)]),
      ...standInNotes(words, subject, reader),
    ],
    fields: showFields({ ...followUpFields(context, subject), ...snoozeFields(context) }, read),
    buttons: [
      button(followUp.buttons.answer, 'answer-follow-up', data, {
        style: 'positive',
        inputs: 'auto',
      }),
      button(followUp.buttons.snooze, 'snooze-follow-up', data, { inputs: 'auto' }),
      button(buttons.open, 'open-follow-up', data, { inputs: 'auto' }),
    ],
  });
}

function intro({ words, language }: CardContext, subject: Case): string {
  const on = currentEscalation(subject)?.lanes['follow-up']?.on;
  return on === undefined ? '' : words.followUp.intro(subject.code, longDay(on, language));
}

function sideOf(subject: Case): 'professional' | 'coordinator' {
  const asked = askedNow(subject);
  return asked && !isSamePerson(asked, subject.professional) ? 'coordinator' : 'professional';
}

function standInNotes({ handOver }: Words, subject: Case, reader: Person): Note[] {
  const asked = askedNow(subject);
  return asked && !isSamePerson(asked, reader) ? [note(handOver.insteadOf(asked.name))] : [];
}

/** When it is asked how it goes, and what came of it; nothing as long as nothing was agreed. */
export function followUpFacts({ words, language }: CardContext, lane?: FollowUp): Fact[] {
  if (!lane) return [];
  const { followUp } = words.lanes;
  const { on, asks, askedAt, answered } = lane;
  const dated = (at: string) => longDate(parseInstant(at), language);
  const who = followUp.who[asks].toLowerCase();
  const answer = answered ? words.ownForms.progress.answers[answered.answer] : words.followUp.none;
  return [
    { label: followUp.planned, value: followUp.line(longDay(on, language), who) },
    ...(askedAt === undefined ? [] : [{ label: followUp.asked, value: dated(askedAt) }]),
    ...(askedAt === undefined && !answered ? [] : [{ label: followUp.answered, value: answer }]),
  ];
}
