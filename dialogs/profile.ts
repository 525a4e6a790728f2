import { missingAnswers, readFields, type FieldsRead } from '../cards/fields.js';
import { profileAnswers, profileFields, type ProfileContext } from '../cards/profileCard.js';
import type { Profile } from '../data/profile.js';

export type ProfileTurn = { kind: 'saved'; profile: Profile } | ({ kind: 'again' } & FieldsRead);

/** The profile form: organisation and domain, checked against the region files. */
export function replyToProfile(
  context: ProfileContext,
  profile: Profile,
  inputs: Record<string, unknown>,
): ProfileTurn {
  const fields = profileFields(context);
  const read = readFields(fields, inputs);
  const errors = { ...missingAnswers(fields, read), ...read.errors };
  const answers = profileAnswers.safeParse(read.values);
  if (!answers.success || Object.keys(errors).length > 0) {
    return { kind: 'again', values: { ...inputs, ...read.values }, errors };
  }
  const { organisation, domain, language = profile.language } = answers.data;
  const region = context.regions.find((row) =>
    row.organisations.some(({ id }) => id === organisation),
  );
  if (!region) throw new Error('an organisation was accepted that no region has');
  return {
    kind: 'saved',
    profile: { ...profile, language, work: { region: region.id, organisation, domain } },
  };
}

/** What stands in the form now. */
export function profileValues({ work, language }: Profile): Record<string, unknown> {
  return { organisation: work?.organisation, domain: work?.domain, language };
}
