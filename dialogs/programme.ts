import type { CardContext } from '../cards/context.js';
import { readFields, readForm, type FieldsRead } from '../cards/fields/field.js';
import { attendedId, programmeFields, type ProgrammeForm } from '../cards/programmeFields.js';
import { MOST_ATTENDING } from '../cards/programmeReplies.js';
import type { ProgrammeFormView } from '../cards/programmeFormCard.js';
import { longDay } from '../cards/phrases.js';
import type { Person } from '../data/person.js';
import type { RegisterEntry, RegisterKind } from '../data/register.js';
import { addEntry, correctEntry, type RegisterDecision } from '../data/registerChanges.js';
import type { RegisterRefusal, UniqueKind } from '../data/registerContent.js';
import { entryValues, inputOf } from './programmeValues.js';

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
    : addEntry(form.id, entering, now);
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

function whyNot({ words, language }: CardContext, refusal: AtField): string {
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
      return errors.duplicate[refusal.of.content.kind];
  }
}

const NO_ERRORS: FieldsRead['errors'] = {};

export type AttendingTurn =
  { kind: 'chosen'; form: ProgrammeForm; values: FieldsRead['values'] } | Again;
type Again = { kind: 'again' } & FieldsRead;

/** Volgende of a meeting: who was there is chosen, how many is asked next. */
export function replyToAttending(
  context: CardContext,
  form: ProgrammeForm,
  inputs: Record<string, unknown>,
): AttendingTurn {
  const { errors } = context.words.programme;
  const tooMany = { organisations: errors.manyOrganisations(MOST_ATTENDING) };
  const read = readForm(programmeFields(context, form), inputs, ({ values }) => {
    const { length } = attendingIn(values);
    if (length > MOST_ATTENDING) return tooMany;
    return length === 0 ? { organisations: errors.noOrganisations } : NO_ERRORS;
  });
  if (read.kind === 'again') return read;
  const attending = attendingIn(read.values);
  const known = form.stored ? entryValues(form.stored.content) : {};
  return {
    kind: 'chosen',
    form: { ...form, attending },
    values: { ...known, ...read.values },
  };
}

/** Terug: the first step with what was filled in. */
export function backToAttending(
  context: CardContext,
  form: ProgrammeForm,
  inputs: Record<string, unknown>,
): { form: ProgrammeForm; read: FieldsRead } {
  const { values } = readFields(programmeFields(context, form), inputs);
  const organisations = form.attending ?? [];
  const first = { ...form, attending: undefined };
  return { form: first, read: { values: { ...values, organisations }, errors: {} } };
}

const attendingIn = ({ organisations }: FieldsRead['values']): string[] =>
  Array.isArray(organisations)
    ? organisations.filter((id): id is string => typeof id === 'string')
    : [];
