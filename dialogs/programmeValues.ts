import type { FieldsRead } from '../cards/fields/field.js';
import { attendedId, NONE, type ProgrammeForm } from '../cards/programmeFields.js';
import { yearAt } from '../data/periods.js';
import {
  presentStanding,
  registerInputSchema,
  type ContentOf,
  type RegisterContent,
  type RegisterInput,
  type RegisterKind,
} from '../data/register.js';
import type { DateTime } from '../data/weeks.js';

/** What a form says, once every field has an answer. */
export function inputOf(
  { kind, attending = [] }: ProgrammeForm,
  values: FieldsRead['values'],
): RegisterInput {
  const { organisation, group, ...rest } = values;
  return registerInputSchema.parse({
    ...rest,
    kind,
    ...(organisation !== NONE && { organisation }),
    ...(group !== NONE && { group }),
    attendance: attending
      .map((id) => ({ organisation: id, n: Number(values[attendedId(id)] ?? 0) }))
      .filter(({ n }) => n > 0),
  });
}

/** What stands in the form of an entry at first. */
export function entryValues(content: RegisterContent): FieldsRead['values'] {
  switch (content.kind) {
    case 'partner':
      return { ...content, ...presentStanding(content) };
    case 'training':
      return { ...content, organisation: content.organisation ?? NONE };
    case 'meeting':
      return { ...content, group: content.group ?? NONE, ...attendedValues(content) };
    case 'group':
    case 'target':
    case 'total':
      return { ...content };
  }
}

function attendedValues({ attendance }: ContentOf<'meeting'>): FieldsRead['values'] {
  const numbers = attendance.map(({ organisation, n }) => [attendedId(organisation), n] as const);
  return {
    organisations: attendance.map(({ organisation }) => organisation),
    ...Object.fromEntries(numbers),
  };
}

/** What stands in the form of a new entry at first. */
export function newValues(kind: RegisterKind, now: DateTime): FieldsRead['values'] {
  switch (kind) {
    case 'training':
      return { organisation: NONE };
    case 'meeting':
      return { group: NONE };
    case 'target':
      return { year: yearAt(now).year, basis: 'since-start' };
    case 'partner':
    case 'group':
    case 'total':
      return {};
  }
}
