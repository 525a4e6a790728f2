import type { Reader } from '../cards/context.js';
import { readForm, type FieldsRead } from '../cards/fields/field.js';
import { remindersAnswers, remindersFields } from '../cards/remindersCard.js';
import type { Profile } from '../data/profile.js';
import { OPTIONAL_REMINDERS, type OptionalReminder } from '../data/reminders.js';

export type RemindersTurn = { kind: 'saved'; profile: Profile } | ({ kind: 'again' } & FieldsRead);

/** The form of Herinneringen: what is not wanted is kept, so that a new kind is wanted at first. */
export function replyToReminders(
  reader: Reader,
  profile: Profile,
  inputs: Record<string, unknown>,
): RemindersTurn {
  const form = readForm(remindersFields(reader), inputs);
  if (form.kind === 'again') return form;
  const { wanted } = remindersAnswers.parse(form.values);
  const quiet = OPTIONAL_REMINDERS.filter((kind) => !wanted.includes(kind));
  return { kind: 'saved', profile: { ...profile, quiet } };
}

export function wantedReminders({ quiet = [] }: Pick<Profile, 'quiet'>): OptionalReminder[] {
  return OPTIONAL_REMINDERS.filter((kind) => !quiet.includes(kind));
}
