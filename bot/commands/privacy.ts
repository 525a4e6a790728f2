import { privacyCard } from '../../cards/privacyCard.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import type { Turn } from '../turnContext.js';
import { regionsOf } from './region.js';

/** The terms and addresses of more regions would not fit a card. */
const REGIONS_SHOWN = 3;

/** `privacy` */
export function showPrivacy(deps: Deps, turn: Turn): Promise<Outcome> {
  const regions = regionsOf(deps, turn);
  const card = privacyCard(turn, regions.length > REGIONS_SHOWN ? [] : regions);
  return Promise.resolve(showCard(card, turn.words.privacy.summary));
}
