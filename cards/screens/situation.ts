import { REASONS, SITUATIONS_OF } from '../../data/checklist.js';
import type { CardContext } from '../context.js';
import { choicesField } from '../fields/choiceFields.js';
import { note } from '../formCard.js';
import { titled } from '../phrases.js';
import type { Screen } from './screen.js';

/** One group of situations per reason; together they are the answer `situations`. */
export function situationFields({ words }: CardContext) {
  const { reasons, situations } = words.checklist;
  const groups = REASONS.map((reason) => {
    const choices = titled(SITUATIONS_OF[reason], situations);
    return [reason, choicesField(words, reasons[reason], choices)] as const;
  });
  return Object.fromEntries(groups);
}

export const situationScreen: Screen = {
  heading: (words) => words.situation.heading,
  notes: ({ words }) => [note(words.situation.intro)],
  fields: situationFields,
  verbs: ['next', 'back', 'later', 'discard'],
  primary: () => 'next',
};
