import type { CardContext } from '../cards/context.js';
import { correctionFields } from '../cards/correctionCard.js';
import { missingAnswers, readFields, type Fields, type FieldsRead } from '../cards/fields/field.js';
import { currentEscalation, type Case } from '../data/case.js';
import { isOutdated, partsBeside, type Correcting, type Part } from '../data/correctionParts.js';
import type { OwnDecision, OwnRefusal } from '../data/corrections.js';
import { correctRealisation } from '../data/correctRealisation.js';
import { correctTalk, type TalkAnswers } from '../data/correctTalk.js';
import { answersSchema, type Answers } from '../data/draft.js';
import { correctEscalation, type EscalationAnswers } from '../data/ownCase.js';
import type { Person } from '../data/person.js';
import { correctProgressNote, lastReport, progressNote } from '../data/progress.js';
import { situationGroups, situationsIn, wishErrors } from './checklist.js';
import { refusalText, type OwnTurn } from './ownCaseForm.js';

/** A filled-in form; `seen` is the number of the last event when it was shown. */
export interface CorrectionReply {
  seen: number;
  inputs: Record<string, unknown>;
}

type Again = Extract<OwnTurn, { kind: 'again' }>;

/** Corrigeren: what was changed on the form is put right. */
export function replyToCorrection(
  context: CardContext,
  subject: Case,
  form: Correcting,
  by: Person,
  { seen, inputs }: CorrectionReply,
): OwnTurn {
  const { ownForms } = context.words;
  const late = whyNotCorrect(context, subject, form);
  if (late !== undefined) return { kind: 'unchanged', hint: late };
  if (isOutdated(subject, form, seen)) {
    return { ...presentCorrection(subject, form), hint: ownForms.outdated };
  }
  const read = readCorrection(context, subject, form, inputs);
  if (Object.keys(read.errors).length > 0) return { kind: 'again', ...read };
  const decision = correct(context, subject, form, by, read.values);
  if (decision.ok) return { kind: 'changed', case: decision.case, hint: ownForms.corrected };
  const hint = refusalText(context, subject, decision.refusal);
  const field = AT_FIELD[decision.refusal.kind];
  if (field === undefined) return { kind: 'unchanged', hint };
  return { kind: 'again', values: read.values, errors: { [field]: hint } };
}

/**
 * On the way to another part: what was changed here and is not stored would be lost, so that the same
 * form is shown and says so. Nothing when the way is free.
 */
export function staysAt(
  context: CardContext,
  subject: Case,
  form: Correcting,
  by: Person,
  reply: CorrectionReply,
): Again | undefined {
  const turn = replyToCorrection(context, subject, form, by, reply);
  if (turn.kind === 'unchanged') return undefined;
  if (turn.kind === 'again') return turn;
  const { values } = readCorrection(context, subject, form, reply.inputs);
  const hint = context.words.ownForms.correction.saveFirst;
  return { kind: 'again', values, errors: {}, hint };
}

/** The form as it is opened: what is recorded now. */
export function presentCorrection(subject: Case, form: Correcting): Again {
  return { kind: 'again', values: presentValues(subject, form), errors: {} };
}

/** Why there is nothing to correct here; nothing when there is. */
export function whyNotCorrect(
  context: CardContext,
  subject: Case,
  form: Correcting,
): string | undefined {
  if (partsBeside(subject, form).includes(form.part)) return undefined;
  return refusalText(context, subject, whyGone(subject, form));
}

function whyGone(subject: Case, { part, talk }: Correcting): OwnRefusal {
  if (talk !== undefined) return { kind: 'no-such-talk' };
  if (part === 'realisation' || part === 'progress') return { kind: 'gone' };
  return { kind: 'not-active', status: currentEscalation(subject)?.state.status ?? 'none' };
}

function presentValues(subject: Case, { part, talk }: Correcting): Record<string, unknown> {
  const { municipality, realisation } = subject;
  const recorded = talk === undefined ? currentEscalation(subject) : subject.talks[talk - 1];
  const answers = { ...recorded, municipality, realisedOn: realisation?.on };
  if (part === 'progress') return { progressNote: noteNow(subject) };
  if (part === 'situation') return { ...answers, ...situationGroups(recorded ?? {}) };
  return part === 'escalation'
    ? { ...answers, chosen: currentEscalation(subject)?.reasons }
    : answers;
}

function noteNow(subject: Case): string | undefined {
  const report = lastReport(subject);
  return report && progressNote(subject, report);
}

