import { z } from 'zod/v4';
import type { Case, Correctable } from '../data/case.js';
import { PHASES, REASONS } from '../data/checklist.js';
import { talkOf } from '../data/correctTalk.js';
import { activeEscalation } from '../data/ownCase.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import { caseReplySchema } from './escalationCard.js';
import {
  choiceField,
  choicesField,
  pastDateField,
  showFields,
  textField,
  type Fields,
  type FieldsRead,
} from './fields.js';
import { formCard, note } from './formCard.js';
import { longDay, titled } from './phrases.js';
import type { Card } from './render.js';
import { noteField, priorityField } from './screens/decision.js';
import { discussedFields } from './screens/discussed.js';
import { situationFields } from './screens/situation.js';
import { municipalityField } from './screens/talk.js';
import { wishFields } from './screens/wish.js';

/** What is corrected at a time: as much as fits a phone, as on the screens it was asked on. */
export const PARTS = ['talk', 'wish', 'situation', 'escalation'] as const;
export type Part = (typeof PARTS)[number];

/** One form: a part of a talk, numbered from 1, or without a talk a part of the escalation. */
export interface Correcting {
  part: Part;
  talk?: number | undefined;
}

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

const OF_TALK: readonly Part[] = ['talk', 'wish', 'situation'];

/** The parts that can be corrected together; none for what the case does not have. */
export function partsBeside(subject: Case, { talk }: Correcting): readonly Part[] {
  if (talk !== undefined) return subject.talks[talk - 1] ? OF_TALK : [];
  const current = activeEscalation(subject);
  if (!current) return [];
  // What it took over from its talk is corrected there.
  return talkOf(subject, current) === undefined ? ['escalation', 'situation'] : ['escalation'];
}

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
      return escalationFields(context);
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

function escalationFields({ words }: CardContext): Fields {
  const { reasons, reachable } = words.ownForms.correction;
  return {
    chosen: choicesField(words, reasons, titled(REASONS, words.checklist.reasons)),
    priority: priorityField(words),
    reachable: textField(words, reachable, { required: true, maxLength: 100, allow: ['phone'] }),
    note: noteField(words),
  };
}

/** Which answers a part shows: what was corrected since makes the form an old one. */
export const SHOWN_IN: Record<Part, readonly Correctable[]> = {
  talk: ['on', 'municipality', 'topics', 'determinants', 'phase'],
  wish: ['wish', 'wants', 'arrangement', 'realisedOn'],
  situation: ['situations', 'phase', 'municipality'],
  escalation: ['reasons', 'priority', 'reachable', 'note'],
};

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
  const { words, language } = context;
  const { correction } = words.ownForms;
  const hasErrors = Object.keys(view.errors).length > 0;
  const hint = hasErrors ? words.form.fix : view.hint;
  return formCard({
    lang: language,
    progress: correction.part(correction.parts[form.part]),
    heading: headingOf(context, subject, form),
    notes: [
      ...(hint === undefined ? [] : [note(hint, hasErrors ? 'attention' : 'emphasis')]),
      note(correction.intro),
      ...(form.part === 'wish' ? [note(correction.month)] : []),
    ],
    fields: showFields(correctionFields(context, subject, form), view),
    footer: '',
    buttons: correctionButtons(context, subject, form),
  });
}

function headingOf({ words, language }: CardContext, subject: Case, { talk }: Correcting): string {
  const { talkHeading, escalationHeading } = words.ownForms.correction;
  const on = talk === undefined ? undefined : subject.talks[talk - 1]?.on;
  return on === undefined
    ? escalationHeading(subject.code)
    : talkHeading(subject.code, longDay(on, language));
}

function correctionButtons({ words }: CardContext, subject: Case, form: Correcting): Button[] {
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
  return [
    button(correct, 'confirm-correction', data, { style: 'positive', inputs: 'auto' }),
    ...partsBeside(subject, form)
      .filter((other) => other !== part)
      .map((other) => turn(correction.parts[other], other)),
    ...(talk !== undefined && talk > 1 ? [turn(correction.earlier, 'talk', talk - 1)] : []),
    ...(talk !== undefined && talk < subject.talks.length
      ? [turn(correction.later, 'talk', talk + 1)]
      : []),
    button(words.buttons.back, 'adjust-own', { code, version }),
  ];
}
