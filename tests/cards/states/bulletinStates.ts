import {
  channelLostCard,
  morningCard,
  standsInCard,
  standsInEndedCard,
} from '../../../cards/bulletinCards.js';
import type { CardContext } from '../../../cards/context.js';
import { CODE_ALPHABET } from '../../../data/case.js';
import { REMINDERS, type Due, type Reminder } from '../../../data/reminders.js';
import { MERYEM } from '../../builders.js';

const DAYS: Partial<Record<Reminder, string>> = {
  'lapses-soon': '2026-11-30',
  'appointment-passed': '2026-11-13',
};

const due = (n: number): Due[] =>
  Array.from({ length: n }, (_, index) => {
    const kind = REMINDERS[index % REMINDERS.length] ?? 'unclaimed';
    const signs = [index, index % 7].map((place) => CODE_ALPHABET[place % CODE_ALPHABET.length]);
    return { kind, code: `HM-2${signs.join('2')}`, version: 3, on: DAYS[kind] };
  });

/** Messages to one person that are about no single case. */
export function bulletinStates(context: CardContext) {
  const absence = { for: MERYEM, from: '2026-11-23', until: '2026-12-04' };
  return {
    morningCard: {
      'one thing': morningCard(context, due(1)),
      'of every kind': morningCard(context, due(4)),
      'more than fits': morningCard(context, due(40)),
      'more questions than fit': morningCard(
        context,
        due(80).filter(({ kind }) => kind === 'question'),
      ),
    },
    channelLostCard: {
      'channel deleted': channelLostCard(context, { kind: 'channel-lost', why: 'channel-deleted' }),
      'bot removed': channelLostCard(context, { kind: 'channel-lost', why: 'bot-removed' }),
    },
    standsInCard: { told: standsInCard(context, { kind: 'stands-in', ...absence }) },
    standsInEndedCard: {
      told: standsInEndedCard(context, { kind: 'stands-in-ended', for: MERYEM }),
    },
  };
}
