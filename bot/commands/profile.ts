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
    profileCard(profileContext(deps, turn), read, { ...options, ...askedOf(turn, options) }),
    turn.words.profile.summary,
  );
}

/**
 * On the way to something else there is only what that needs; who coordinates or leads needs no
 * organisation until then.
 */
export function askedOf({ roles, profile }: Turn, { then }: { then: AfterProfile }) {
  const { coordinates, leads } = roles;
  const worksElsewhere = coordinates.length > 0 || leads.length > 0;
  return {
    coordinates: then === '' && coordinates.length > 0,
    needsWork: then !== '' || profile.work !== undefined || !worksElsewhere,
  };
}

export function profileContext({ regions, now }: Deps, { words, language }: Turn): ProfileContext {
  return { words, language, regions: regions.all(), now: now() };
}
