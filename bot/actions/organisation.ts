import type { z } from 'zod/v4';
import { whichFields, type officerReplySchema } from '../../cards/countFields.js';
import { readForm } from '../../cards/fields/field.js';
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
  const form = readForm(fields, reply);
  if (form.kind === 'again') return Promise.resolve(askWhich(turn, form));
  const chosen = officerOf.find(({ organisation }) => organisation.id === form.values.organisation);
  if (!chosen) throw new Error('an organisation was accepted that is not theirs');
  return Promise.resolve(askNumbers(deps, turn, chosen));
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
