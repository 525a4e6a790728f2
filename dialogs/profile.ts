import { readForm, type FieldsRead } from '../cards/fields/field.js';
import { profileAnswers, profileFields, type ProfileContext } from '../cards/profileCard.js';
import type { Profile } from '../data/profile.js';

export type ProfileTurn = { kind: 'saved'; profile: Profile } | ({ kind: 'again' } & FieldsRead);

/** The profile form: organisation and domain, checked against the region files. */
export function replyToProfile(
  context: ProfileContext,
  profile: Profile,
  inputs: Record<string, unknown>,
): ProfileTurn {
  const form = readForm(profileFields(context), inputs);
  if (form.kind === 'again') return form;
  const { organisation, domain, language = profile.language } = profileAnswers.parse(form.values);
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
