import { ELSEWHERE } from '../../data/checklist.js';
import type { CardContext } from '../context.js';
import {
  choiceField,
  pastDateField,
  yesNoField,
  type Field,
  type FieldOptions,
} from '../fields.js';
import { note } from '../formCard.js';
import { titled } from '../phrases.js';
import type { Screen } from './screen.js';

/** Where the client lives; never filled in beforehand. */
export function municipalityField(
  { words, region }: CardContext,
  label: string,
  options: FieldOptions = {},
): Field {
  const municipalities = [
    ...region.municipalities.map((row) => [row.id, row.name] as const),
    ...titled(ELSEWHERE, words.checklist.elsewhere),
  ];
  return choiceField(words, label, municipalities, options);
}

function talkFields(context: CardContext) {
  const { words, now } = context;
  return {
    talked: yesNoField(words, words.talk.talked, { required: true }),
    record: yesNoField(words, words.talk.record, { required: true }),
    on: pastDateField(words, `${words.talk.on} ${words.talk.whenYes}`, now),
    municipality: municipalityField(context, `${words.talk.municipality} ${words.talk.whenYes}`),
  };
}

export const talkScreen: Screen = {
  heading: (words) => words.talk.heading,
  notes: ({ words }) => [note(words.talk.ends)],
  fields: talkFields,
  verbs: ['next', 'later', 'discard'],
  primary: () => 'next',
};
