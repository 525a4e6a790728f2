import { PHASES } from '../../data/checklist.js';
import type { CardContext } from '../context.js';
import { choiceField } from '../fields.js';
import { note } from '../formCard.js';
import { titled } from '../phrases.js';
import type { Screen } from './screen.js';
import { municipalityField } from './talk.js';

function referralFields(context: CardContext) {
  const { words } = context;
  return {
    municipality: municipalityField(context, words.talk.municipality, { required: true }),
    phase: choiceField(words, words.referral.phase, titled(PHASES, words.checklist.phases)),
  };
}

export const referralScreen: Screen = {
  heading: (words) => words.referral.heading,
  notes: ({ words }) => [note(words.referral.intro)],
  fields: referralFields,
  verbs: ['next', 'later', 'discard'],
  primary: () => 'next',
};
