import { z } from 'zod/v4';
import { monthOrDay, type Case } from '../data/case.js';
import { CONTRACEPTION_RESULTS, OUTCOMES } from '../data/checklist.js';
import { button } from './button.js';
import type { CardContext } from './context.js';
import { choiceField } from './fields/choiceFields.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { textField } from './fields/textField.js';
import { formCard, note } from './formCard.js';
import { titled } from './phrases.js';
import { realisedOnField } from './fields/realisedOnField.js';
import type { Card } from './render.js';

/** The forms a coordinator fills in about a case; each belongs to one life-cycle command. */
export const CASE_FORMS = ['close', 'decline', 'claim'] as const;
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

const FIELDS: Record<CaseForm, (context: CardContext) => Fields> = {
  close: closeFields,
  decline: ({ words }) => reasonField(words, words.declineForm.reason),
  claim: ({ words }) => reasonField(words, words.exceptionForm.reason),
};

function closeFields(context: CardContext): Fields {
  const { words } = context;
  const results = titled(CONTRACEPTION_RESULTS, words.checklist.contraceptionResults);
  return {
    outcome: choiceField(words, words.close.outcome, titled(OUTCOMES, words.checklist.outcomes), {
      required: true,
    }),
    contraception: choiceField(words, words.close.contraception, results, { required: true }),
    realisedOn: realisedOnField(context),
  };
}

function reasonField(words: CardContext['words'], label: string): Fields {
  return {
    reason: textField(words, label, {
      required: true,
      maxLength: 300,
      multiline: true,
      hint: words.form.noClientData,
    }),
  };
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
};

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
    notes: intro === '' ? [] : [note(intro)],
    fields: showFields(caseFormFields(context, form), read),
    buttons: [
      button(confirm, `confirm-${form}`, data, { style: 'positive', inputs: 'auto' }),
      button(words.buttons.back, 'open', data),
    ],
  });
}
