import { expect, test } from 'vitest';
import { checklistNl } from '../../cards/words/checklistNl.js';
import { HOLLANDS_MIDDEN, SANNE } from '../builders.js';
import { everyText } from './cardContent.js';
import { EVERY_CHANNEL_CARD } from './everyCard.js';
import { TYPED_TEXTS } from './states/typedTexts.js';

/** What belongs in the 1:1 chat of one coordinator only. */
const KEPT_OUT = [
  SANNE.name,
  ...HOLLANDS_MIDDEN.municipalities.map(({ name }) => name),
  ...HOLLANDS_MIDDEN.organisations.map(({ name }) => name),
  ...Object.values(checklistNl.situations),
  ...Object.values(checklistNl.wants),
  ...Object.values(checklistNl.wishes),
  ...Object.values(checklistNl.outcomes),
  ...TYPED_TEXTS,
  'typed-',
];

test.each(EVERY_CHANNEL_CARD)(
  '$builder, $state, tells the channel no more than it may',
  ({ card }) => {
    const shown = everyText(card).join('\n');
    expect(KEPT_OUT.filter((secret) => shown.includes(secret))).toEqual([]);
  },
);
