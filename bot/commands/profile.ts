import { profileCard, type AfterProfile, type ProfileContext } from '../../cards/profileCard.js';
import { profileValues } from '../../dialogs/profile.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import type { Turn } from '../turnContext.js';

/** `profiel` */
export function showProfile(deps: Deps, turn: Turn): Promise<Outcome> {
  return Promise.resolve(askProfile(deps, turn, { then: '' }));
}

export function askProfile(
  deps: Deps,
  turn: Turn,
  options: { then: AfterProfile; hint?: string },
): Outcome {
  const read = { values: profileValues(turn.profile), errors: {} };
  return showCard(
    profileCard(profileContext(deps, turn), read, { ...options, ...coordinating(turn, options) }),
    turn.words.profile.summary,
  );
}

/** On the way to something else there is only what that needs. */
export function coordinating({ roles }: Turn, { then }: { then: AfterProfile }) {
  return { coordinates: then === '' && roles.coordinates.length > 0 };
}

export function profileContext({ regions, now }: Deps, { words, language }: Turn): ProfileContext {
  return { words, language, regions: regions.all(), now: now() };
}
