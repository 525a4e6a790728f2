import { expect, it } from 'vitest';
import { afterBoth, type Delivery } from '../../data/delivery.js';
import { aDelivery } from '../builders.js';

const card = (activityId: string, shown: number, channelId = '19:here'): Delivery['card'] => ({
  ...{ channelId, conversationId: `${channelId};messageid=${activityId}`, activityId, shown },
});

it.each<[string, Delivery['card'], Delivery['card'], Delivery['card']]>([
  [
    'a post keeps its card though a retry was asked for meanwhile',
    undefined,
    card('1', 2),
    card('1', 2),
  ],
  ['of two posts in one channel the first stored stays', card('1', 2), card('2', 2), card('1', 2)],
  [
    'a card that moved stays where it went',
    card('1', 2),
    card('2', 2, '19:there'),
    card('2', 2, '19:there'),
  ],
  [
    'of one card that both updated nobody knows what it shows',
    card('1', 3),
    card('1', 2),
    card('1', 2),
  ],
  ['what was not shown in the channel leaves the card', card('1', 3), undefined, card('1', 3)],
])('%s', (_title, stored, mine, expected) => {
  const before = aDelivery({ version: 4, settled: 3, card: stored, thread: 2, told: ['1 a'] });
  const after = afterBoth(before, {
    ...(mine && { card: mine }),
    thread: 3,
    told: ['2 b'],
    settled: 3,
  });
  expect(after).toMatchObject({ version: 5, settled: 0, thread: 3, told: ['1 a', '2 b'] });
  expect(after.card).toEqual(expected);
});