/**
 * The answers, and what is the matter with them. An answer that nobody touched is taken as it stands:
 * it may have been possible only when it was given.
 */
function readCorrection(
  context: CardContext,
  subject: Case,
  form: Correcting,
  inputs: Record<string, unknown>,
): FieldsRead {
  const fields = correctionFields(context, subject, form);
  const present = presentValues(subject, form);
  const read = readFields(fields, inputs);
  const kept = untouched(fields, present, inputs);
  const values = { ...read.values, ...kept };
  const refused = Object.entries(read.errors).filter(([id]) => !(id in kept));
  const errors = {
    ...missingAnswers(fields, { values, errors: {} }),
    ...PART_ERRORS[form.part](context, subject, answersIn(form, values)),
    ...Object.fromEntries(refused),
  };
  const hasErrors = Object.keys(errors).length > 0;
  return { values: hasErrors ? { ...inputs, ...values } : values, errors };
}

/** An empty input sends nothing. */
function untouched(
  fields: Fields,
  present: Record<string, unknown>,
  inputs: Record<string, unknown>,
): Record<string, unknown> {
  const same = Object.entries(fields).filter(
    ([id, field]) => (inputs[id] ?? '') === field.show(id, present[id], false).value,
  );
  return Object.fromEntries(same.map(([id]) => [id, present[id]]));
}

function answersIn({ part }: Correcting, values: FieldsRead['values']): Answers {
  return answersSchema.parse(
    part === 'situation' ? { ...values, ...situationsIn(values) } : values,
  );
}

type PartErrors = (context: CardContext, subject: Case, answers: Answers) => FieldsRead['errors'];

const PART_ERRORS: Record<Part, PartErrors> = {
  talk: () => ({}),
  wish: ({ words }, { realisation }, answers) => {
    const isLoose = !realisation && answers.realisedOn !== undefined;
    const isUnsaid = isLoose && answers.arrangement !== 'realised';
    return {
      ...(isUnsaid ? { realisedOn: words.ownForms.realisedNeedsAnswer } : {}),
      ...wishErrors(words, answers),
    };
  },
  situation: () => ({}),
  escalation: ({ words }, _subject, { chosen = [] }): FieldsRead['errors'] =>
    chosen.length === 0 ? { chosen: words.ownForms.chooseReason } : {},
  realisation: () => ({}),
  progress: () => ({}),
};

/** At which question a refusal is explained; the others leave nothing to fill in. */
const AT_FIELD: Partial<Record<OwnRefusal['kind'], string>> = {
  'permission-needed': 'permissions',
  'all-ended': 'chosen',
  'realised-in-talk': 'realisedOn',
  'realised-at-closing': 'realisedOn',
};

function correct(
  { region, now }: CardContext,
  subject: Case,
  form: Correcting,
  by: Person,
  values: FieldsRead['values'],
): OwnDecision {
  const answers = answersIn(form, values);
  switch (form.part) {
    case 'realisation':
      return correctRealisation(subject, { on: answers.realisedOn }, by, now);
    case 'progress':
      return correctProgressNote(subject, noteIn(values), by, now);
    case 'talk':
    case 'wish':
    case 'situation':
    case 'escalation':
      return form.talk === undefined
        ? correctEscalation(region, subject, OF_ESCALATION[form.part](answers), by, now)
        : correctTalk(region, subject, form.talk, OF_TALK[form.part](answers), by, now);
  }
}

const noteIn = ({ progressNote: text }: FieldsRead['values']) =>
  typeof text === 'string' ? text : '';

type AskedPart = Exclude<Part, 'realisation' | 'progress'>;

const OF_TALK: Record<AskedPart, (answers: Answers) => TalkAnswers> = {
  talk: ({ on, municipality, topics, determinants, phase = 'unknown' }) => ({
    on,
    municipality,
    topics,
    determinants,
    phase,
  }),
  wish: ({ wish, wants, arrangement, realisedOn }) => ({
    wish,
    wants,
    arrangement,
    realisation: { on: realisedOn },
  }),
  situation: ({ situations }) => ({ situations }),
  escalation: () => ({}),
};

const OF_ESCALATION: Record<AskedPart, (answers: Answers) => EscalationAnswers> = {
  talk: () => ({}),
  wish: () => ({}),
  situation: ({ municipality, phase = 'unknown', situations }) => ({
    municipality,
    phase,
    situations,
  }),
  escalation: ({ chosen, permissions, priority = false, reachable, note = '' }) => ({
    reasons: chosen,
    permissions,
    priority,
    reachable,
    note,
  }),
};
