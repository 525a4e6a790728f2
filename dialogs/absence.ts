import { absenceFields, daysAnswered, standInId, type Cover } from '../cards/absenceCard.js';
import type { Reader } from '../cards/context.js';
import { present } from '../cards/fields/colleagueField.js';
import { readForm, type FieldsRead } from '../cards/fields/field.js';
import { dayProblems, planAbsence, type Absence } from '../data/absence.js';
import type { Person } from '../data/person.js';

export type AbsenceTurn =
  { kind: 'planned'; absences: Absence[] } | ({ kind: 'again' } & FieldsRead);

/** The form of Afwezigheid: one absence per region, or what is the matter at each field. */
export function replyToAbsence(
  reader: Reader,
  covers: readonly Cover[],
  { person, today }: { person: Person; today: string },
  inputs: Record<string, unknown>,
): AbsenceTurn {
  const form = readForm(absenceFields(reader, covers), inputs, (read) =>
    dayErrors(reader, covers, today, read),
  );
  if (form.kind === 'again') return form;
  const days = daysAnswered.parse(form.values);
  const absences = covers.map((cover) => {
    const replacedBy = chosen(cover, form.values);
    const plan = { region: cover.region.id, person, replacedBy, ...days };
    const planned = planAbsence(plan, cover.known, today);
    if (!planned.ok) throw new Error('the form accepted what cannot be planned');
    return planned.absence;
  });
  return { kind: 'planned', absences };
}

function dayErrors(
  { words }: Reader,
  covers: readonly Cover[],
  today: string,
  { values }: FieldsRead,
): FieldsRead['errors'] {
  const days = daysAnswered.safeParse(values);
  if (!days.success) return {};
  const problems = covers.flatMap(({ known }) =>
    Object.entries(dayProblems(days.data, known, today)),
  );
  return Object.fromEntries(
    problems.map(([field, problem]) => [field, words.absence.errors[problem]]),
  );
}

function chosen({ region, colleagues }: Cover, values: FieldsRead['values']): Person {
  const id = values[standInId(region)];
  const standIn = present(colleagues).find(({ aadObjectId }) => aadObjectId === id);
  if (!standIn) throw new Error('a colleague was accepted who is not there');
  return standIn;
}

/** What stands in the form now. */
export function absenceValues(covers: readonly Cover[]): FieldsRead['values'] {
  const known = covers.find(({ current }) => current)?.current;
  const values: FieldsRead['values'] = { from: known?.from, until: known?.until };
  for (const { region, current } of covers) {
    values[standInId(region)] = current?.replacedBy.aadObjectId;
  }
  return values;
}
