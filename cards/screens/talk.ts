import { ELSEWHERE } from '../../data/checklist.js';
import type { CardContext } from '../context.js';
import { choiceField, pastDateField, yesNoField } from '../fields.js';
import { note } from '../formCard.js';
import { titled } from '../phrases.js';
import type { Screen } from './screen.js';

function talkFields({ words, region, now }: CardContext) {
  const municipalities = [
    ...region.municipalities.map((row) => [row.id, row.name] as const),
    ...titled(ELSEWHERE, words.checklist.elsewhere),
  ];
  return {
    talked: yesNoField(words, words.talk.talked, { required: true }),
    record: yesNoField(words, words.talk.record, { required: true }),
    on: pastDateField(words, `${words.talk.on} ${words.talk.whenYes}`, now),
    municipality: choiceField(
      words,
      `${words.talk.municipality} ${words.talk.whenYes}`,
      municipalities,
    ),
  };
}

export const talkScreen: Screen = {
  heading: (words) => words.talk.heading,
  notes: ({ words }) => [note(words.talk.ends)],
  fields: talkFields,
  verbs: ['next', 'later', 'discard'],
  primary: () => 'next',
};
