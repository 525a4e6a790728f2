import { z } from 'zod/v4';
import { DOMAINS, LANGUAGES, type Region } from '../data/region.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import { choiceField } from './fields/choiceFields.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { formCard, note } from './formCard.js';
import { titled } from './phrases.js';
import type { Card } from './render.js';
import type { Words } from './words/words.js';

export const profileAnswers = z.object({
  organisation: z.string().optional(),
  domain: z.enum(DOMAINS).optional(),
  language: z.enum(LANGUAGES).optional(),
});

/** What somebody was on the way to when the profile was asked first; empty for nothing. */
export const AFTER_PROFILE = ['record', 'escalate', ''] as const;
export type AfterProfile = (typeof AFTER_PROFILE)[number];

/** Profiles stand above regions: the organisation brings its region along. */
export type ProfileContext = Omit<CardContext, 'region'> & { regions: readonly Region[] };

/** `needsWork` says whether an organisation has to be chosen: who records no talks needs none. */
export function profileFields({ words, regions }: ProfileContext, needsWork = true): Fields {
  const named = (name: string, region: Region) =>
    regions.length > 1 ? `${name}, ${region.name}` : name;
  const organisations = regions.flatMap((region) =>
    region.organisations.map(({ id, name }) => [id, named(name, region)] as const),
  );
  const languages = titled(LANGUAGES, words.profile.languages);
  return {
    organisation: choiceField(words, words.profile.organisation, organisations, {
      required: needsWork,
    }),
    domain: choiceField(words, words.profile.domain, titled(DOMAINS, words.checklist.domains), {
      required: needsWork,
    }),
    language: choiceField(words, words.profile.language, languages),
  };
}

export interface ProfileOptions {
  then: AfterProfile;
  hint?: string;
  /** Coordinators have more to set. */
  coordinates?: boolean;
  /** Whether it has to say where they work. */
  needsWork?: boolean;
}

export function profileCard(
  context: ProfileContext,
  read: FieldsRead,
  options: ProfileOptions,
): Card {
  const { words } = context;
  const { then, hint, coordinates = false, needsWork = true } = options;
  return formCard(context, {
    heading: words.profile.heading,
    hint,
    notes: [note(needsWork ? words.profile.intro : words.profile.introOptional)],
    fields: showFields(profileFields(context, needsWork), read),
    buttons: [
      button(words.buttons.save, 'save-profile', { then }, { style: 'positive', inputs: 'auto' }),
      ...(coordinates ? coordinatorButtons(words) : []),
    ],
  });
}

function coordinatorButtons({ absence, reminderSettings }: Words): Button[] {
  return [
    button(absence.button, 'ask-absence', {}),
    button(reminderSettings.button, 'ask-reminders', {}),
  ];
}
