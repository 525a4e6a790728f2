import type { z } from 'zod/v4';
import { whichFields, type officerReplySchema } from '../../cards/countFields.js';
import { missingAnswers, readFields } from '../../cards/fields.js';
import { organisationCard } from '../../cards/organisationCard.js';
import { thisYear } from '../../cards/tallies.js';
import { organisationTotals } from '../../data/organisationTotals.js';
import { allCases } from '../allCases.js';
import { askNumbers, askWhich } from '../commands/count.js';
import type { Deps } from '../deps.js';
import { forOfficer } from '../forOfficer.js';
import { showCard, type Outcome } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';

type OfficerReply = z.infer<typeof officerReplySchema>;

/** Volgende: the organisation that is counted for. */
export function chooseOrganisation(
  deps: Deps,
  turn: Clicked,
  reply: Record<string, unknown>,
): Promise<Outcome> {
  const { officerOf } = turn.roles;
  const fields = whichFields(
    turn.words,
    officerOf.map(({ organisation }) => organisation),
  );
  const read = readFields(fields, reply);
  const errors = { ...missingAnswers(fields, read), ...read.errors };
  const chosen = officerOf.find(({ organisation }) => organisation.id === read.values.organisation);
  const shown = chosen ? askNumbers(deps, turn, chosen) : askWhich(turn, { ...read, errors });
  return Promise.resolve(shown);
}

/** The totals of the own organisation, worked out from what is stored now. */
export const showTotals = forOfficer<OfficerReply>(async (deps, turn, { region, organisation }) => {
  const of = { region: region.id, organisation: organisation.id };
  const cases = await allCases(deps.repository, of);
  const counts = await deps.repository.quickCounts(of);
  const context = readerContext(deps, turn, region);
  const totals = organisationTotals(cases, counts, thisYear(context.now));
  const card = organisationCard(context, organisation, totals, counts);
  return showCard(card, turn.words.organisation.summary);
});
