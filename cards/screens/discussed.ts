import { DETERMINANTS, PHASES, TOPICS } from '../../data/checklist.js';
import type { CardContext } from '../context.js';
import { choiceField, choicesField } from '../fields/choiceFields.js';
import { note } from '../formCard.js';
import { titled } from '../phrases.js';
import type { Screen } from './screen.js';

export function discussedFields({ words }: CardContext) {
  const { topics, determinants, phases } = words.checklist;
  return {
    topics: choicesField(words, words.discussed.topics, titled(TOPICS, topics)),
    determinants: choicesField(
      words,
      words.discussed.determinants,
      titled(DETERMINANTS, determinants),
    ),
    phase: choiceField(words, words.discussed.phase, titled(PHASES, phases)),
  };
}

export const discussedScreen: Screen = {
  heading: (words) => words.discussed.heading,
  notes: ({ words }) => [note(words.discussed.intro)],
  fields: discussedFields,
  verbs: ['next', 'back', 'later', 'discard'],
  primary: () => 'next',
};
