import type { CardContext } from '../../cards/context.js';
import type { Card } from '../../cards/render.js';
import { wordsIn } from '../../cards/words/words.js';
import { LANGUAGES, type Language } from '../../data/region.js';
import { aContext } from '../builders.js';
import { bulletinStates } from './states/bulletinStates.js';
import { caseStates } from './states/caseStates.js';
import { channelStates, noticeStates } from './states/channelStates.js';
import { checklistStates } from './states/checklistStates.js';
import { digestStates } from './states/digestStates.js';
import { endingStates } from './states/endingStates.js';
import { exportStates } from './states/exportStates.js';
import { figureStates } from './states/figureStates.js';
import { followUpStates } from './states/followUpStates.js';
import { handOverStates } from './states/handOverStates.js';
import { laneStates } from './states/laneStates.js';
import { officerStates } from './states/officerStates.js';
import { ownCaseStates } from './states/ownCaseStates.js';
import { permissionStates } from './states/permissionStates.js';
import { personalStates } from './states/personalStates.js';
import { programmeStates } from './states/programmeStates.js';
import { queueStates } from './states/queueStates.js';
import { settingsStates } from './states/settingsStates.js';

/** One card in one state, as a person can get to see it. */
export interface CardState {
  language: Language;
  builder: string;
  state: string;
  card: Card;
}

type States = (context: CardContext) => Record<string, Record<string, Card>>;

function inEveryLanguage(...lists: States[]): CardState[] {
  return LANGUAGES.flatMap((language) => {
    const context = aContext({ language, words: wordsIn(language) });
    return lists.flatMap((states) => statesOf(language, states(context)));
  });
}

function statesOf(language: Language, cards: Record<string, Record<string, Card>>): CardState[] {
  return Object.entries(cards).flatMap(([builder, states]) =>
    Object.entries(states).map(([state, card]) => ({ language, builder, state, card })),
  );
}

export const EVERY_CHANNEL_CARD: readonly CardState[] = inEveryLanguage(channelStates);

/** Every card of the bot in every state it can have. */
export const EVERY_CARD: readonly CardState[] = inEveryLanguage(
  channelStates,
  bulletinStates,
  checklistStates,
  digestStates,
  endingStates,
  figureStates,
  exportStates,
  followUpStates,
  queueStates,
  laneStates,
  personalStates,
  caseStates,
  noticeStates,
  permissionStates,
  officerStates,
  ownCaseStates,
  handOverStates,
  settingsStates,
  programmeStates,
);
