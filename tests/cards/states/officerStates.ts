import type { CardContext } from '../../../cards/context.js';
import { organisationCard } from '../../../cards/organisationCard.js';
import {
  correctCountCard,
  countedCard,
  quickCountCard,
  whichOrganisationCard,
} from '../../../cards/quickCountCard.js';
import {
  askTakeOverCard,
  colleaguesCard,
  nobodyCard,
  handOverCard,
  takenOverCard,
} from '../../../cards/takeOverCard.js';
import { organisationTotals } from '../../../data/organisationTotals.js';
import type { Person } from '../../../data/person.js';
import { colleaguesIn } from '../../../data/takeOver.js';
import { aCase, anEscalatedCase, SANNE, TOM, utc } from '../../builders.js';
import { aQuickCount, JGZ } from '../../data/quickCountBuilder.js';

const NONE = { values: {}, errors: {} };

function aColleague(n: number): Person {
  const aadObjectId = `00000000-0000-4000-8000-${String(n + 10).padStart(12, '0')}`;
  return { ...TOM, aadObjectId, name: `Voorbeeldcollega met een lange naam ${n}` };
}

const QUIET = { openedAt: utc('2026-08-03T09:00'), history: [] };
const OF_TOM = [
  aCase({ ...QUIET, professional: TOM }),
  anEscalatedCase({}, { ...QUIET, code: 'HM-7K3R', professional: TOM }),
];
const MANY = Array.from({ length: 300 }, (_, n) =>
  aCase({ ...QUIET, code: 'HM-2222', professional: aColleague(n) }),
);

const HAND_OVER = {
  kind: 'taken-over',
  organisation: 'jgz-voorbeeld',
  by: SANNE,
  cases: 12,
} as const;

export function officerStates(context: CardContext) {
  const { words, region } = context;
  const count = aQuickCount();
  const takenBack = aQuickCount({ talks: 0, realised: 0 });
  const months = ['2026-10', '2026-09', '2026-08', '2026-07', '2026-06', '2026-05', '2026-04'];
  const counts = months.map((month) => aQuickCount({ month }));
  const [quiet] = colleaguesIn(OF_TOM, SANNE);
  const [active] = colleaguesIn([aCase({ professional: TOM })], SANNE);
  const [busy] = colleaguesIn(Array.from({ length: 501 }, () => OF_TOM).flat(), SANNE);
  if (!quiet || !active || !busy) throw new Error('no colleague');
  const totals = organisationTotals([aCase(), anEscalatedCase()], [count], 2026);

  return {
    whichOrganisationCard: {
      asked: whichOrganisationCard(context, region.organisations),
      'not chosen': whichOrganisationCard(context, region.organisations, {
        values: {},
        errors: { organisation: words.errors.required },
      }),
    },
    quickCountCard: {
      empty: quickCountCard(context, JGZ),
      'with errors': quickCountCard(context, JGZ, {
        values: { month: '2026-11', municipality: 'leiden', talks: '1e3', realised: 5 },
        errors: {
          talks: words.quickCount.wholeNumber(999),
          realised: words.quickCount.moreThanTalks,
        },
      }),
    },
    correctCountCard: {
      asked: correctCountCard(context, count, { ...NONE, values: { talks: 5, realised: 2 } }),
      'with errors': correctCountCard(context, count, {
        values: { talks: 5, realised: 6 },
        errors: { realised: words.quickCount.moreThanTalks },
      }),
    },
    countedCard: {
      counted: countedCard(context, count, [count]),
      'after many': countedCard(context, count, [count, takenBack, ...counts]),
      'taken back': countedCard(context, takenBack, [takenBack]),
    },
    organisationCard: {
      empty: organisationCard(context, JGZ, organisationTotals([], [], 2026), []),
      filled: organisationCard(context, JGZ, totals, [count, ...counts]),
    },
    colleaguesCard: {
      one: colleaguesCard(context, JGZ, [quiet]),
      three: colleaguesCard(context, JGZ, colleaguesIn(MANY.slice(0, 3), SANNE)),
      'three hundred': colleaguesCard(context, JGZ, colleaguesIn(MANY, SANNE)),
      'not chosen': colleaguesCard(context, JGZ, colleaguesIn(MANY.slice(0, 3), SANNE), {
        values: {},
        errors: { colleague: words.errors.required },
      }),
    },
    nobodyCard: { nobody: nobodyCard(context, JGZ) },
    askTakeOverCard: {
      quiet: askTakeOverCard(context, JGZ, quiet),
      'active lately': askTakeOverCard(context, JGZ, active),
      'changed meanwhile': askTakeOverCard(context, JGZ, active, { changed: true }),
      'more than fits a click': askTakeOverCard(context, JGZ, busy),
    },
    handOverCard: { told: handOverCard(context, HAND_OVER) },
    takenOverCard: {
      all: takenOverCard(context, JGZ, TOM, { taken: 1, left: 0, escalated: false }),
      escalated: takenOverCard(context, JGZ, TOM, { taken: 12, left: 0, escalated: true }),
      'some left': takenOverCard(context, JGZ, TOM, { taken: 500, left: 2, escalated: true }),
    },
  };
}
