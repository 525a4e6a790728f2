import { languageCard } from '../../cards/languageCard.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import type { Turn } from '../turnContext.js';

/** `taal` */
export function askLanguage(_deps: Deps, turn: Turn): Promise<Outcome> {
  const { words, incoming } = turn;
  if (incoming.place.kind !== 'personal')
    return Promise.resolve(refuse(words.refusals.personalOnly));
  const card = languageCard(turn, { saved: false });
  return Promise.resolve(showCard(card, words.language.heading));
}
