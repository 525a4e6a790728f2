import { languageCard } from '../../cards/languageCard.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import type { Turn } from '../turnContext.js';

/** `taal` */
export function askLanguage(_deps: Deps, turn: Turn): Promise<Outcome> {
  const card = languageCard(turn, { saved: false });
  return Promise.resolve(showCard(card, turn.words.language.heading));
}
