import type { CardContext } from '../cards/context.js';
import { readFields, readForm, type FieldsRead } from '../cards/fields/field.js';
import {
  attendedId,
  countedIn,
  programmeFields,
  type ProgrammeForm,
} from '../cards/programmeFields.js';
import { MOST_ATTENDING } from '../cards/programmeReplies.js';
import { isKnownOrganisation } from '../data/registerContent.js';
import { entryValues } from './programmeValues.js';

const NO_ERRORS: FieldsRead['errors'] = {};

export type AttendingTurn =
  | { kind: 'chosen'; form: ProgrammeForm; values: FieldsRead['values'] }
  | ({ kind: 'again'; form: ProgrammeForm } & FieldsRead);

/** Volgende of a meeting: who was there is chosen, how many is asked next. */
export function replyToAttending(
  context: CardContext,
  form: ProgrammeForm,
  inputs: Record<string, unknown>,
): AttendingTurn {
  const { errors } = context.words.programme;
  const { region } = context;
  const tooMany = { organisations: errors.manyOrganisations(MOST_ATTENDING) };
  const counted = countedIn(inputs).filter((id) => isKnownOrganisation(region, id, form.stored));
  const first = { ...form, attending: undefined, counted: undefined };
  const read = readForm(programmeFields(context, first), inputs, ({ values }) => {
    const { length } = attendingIn(values);
    if (length > MOST_ATTENDING) return tooMany;
    return length === 0 ? { organisations: errors.noOrganisations } : NO_ERRORS;
  });
  if (read.kind === 'again') return { ...read, form: { ...first, counted } };
  const attending = attendingIn(read.values);
  const known = form.stored ? entryValues(form.stored.content) : {};
  return {
    kind: 'chosen',
    form: { ...first, attending },
    values: { ...known, ...typedNumbers(inputs, counted), ...read.values },
  };
}

/** As they were typed: whether they are numbers is asked where they are saved. */
function typedNumbers(
  inputs: Record<string, unknown>,
  counted: readonly string[],
): FieldsRead['values'] {
  const ids = counted.map(attendedId);
  return Object.fromEntries(ids.map((id) => [id, inputs[id]]));
}

/** Terug: the first step with what was filled in, the numbers of people as well. */
export function backToAttending(
  context: CardContext,
  form: ProgrammeForm,
  inputs: Record<string, unknown>,
): { form: ProgrammeForm; read: FieldsRead } {
  const { values } = readFields(programmeFields(context, form), inputs);
  const organisations = form.attending ?? [];
  const first = { ...form, attending: undefined, counted: organisations };
  return { form: first, read: { values: { ...inputs, ...values, organisations }, errors: {} } };
}

const attendingIn = ({ organisations }: FieldsRead['values']): string[] =>
  Array.isArray(organisations)
    ? organisations.filter((id): id is string => typeof id === 'string')
    : [];
