import { z } from 'zod/v4';
import { activeEscalation, currentEscalation, type Case } from '../data/case.js';
import { PROGRESS } from '../data/checklist.js';
import { monthOrDay } from '../data/weeks.js';
import { button } from './button.js';
import type { CardContext } from './context.js';
import { choiceField } from './fields/choiceFields.js';
import { showFields, type Field, type Fields, type FieldsRead } from './fields/field.js';
import { textField } from './fields/textField.js';
import { formCard, note, type Note } from './formCard.js';
import { titled } from './phrases.js';
import { realisedOnField } from './fields/realisedOnField.js';
import type { Card } from './render.js';
import type { Words } from './words/words.js';

/** The forms a professional fills in about a case of their own; corrections are apart. */
export const OWN_FORMS = ['progress', 'realised', 'withdraw'] as const;
export type OwnForm = (typeof OWN_FORMS)[number];

const WITHDRAWALS = ['mistake', 'client-stops'] as const;

export const progressAnswers = z.object({
  answer: z.enum(PROGRESS),
  note: z.string().default(''),
});
export const realisedAnswers = z.object({ realisedOn: monthOrDay });
export const withdrawAnswers = z.object({ why: z.enum(WITHDRAWALS) });

const FIELDS: Record<OwnForm, (context: CardContext) => Fields> = {
  progress: progressFields,
  realised: (context) => ({ realisedOn: realisedOnField(context, context.words.required) }),
  withdraw: withdrawFields,
};

function progressFields({ words }: CardContext): Fields {
  const { answer, answers } = words.ownForms.progress;
  return {
    answer: choiceField(words, answer, titled(PROGRESS, answers), { required: true }),
    note: progressNoteField(words),
  };
}

export function progressNoteField(words: Words): Field {
  return textField(words, `${words.ownForms.progress.note} ${words.optional}`, {
    maxLength: 300,
    multiline: true,
    hint: words.form.noClientData,
  });
}

function withdrawFields({ words }: CardContext): Fields {
  const { why, reasons } = words.ownForms.withdraw;
  return { why: choiceField(words, why, titled(WITHDRAWALS, reasons), { required: true }) };
}

export function ownFormFields(context: CardContext, form: OwnForm): Fields {
  return FIELDS[form](context);
}

const NOTES: Record<OwnForm, (context: CardContext, subject: Case) => Note[]> = {
  progress: ({ words }, subject) => {
    const { intro, introAlone } = words.ownForms.progress;
    return [note(activeEscalation(subject) ? intro : introAlone)];
  },
  realised: ({ words }) => [note(words.ownForms.realised.intro)],
  withdraw: withdrawNotes,
};

/** What it means now, and what each reason does, before anybody chooses. */
function withdrawNotes({ words }: CardContext, subject: Case): Note[] {
  const { intros, reasons, effects } = words.ownForms.withdraw;
  const status = currentEscalation(subject)?.state.status;
  const stops = effects[status === 'declined' ? 'client-stops-declined' : 'client-stops'];
  const isOver = status === 'closed' || status === 'declined';
  return [
    note(intros[isOver ? status : 'active']),
    note(effects.mistake, 'emphasis', reasons.mistake),
    note(stops, 'emphasis', reasons['client-stops']),
  ];
}

/** Where "Terug" goes: to the card the form was opened from. */
const BACK: Record<OwnForm, string> = {
  progress: 'open-own',
  realised: 'open-own',
  withdraw: 'adjust-own',
};

export function ownCaseFormCard(
  context: CardContext,
  subject: Case,
  form: OwnForm,
  read: FieldsRead = { values: {}, errors: {} },
): Card {
  const { words } = context;
  const { heading, confirm } = words.ownForms[form];
  const data = { code: subject.code, version: subject.version };
  return formCard(context, {
    heading: heading(subject.code),
    notes: NOTES[form](context, subject),
    fields: showFields(ownFormFields(context, form), read),
    buttons: [
      button(confirm, `confirm-${form}`, data, { style: 'positive', inputs: 'auto' }),
      button(words.buttons.back, BACK[form], data),
    ],
  });
}
