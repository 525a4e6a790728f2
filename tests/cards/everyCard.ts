import type { Card } from '../../cards/render.js';
import { CASE_STATES } from './states/caseStates.js';
import { CHANNEL_CARDS, NOTICE_CARDS } from './states/channelStates.js';
import { CHECKLIST_CARDS } from './states/checklistStates.js';
import { PERSONAL_CARDS } from './states/personalStates.js';

/** One card in one state, as a person can get to see it. */
export interface CardState {
  builder: string;
  state: string;
  card: Card;
}

function statesOf(cards: Record<string, Record<string, Card>>): CardState[] {
  return Object.entries(cards).flatMap(([builder, states]) =>
    Object.entries(states).map(([state, card]) => ({ builder, state, card })),
  );
}

/** What all coordinators see in their channel. */
export const EVERY_CHANNEL_CARD: readonly CardState[] = statesOf(CHANNEL_CARDS);

/** Every card of the bot in every state it can have. */
export const EVERY_CARD: readonly CardState[] = [
  ...EVERY_CHANNEL_CARD,
  ...statesOf({ ...CHECKLIST_CARDS, ...PERSONAL_CARDS, ...CASE_STATES, ...NOTICE_CARDS }),
];
