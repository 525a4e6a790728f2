import { z } from 'zod/v4';
import type { Case } from '../data/case.js';
import { PHASES, REASONS } from '../data/checklist.js';
import { PARTS, partsBeside, type Correcting, type Part } from '../data/correctionParts.js';
import { DRAFT_RULES } from '../data/draft.js';
import { givenPermissions } from '../data/permission.js';
import { button } from './button.js';
import type { CardContext } from './context.js';
import { caseReplySchema } from './escalationCard.js';
import { choiceField, choicesField } from './fields/choiceFields.js';
import { pastDateField } from './fields/dateFields.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { textField } from './fields/textField.js';
import { formCard, note, type FormView } from './formCard.js';
import { progressNoteField } from './ownCaseForms.js';
import { longDay, titled } from './phrases.js';
import { realisedOnField } from './fields/realisedOnField.js';
import type { Card } from './render.js';
import { noteField, permissionsField, priorityField } from './screens/decision.js';
import { discussedFields } from './screens/discussed.js';
import { situationFields } from './screens/situation.js';
import { municipalityField } from './screens/talk.js';
import { wishFields } from './screens/wish.js';

const target = { part: z.enum(PARTS), talk: z.int().positive().optional() };
export const correctReplySchema = caseReplySchema.extend(target);
export const correctionReplySchema = correctReplySchema.extend({
  /** Number of the last event when the form was shown. */
  seen: z.int().nonnegative(),
});
export const turnReplySchema = correctionReplySchema.extend({
  toPart: target.part,
  toTalk: target.talk,
});

export function correctionFields(context: CardContext, subject: Case, form: Correcting): Fields {
  switch (form.part) {
    case 'talk':
      return talkFields(context);
    case 'wish':
      return wishFields(context);
    case 'situation':
      return form.talk === undefined
        ? ownSituationFields(context, subject)
        : situationFields(context);
    case 'escalation':
      return escalationFields(context, subject);
    case 'realisation':
      return { realisedOn: realisedOnField(context, context.words.optional) };
    case 'progress':
      return { progressNote: progressNoteField(context.words) };
  }
}

function talkFields(context: CardContext): Fields {
  const { words, now } = context;
  return {
    on: pastDateField(words, words.talk.on, now, { required: true }),
    municipality: municipalityField(context, words.talk.municipality, { required: true }),
    ...discussedFields(context),
  };
}

/** What was asked apart because there was no talk to take it from. */
function ownSituationFields(context: CardContext, { talks }: Case): Fields {
  const { words } = context;
  const municipality = municipalityField(context, words.talk.municipality, { required: true });
  return {
    ...(talks.length === 0 ? { municipality } : {}),
    phase: choiceField(words, words.referral.phase, titled(PHASES, words.checklist.phases)),
    ...situationFields(context),
  };
}

function escalationFields({ words }: CardContext, subject: Case): Fields {
  const { reasons, reachable } = words.ownForms.correction;
  const given = givenPermissions(subject);
  const lacking = DRAFT_RULES.talk.asks.filter((id) => !given.includes(id));
  const kind = subject.caller ? 'phone' : 'talk';
  return {
    chosen: choicesField(words, reasons, titled(REASONS, words.checklist.reasons)),
    ...(lacking.length > 0 ? { permissions: permissionsField(words, kind, lacking) } : {}),
    priority: priorityField(words),
    reachable: textField(words, reachable, { required: true, maxLength: 100, allow: ['phone'] }),
    note: noteField(words),
  };
}

const ASKS_MONTH: readonly Part[] = ['wish', 'realisation'];

export interface CorrectionView extends FieldsRead {
  /** Why it is shown again. */
  hint?: string | undefined;
}

export function correctionCard(
  context: CardContext,
  subject: Case,
  form: Correcting,
  view: CorrectionView,
): Card {
  const { words } = context;
  const { correction } = words.ownForms;
  return formCard(context, {
    progress: correction.part(correction.parts[form.part]),
    heading: headingOf(context, subject, form),
    hint: view.hint,
    notes: [
      note(correction.intro),
      ...(ASKS_MONTH.includes(form.part) ? [note(correction.month)] : []),
    ],
    fields: showFields(correctionFields(context, subject, form), view),
    ...correctionButtons(context, subject, form),
  });
}

function headingOf({ words, language }: CardContext, { code, talks }: Case, form: Correcting) {
  const { talkHeading, ...headings } = words.ownForms.correction;
  const on = form.talk === undefined ? undefined : talks[form.talk - 1]?.on;
  if (on !== undefined) return talkHeading(code, longDay(on, language));
  if (form.part === 'realisation') return headings.realisationHeading(code);
  if (form.part === 'progress') return headings.progressHeading(code);
  return headings.escalationHeading(code);
}

function correctionButtons(
  { words }: CardContext,
  subject: Case,
  form: Correcting,
): Pick<FormView, 'buttons' | 'elsewhere'> {
  const { correction, correct } = words.ownForms;
  const { code, version, history } = subject;
  const { part, talk } = form;
  const data = {
    code,
    version,
    seen: history.length,
    part,
    ...(talk === undefined ? {} : { talk }),
  };
  const turn = (title: string, toPart: Part, toTalk = talk) => {
    const to = { toPart, ...(toTalk === undefined ? {} : { toTalk }) };
    return button(title, 'turn-correction', { ...data, ...to }, { inputs: 'auto' });
  };
  const others = [
    ...partsBeside(subject, form)
      .filter((other) => other !== part)
      .map((other) => turn(correction.parts[other], other)),
    ...(talk !== undefined && talk > 1 ? [turn(correction.earlier, 'talk', talk - 1)] : []),
    ...(talk !== undefined && talk < subject.talks.length
      ? [turn(correction.later, 'talk', talk + 1)]
      : []),
  ];
  return {
    buttons: [
      button(correct, 'confirm-correction', data, { style: 'positive', inputs: 'auto' }),
      button(words.buttons.back, 'adjust-own', { code, version }),
    ],
    ...(others.length > 0 && { elsewhere: { heading: correction.elsewhere, buttons: others } }),
  };
}
