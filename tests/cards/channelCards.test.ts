import { expect, test } from 'vitest';
import { wordsIn, type Words } from '../../cards/words/words.js';
import { LANGUAGES } from '../../data/region.js';
import { HOLLANDS_MIDDEN, SANNE } from '../builders.js';
import { everyText } from './cardContent.js';
import { EVERY_CHANNEL_CARD } from './everyCard.js';
import { TYPED_TEXTS } from './states/typedTexts.js';

const contentIn = ({ checklist }: Words) =>
  [checklist.situations, checklist.wants, checklist.wishes, checklist.outcomes].flatMap((titles) =>
    Object.values(titles),
  );

/** What belongs in the 1:1 chat of one coordinator only. */
const KEPT_OUT = [
  SANNE.name,
  ...HOLLANDS_MIDDEN.municipalities.map(({ name }) => name),
  ...HOLLANDS_MIDDEN.organisations.map(({ name }) => name),
  ...LANGUAGES.flatMap((language) => contentIn(wordsIn(language))),
  ...TYPED_TEXTS,
  'typed-',
];

test.each(EVERY_CHANNEL_CARD)(
  '$builder, $state, in $language, tells the channel no more than it may',
  ({ card }) => {
    const shown = everyText(card).join('\n');
    expect(KEPT_OUT.filter((secret) => shown.includes(secret))).toEqual([]);
  },
);
