import { isBlank, missingAnswers, readForm, type FieldsRead } from '../cards/fields/field.js';
import { profileAnswers, profileFields, type ProfileContext } from '../cards/profileCard.js';
import type { Profile } from '../data/profile.js';

export type ProfileTurn = { kind: 'saved'; profile: Profile } | ({ kind: 'again' } & FieldsRead);

/** Where somebody works: both or neither. */
const WORK = ['organisation', 'domain'] as const;

/** The profile form: organisation and domain, checked against the region files. */
export function replyToProfile(
  context: ProfileContext,
  profile: Profile,
  inputs: Record<string, unknown>,
  needsWork = true,
): ProfileTurn {
  const fields = profileFields(context, needsWork);
  const form = readForm(fields, inputs, (read) =>
    WORK.every((id) => isBlank(read.values[id])) ? {} : missingAnswers(fields, read, WORK),
  );
  if (form.kind === 'again') return form;
  const { organisation, domain, language = profile.language } = profileAnswers.parse(form.values);
  if (organisation === undefined || domain === undefined) {
    return { kind: 'saved', profile: { ...profile, language } };
  }
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
