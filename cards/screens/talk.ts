import { ELSEWHERE } from '../../data/checklist.js';
import { DRAFT_RULES, type Draft } from '../../data/draft.js';
import { dayOf } from '../../data/weeks.js';
import type { CardContext } from '../context.js';
import { choiceField, yesNoField } from '../fields/choiceFields.js';
import { pastDateField } from '../fields/dateFields.js';
import type { Field, FieldOptions, Fields } from '../fields/field.js';
import { note, type Note } from '../formCard.js';
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

function talkFields(context: CardContext, { kind }: Draft): Fields {
  const { words, now } = context;
  const municipality = `${words.talk.municipality} ${words.talk.whenYes}`;
  return {
    talked: yesNoField(words, words.talk.talked, { required: true }),
    record: yesNoField(words, words.talk.record, { required: true }),
    on: pastDateField(words, `${words.talk.on} ${words.talk.whenYes}`, now),
    // A case has one already.
    ...(DRAFT_RULES[kind].addsToCase
      ? {}
      : { municipality: municipalityField(context, municipality) }),
  };
}

function talkNotes({ words }: CardContext, { kind }: Draft): Note[] {
  const { addsToCase, isReadAlong } = DRAFT_RULES[kind];
  return [
    ...(isReadAlong ? [note(words.talk.readAlong, 'emphasis')] : []),
    note(addsToCase ? words.talk.endsFurther : words.talk.ends),
  ];
}

export const talkScreen: Screen = {
  heading: (words) => words.talk.heading,
  notes: talkNotes,
  fields: talkFields,
  // Most talks are recorded on the day itself.
  prefilled: ({ now }) => ({ on: dayOf(now) }),
  verbs: ['next', 'back', 'later', 'discard'],
  primary: () => 'next',
};
