import { municipalityName, type CardContext } from '../../cards/context.js';
import { OUTCOMES, REASONS } from '../../data/checklist.js';
import { daysOf, type Period } from '../../data/periods.js';
import { DOMAINS, ORGANISATION_TYPES, type OrganisationType } from '../../data/region.js';
import type { Durations, Split, Statistics } from '../../data/statistics.js';
import { dayOf } from '../../data/weeks.js';

/** The figures of a period for a program to read: ids as keys, but municipalities and types by name. */
export function statsJson(context: CardContext, period: Period, statistics: Statistics): object {
  const { region, words } = context;
  const { reasons, outcomes, domains, municipalities, organisationTypes } = statistics;
  return {
    region: region.id,
    period: daysOf(period) ?? sinceStart(context),
    indicators: statistics.indicators,
    below: statistics.below,
    reasons: { ...each(REASONS, 0), ...reasons },
    municipalities: named(municipalities, (id) => municipalityName(context, id)),
    organisationTypes: named(organisationTypes, (id) =>
      isOrganisationType(id) ? words.organisationTypes[id] : id,
    ),
    domains: { ...each(DOMAINS, { talks: 0, escalations: 0 }), ...domains },
    phases: statistics.phases,
    participation: statistics.participation,
    outcomes: { ...each(OUTCOMES, 0), ...outcomes },
    results: statistics.results,
    toClaim: durations(statistics.toClaim),
    toClose: durations(statistics.toClose),
    benefits: statistics.benefits,
    unplaced: statistics.unplaced,
  };
}

function sinceStart({ region, now }: CardContext) {
  return { from: `${region.startedIn}-01`, until: dayOf(now) };
}

const each = <V>(ids: readonly string[], value: V) =>
  Object.fromEntries(ids.map((id) => [id, value]));

/** Two ids with the same name are added up. */
function named(
  splits: Readonly<Record<string, Split>>,
  nameOf: (id: string) => string,
): Record<string, Split> {
  const found = new Map<string, Split>();
  for (const [id, { talks, escalations }] of Object.entries(splits)) {
    const before = found.get(nameOf(id)) ?? { talks: 0, escalations: 0 };
    found.set(nameOf(id), {
      talks: before.talks + talks,
      escalations: before.escalations + escalations,
    });
  }
  return Object.fromEntries(found);
}

const isOrganisationType = (id: string): id is OrganisationType =>
  ORGANISATION_TYPES.some((type) => type === id);

/** JSON has no undefined. */
const durations = ({ n, median, p90 }: Durations) => ({
  n,
  median: median ?? null,
  p90: p90 ?? null,
});
