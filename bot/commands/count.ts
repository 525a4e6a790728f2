import type { FieldsRead } from '../../cards/fields/field.js';
import { quickCountCard, whichOrganisationCard } from '../../cards/quickCountCard.js';
import type { Deps } from '../deps.js';
import { whoMay } from '../forOfficer.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import type { Office } from '../roles.js';
import { readerContext, type Turn } from '../turnContext.js';

/** `tellen`: talks of one's own organisation, per month and municipality. */
export function count(deps: Deps, turn: Turn): Promise<Outcome> {
  const [first, ...others] = turn.roles.officerOf;
  if (!first) return Promise.resolve(refuse(whoMay(turn)));
  return Promise.resolve(others.length > 0 ? askWhich(turn) : askNumbers(deps, turn, first));
}

export function askWhich(turn: Turn, read?: FieldsRead): Outcome {
  const organisations = turn.roles.officerOf.map(({ organisation }) => organisation);
  const card = whichOrganisationCard(turn, organisations, read);
  return showCard(card, turn.words.quickCount.summary);
}

export function askNumbers(deps: Deps, turn: Turn, { region, organisation }: Office): Outcome {
  const card = quickCountCard(readerContext(deps, turn, region), organisation);
  return showCard(card, turn.words.quickCount.summary);
}
