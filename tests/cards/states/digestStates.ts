import type { CardContext } from '../../../cards/context.js';
import { digestCard } from '../../../cards/digestCard.js';
import { DIGEST_ROWS } from '../../../data/digest.js';
import { aDigest, numbers } from '../../data/digestBuilder.js';

const every = (n: number) => Object.fromEntries(DIGEST_ROWS.map((row) => [row, n]));
const printed = { week: every(1234), year: every(12_345), 'since-start': every(123_456) };

/** What a region is told on Monday. */
export function digestStates(context: CardContext) {
  const told = (digest = aDigest()) => digestCard(context, digest, 'personal');
  const one = numbers({ talks: 6, escalations: 1, consults: 1 });
  const nothing = { printed: { week: numbers() }, before: numbers() };
  return {
    digestCard: {
      'one row changed': told(),
      'four rows changed': told(
        aDigest({ before: numbers({ trainings: 1, 'attention-officers': 12, partners: 3 }) }),
      ),
      'everything counted, everything changed': told(aDigest({ printed, before: every(9) })),
      'as many as the week before': told(aDigest({ printed: { week: one }, before: one })),
      'nothing counted in two weeks': told(aDigest(nothing)),
      'the first week of a year of which the last had 53 weeks': told(
        aDigest({ week: '2027-W01' }),
      ),
      'in the channel': digestCard(context, aDigest(), 'channel'),
    },
  };
}
