import { z } from 'zod/v4';
import { currentEscalation, type Case } from '../data/case.js';
import { CONTRACEPTION_RESULTS, OUTCOMES } from '../data/checklist.js';
import { openLanes } from '../data/lanes.js';
import { monthOrDay } from '../data/weeks.js';
import { button } from './button.js';
import type { CardContext } from './context.js';
import { choiceField } from './fields/choiceFields.js';
import { showFields, type Field, type Fields, type FieldsRead } from './fields/field.js';
import { textField } from './fields/textField.js';
import { formCard, note, type Note } from './formCard.js';
import { list, titled } from './phrases.js';
import { realisedOnField } from './fields/realisedOnField.js';
import type { Card } from './render.js';

/** The forms a coordinator fills in about a case; each belongs to one life-cycle command. */
export const CASE_FORMS = ['close', 'decline', 'claim', 'question'] as const;
export type CaseForm = (typeof CASE_FORMS)[number];

interface CaseFormWords {
  heading: string;
  intro: string;
  /** Title of the button that carries it out. */
  confirm: string;
}

export const closeAnswers = z.object({
  outcome: z.enum(OUTCOMES),
  contraception: z.enum(CONTRACEPTION_RESULTS),
  realisedOn: monthOrDay.optional(),
});
export const reasonAnswers = z.object({ reason: z.string() });
export const questionAnswers = z.object({ text: z.string() });

const FIELDS: Record<CaseForm, (context: CardContext) => Fields> = {
  close: closeFields,
  decline: ({ words }) => reasonField(words, words.declineForm.reason),
  claim: ({ words }) => reasonField(words, words.exceptionForm.reason),
  question: ({ words }) => ({ text: shortText(words, words.questions.text) }),
};

function closeFields(context: CardContext): Fields {
  const { words } = context;
  const results = titled(CONTRACEPTION_RESULTS, words.checklist.contraceptionResults);
  return {
    outcome: choiceField(words, words.close.outcome, titled(OUTCOMES, words.checklist.outcomes), {
      required: true,
    }),
    contraception: choiceField(words, words.close.contraception, results, { required: true }),
    realisedOn: realisedOnField(context, words.close.whenRealised),
  };
}

function reasonField(words: CardContext['words'], label: string): Fields {
  return { reason: shortText(words, label) };
}

function shortText(words: CardContext['words'], label: string): Field {
  const hint = words.form.noClientData;
  return textField(words, label, { required: true, maxLength: 300, multiline: true, hint });
}

const WORDS: Record<CaseForm, (words: CardContext['words'], code: string) => CaseFormWords> = {
  close: ({ close, buttons }, code) => ({
    heading: close.heading(code),
    intro: '',
    confirm: buttons.close,
  }),
  decline: ({ declineForm, buttons }, code) => ({
    heading: declineForm.heading(code),
    intro: declineForm.intro,
    confirm: buttons.decline,
  }),
  claim: ({ exceptionForm, buttons }, code) => ({
    heading: exceptionForm.heading(code),
    intro: exceptionForm.intro,
    confirm: buttons.claim,
  }),
  question: ({ questions, buttons }, code) => ({
    heading: questions.askHeading(code),
    intro: questions.askIntro,
    confirm: buttons.askQuestion,
  }),
};

/** What is not settled yet, before somebody closes the case. */
function openLaneNotes({ words, language }: CardContext, subject: Case, form: CaseForm): Note[] {
  const current = currentEscalation(subject);
  const open = form === 'close' && current ? openLanes(current) : [];
  if (open.length === 0) return [];
  const titles = open.map((reason) => words.checklist.reasons[reason]);
  return [note(words.lanes.stillOpen(list(titles, language)), 'emphasis')];
}

export function caseFormFields(context: CardContext, form: CaseForm): Fields {
  return FIELDS[form](context);
}

export function caseFormCard(
  context: CardContext,
  subject: Case,
  form: CaseForm,
  read: FieldsRead = { values: {}, errors: {} },
): Card {
  const { words } = context;
  const { heading, intro, confirm } = WORDS[form](words, subject.code);
  const data = { code: subject.code, version: subject.version };
  return formCard(context, {
    heading,
    notes: [...(intro === '' ? [] : [note(intro)]), ...openLaneNotes(context, subject, form)],
    fields: showFields(caseFormFields(context, form), read),
    buttons: [
      button(confirm, `confirm-${form}`, data, { style: 'positive', inputs: 'auto' }),
      button(words.buttons.back, 'open', data),
    ],
  });
}
