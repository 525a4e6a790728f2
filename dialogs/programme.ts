import type { CardContext } from '../cards/context.js';
import { readForm, type FieldsRead } from '../cards/fields/field.js';
import { attendedId, programmeFields, type ProgrammeForm } from '../cards/programmeFields.js';
import type { ProgrammeFormView } from '../cards/programmeFormCard.js';
import { longDay, longMoment } from '../cards/phrases.js';
import type { Person } from '../data/person.js';
import type { RegisterEntry, RegisterKind } from '../data/register.js';
import { addEntry, correctEntry, type RegisterDecision } from '../data/registerChanges.js';
import type { RegisterRefusal, UniqueKind } from '../data/registerContent.js';
import { newEntryId } from '../data/registerId.js';
import { parseInstant } from '../data/weeks.js';
import { inputOf } from './programmeValues.js';

export type EntryTurn =
  /** To be stored. */
  | { kind: 'stored'; entry: RegisterEntry }
  /** It says this already. */
  | { kind: 'unchanged'; entry: RegisterEntry }
  /** Somebody removed it while the form was open. */
  | { kind: 'removed' }
  | ({ kind: 'again'; form: ProgrammeFormView } & FieldsRead);

interface Filled {
  by: Person;
  /** The version that was on screen; 0 for a new entry. */
  seen: number;
  inputs: Record<string, unknown>;
}

/** Opslaan: an entry to be stored, or what is the matter at its fields. */
export function replyToEntry(
  context: CardContext,
  form: ProgrammeForm,
  { by, seen, inputs }: Filled,
): EntryTurn {
  const { region, now } = context;
  const read = readForm(programmeFields(context, form), inputs);
  if (read.kind === 'again') return { ...read, form };
  const input = inputOf(form, read.values);
  const entering = { region, entries: form.entries, input, by };
  const decision = form.stored
    ? correctEntry(form.stored, seen, entering, now)
    : addEntry(newEntryId(form.id, entering), entering, now);
  return turnOf(context, form, decision, { ...inputs, ...read.values });
}

function turnOf(
  context: CardContext,
  form: ProgrammeForm,
  decision: RegisterDecision,
  values: FieldsRead['values'],
): EntryTurn {
  if (decision.kind !== 'refused') return decision;
  const { refusal } = decision;
  switch (refusal.kind) {
    case 'removed-meanwhile':
      return { kind: 'removed' };
    case 'changed-meanwhile':
      return { kind: 'again', form: { ...form, isOvertaken: true }, values, errors: {} };
    case 'duplicate':
      return again(context, { ...form, twin: refusal.of }, values, refusal);
    case 'future':
    case 'before-start':
    case 'before-earlier-status':
    case 'unknown-organisation':
    case 'unknown-group':
      return again(context, form, values, refusal);
  }
}

type AtField = Exclude<RegisterRefusal, { kind: 'removed-meanwhile' | 'changed-meanwhile' }>;

function again(
  context: CardContext,
  form: ProgrammeFormView,
  values: FieldsRead['values'],
  refusal: AtField,
): EntryTurn {
  const field = fieldOf(form.kind, refusal);
  return { kind: 'again', form, values, errors: { [field]: whyNot(context, refusal) } };
}

const DATE_FIELD: Record<RegisterKind, string> = {
  partner: 'since',
  training: 'on',
  group: 'since',
  meeting: 'on',
  target: 'year',
  total: 'until',
};

/** By what there is one of. */
const IDENTITY_FIELD: Record<UniqueKind, string> = {
  partner: 'name',
  group: 'name',
  target: 'indicator',
  total: 'row',
};

function fieldOf(kind: RegisterKind, refusal: AtField): string {
  switch (refusal.kind) {
    case 'future':
    case 'before-start':
    case 'before-earlier-status':
      return DATE_FIELD[kind];
    case 'duplicate':
      return IDENTITY_FIELD[refusal.of.content.kind];
    case 'unknown-organisation':
      return kind === 'meeting' ? attendedId(refusal.organisation) : 'organisation';
    case 'unknown-group':
      return 'group';
  }
}

function addedBy({ words, language }: CardContext, { history }: RegisterEntry): string {
  const [added] = history;
  if (!added) throw new Error('an entry without a history');
  const when = longMoment(parseInstant(added.at), language);
  return words.programme.errors.addedBy(added.by.name, when);
}

function whyNot(context: CardContext, refusal: AtField): string {
  const { words, language } = context;
  const { errors } = words.programme;
  switch (refusal.kind) {
    case 'future':
    case 'before-start':
      return errors.dates[refusal.kind];
    case 'before-earlier-status':
      return errors.beforeEarlier(longDay(refusal.since, language));
    case 'unknown-organisation':
      return errors.unknownOrganisation;
    case 'unknown-group':
      return errors.unknownGroup;
    case 'duplicate':
      return `${errors.duplicate[refusal.of.content.kind]} ${addedBy(context, refusal.of)}`;
  }
}
