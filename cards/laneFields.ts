import type { Case, Escalation } from '../data/case.js';
import { MOST_CENTS } from '../data/budget.js';
import type { Reason } from '../data/checklist.js';
import {
  APPOINTMENT_RESULTS,
  DECLARATIONS,
  FOLLOW_UP_ASKS,
  LANE_RESULTS,
  type Lanes,
} from '../data/lanes.js';
import type { Provider, Region } from '../data/region.js';
import type { CardContext } from './context.js';
import { choiceField, toggleField } from './fields/choiceFields.js';
import { agreedDateField } from './fields/dateFields.js';
import type { Field, Fields, FieldsRead } from './fields/field.js';
import { moneyField } from './fields/moneyField.js';
import { languageName, list, titled } from './phrases.js';

/** A choice that was made can be unmade; a radio button alone cannot be. */
export const NOT_YET = 'not-yet';
const orNotYet = <T extends string>(ids: readonly T[]) => [NOT_YET, ...ids] as const;

type LaneFields = (context: CardContext, subject: Case, lanes: Lanes) => Fields;

const FIELDS: Record<Reason, LaneFields> = {
  complex: ({ words }) => {
    const { result, results } = words.lanes.complex;
    return { result: choiceField(words, result, titled(orNotYet(LANE_RESULTS), results)) };
  },
  finance: (context) => {
    const { words, region } = context;
    const { finance } = words.lanes;
    const places = region.municipalities.map(({ id, name }) => [id, name] as const);
    const declarations = titled(orNotYet(DECLARATIONS), finance.declarations);
    return {
      asked: moneyField(context, finance.asked, { most: MOST_CENTS }),
      granted: moneyField(context, finance.granted, { most: MOST_CENTS }),
      chargedTo: choiceField(words, finance.chargedTo, places, { compact: true }),
      declaration: choiceField(words, finance.declaration, declarations),
    };
  },
  'somatic-network': (context, subject, lanes) => {
    const { words, now } = context;
    const { network } = words.lanes;
    const recorded = lanes['somatic-network']?.appointmentOn;
    const happenings = titled(orNotYet(APPOINTMENT_RESULTS), network.happenings);
    const dates = { from: 'year-ago', ...(recorded !== undefined && { recorded }) } as const;
    return {
      ...providerFields(context, subject, lanes),
      appointmentOn: agreedDateField(words, network.appointmentOn, now, dates),
      happened: choiceField(words, network.happened, happenings),
    };
  },
  'follow-up': ({ words, now }, _subject, lanes) => {
    const { followUp } = words.lanes;
    const recorded = lanes['follow-up']?.on;
    const dates = { from: 'today', ...(recorded !== undefined && { recorded }) } as const;
    return {
      on: agreedDateField(words, followUp.on, now, { ...dates, required: true }),
      asks: choiceField(words, followUp.asks, titled(FOLLOW_UP_ASKS, followUp.who), {
        required: true,
      }),
    };
  },
};

export function laneFields(
  context: CardContext,
  subject: Case,
  { lanes }: Escalation,
  reason: Reason,
): Fields {
  return { ...FIELDS[reason](context, subject, lanes), settled: settledField(context) };
}

function settledField({ words }: CardContext): Field {
  const { settled, isSettled } = words.lanes;
  return toggleField(words, settled, { title: isSettled });
}

/** Without anybody to choose there is no question; the form says so. */
function providerFields(context: CardContext, subject: Case, lanes: Lanes): Fields {
  const { words, region } = context;
  const { network } = words.lanes;
  const known = providersFor(region, subject, lanes);
  if (known.length === 0) return {};
  const choices = known.map((row) => [row.id, providerTitle(context, row)] as const);
  const all = [[NOT_YET, network.notChosen] as const, ...choices];
  return { provider: choiceField(words, network.provider, all) };
}

/** Of the client's municipality, of the whole region when it is none of it; and who was chosen. */
export function providersFor(region: Region, { municipality }: Case, lanes: Lanes): Provider[] {
  const isOurs = region.municipalities.some(({ id }) => id === municipality);
  const chosen = lanes['somatic-network']?.provider;
  return region.providers.filter(
    ({ id, municipalities }) => !isOurs || municipalities.includes(municipality) || id === chosen,
  );
}

function providerTitle({ words, language }: CardContext, provider: Provider): string {
  const { network } = words.lanes;
  const { name, profession, place, does, languages } = provider;
  const spoken = languages.map((code) => languageName(code, language));
  return [
    network.described(name, profession, place),
    network.does(does),
    ...(spoken.length > 0 ? [network.speaks(list(spoken, language))] : []),
  ].join('. ');
}

/** What is recorded of a lane, as its fields show it. */
export function presentLane(
  { region }: CardContext,
  { municipality }: Case,
  { lanes }: Escalation,
  reason: Reason,
): FieldsRead['values'] {
  const { complex, finance, 'somatic-network': network, 'follow-up': followUp } = lanes;
  const isOurs = region.municipalities.some(({ id }) => id === municipality);
  const values: Record<Reason, FieldsRead['values']> = {
    complex: { result: complex?.result ?? NOT_YET },
    finance: {
      asked: finance?.askedCents,
      granted: finance?.grantedCents,
      chargedTo: finance ? finance.chargedTo : isOurs ? municipality : undefined,
      declaration: finance?.declaration ?? NOT_YET,
    },
    'somatic-network': {
      provider: network?.provider ?? NOT_YET,
      appointmentOn: network?.appointmentOn,
      happened: network?.happened ?? NOT_YET,
    },
    'follow-up': { on: followUp?.on, asks: followUp?.asks ?? 'professional' },
  };
  return { ...values[reason], settled: lanes[reason]?.settled ?? false };
}
