import { PHASES } from '../../data/checklist.js';
import { DRAFT_RULES, type Draft } from '../../data/draft.js';
import type { CardContext } from '../context.js';
import { choiceField } from '../fields/choiceFields.js';
import { textField } from '../fields/textField.js';
import type { Fields } from '../fields/field.js';
import { phoneField } from '../fields/phoneField.js';
import { note } from '../formCard.js';
import { titled } from '../phrases.js';
import type { Screen } from './screen.js';
import { municipalityField } from './talk.js';

function referralFields(context: CardContext, { kind }: Draft): Fields {
  const { words } = context;
  return {
    ...(DRAFT_RULES[kind].hasCaller ? callerFields(context) : {}),
    municipality: municipalityField(context, words.talk.municipality, { required: true }),
    phase: choiceField(words, words.referral.phase, titled(PHASES, words.checklist.phases)),
  };
}

/** Who called: a professional, whose name and number belong here. */
function callerFields({ words, region }: CardContext): Fields {
  const { referral } = words;
  const organisations = region.organisations.map(({ id, name }) => [id, name] as const);
  return {
    callerName: textField(words, referral.callerName, {
      required: true,
      maxLength: 100,
      allow: ['name'],
    }),
    callerPhone: phoneField(words, referral.callerPhone, referral.callerPhoneInvalid),
    organisation: choiceField(words, referral.organisation, organisations, { required: true }),
  };
}

export const referralScreen: Screen = {
  heading: (words) => words.referral.heading,
  notes: ({ words: { referral } }, { kind }) => [
    note(DRAFT_RULES[kind].hasCaller ? referral.introCaller : referral.intro),
  ],
  fields: referralFields,
  verbs: ['next', 'back', 'later', 'discard'],
  primary: () => 'next',
};
