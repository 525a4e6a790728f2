import { ARRANGEMENTS, WANTS, WISHES } from '../../data/checklist.js';
import { isEndOf } from '../../data/draft.js';
import type { CardContext } from '../context.js';
import { choiceField, choicesField } from '../fields/choiceFields.js';
import { realisedOnField } from '../fields/realisedOnField.js';
import { titled } from '../phrases.js';
import { note } from '../formCard.js';
import type { Screen } from './screen.js';

export function wishFields(context: CardContext) {
  const { words } = context;
  const { wishes, wants, arrangements } = words.checklist;
  return {
    wish: choiceField(words, words.wish.wish, titled(WISHES, wishes), { required: true }),
    wants: choicesField(words, words.wish.wants, titled(WANTS, wants)),
    arrangement: choiceField(words, words.wish.arrangement, titled(ARRANGEMENTS, arrangements), {
      required: true,
    }),
    realisedOn: realisedOnField(context),
  };
}

export const wishScreen: Screen = {
  heading: (words) => words.wish.heading,
  notes: ({ words }, draft) => (isEndOf(draft, 'last') ? [] : [note(words.wish.saveOrNext)]),
  fields: wishFields,
  verbs: ['next', 'save', 'back', 'later', 'discard'],
  primary: (draft) => (isEndOf(draft, 'last') ? 'save' : 'next'),
};
