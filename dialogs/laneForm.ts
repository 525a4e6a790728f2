import type { CardContext } from '../cards/context.js';
import { readForm, type FieldsRead } from '../cards/fields/field.js';
import { laneAnswers } from '../cards/laneAnswers.js';
import { laneFields, NOT_YET } from '../cards/laneFields.js';
import { budgetYear } from '../data/budget.js';
import type { Case, Escalation } from '../data/case.js';
import type { Reason } from '../data/checklist.js';
import { lastChangeOf, type FollowUp, type Lane, type Lanes } from '../data/lanes.js';
import type { Command } from '../data/lifeCycle.js';
import type { Person } from '../data/person.js';
import { dayOf, type DateTime } from '../data/weeks.js';

export type LaneFormTurn =
  | { kind: 'command'; command: Command }
  | ({ kind: 'again' } & FieldsRead)
  /** Somebody else changed the lane while it was being filled in. */
  | { kind: 'outdated' };

/** A filled-in lane becomes the command that records it. */
export function replyToLaneForm(
  context: CardContext,
  reason: Reason,
  subject: Case,
  current: Escalation,
  by: Person,
  { seen, inputs }: { seen: number; inputs: Record<string, unknown> },
): LaneFormTurn {
  if (seen !== lastChangeOf(reason, subject.history)) return { kind: 'outdated' };
  const fields = laneFields(context, subject, current, reason);
  const answered = readForm(fields, inputs, ({ values }) => CHECKS[reason](context, values));
  if (answered.kind === 'again') return answered;
  const lane = LANES[reason](answered.values, current.lanes, context.now);
  return { kind: 'command', command: { kind: 'update-lane', by, ...lane } };
}

type Values = FieldsRead['values'];

/** What no question sees by itself. */
const CHECKS: Record<Reason, (context: CardContext, values: Values) => FieldsRead['errors']> = {
  complex: () => ({}),
  finance: payerErrors,
  'somatic-network': appointmentErrors,
  'follow-up': () => ({}),
};

/** Money comes from somewhere. */
function payerErrors(
  { words }: CardContext,
  { asked, granted, chargedTo }: Values,
): FieldsRead['errors'] {
  const isCharged = asked !== undefined || granted !== undefined;
  if (!isCharged || chargedTo !== undefined) return {};
  return { chargedTo: words.lanes.finance.chargedToNeeded };
}

/** What happened and when have to go together. */
function appointmentErrors(
  { words, now }: CardContext,
  { appointmentOn: on, happened }: Values,
): FieldsRead['errors'] {
  const { dateNeeded, newDateNeeded, notYet } = words.lanes.network;
  if (happened === undefined || happened === NOT_YET) return {};
  const today = dayOf(now);
  if (happened === 'moved') {
    return typeof on === 'string' && on >= today ? {} : { appointmentOn: newDateNeeded };
  }
  if (typeof on !== 'string') return { appointmentOn: dateNeeded };
  return on > today ? { happened: notYet } : {};
}

const LANES: Record<Reason, (values: Values, lanes: Lanes, now: DateTime) => Lane> = {
  complex: (values) => ({ reason: 'complex', lane: laneAnswers.complex.parse(values) }),
  finance: (values, { finance }, now) => {
    const { asked, granted, ...lane } = laneAnswers.finance.parse(values);
    const year = finance?.year ?? budgetYear(now);
    const amounts = { askedCents: asked, grantedCents: granted };
    return { reason: 'finance', lane: { ...lane, ...amounts, year } };
  },
  'somatic-network': (values) => ({
    reason: 'somatic-network',
    lane: laneAnswers.network.parse(values),
  }),
  'follow-up': (values, { 'follow-up': before }) => ({
    reason: 'follow-up',
    lane: plannedAnew(laneAnswers.followUp.parse(values), before),
  }),
};

/** Another day or another person is asked again; otherwise what was asked and answered stays. */
function plannedAnew(
  next: Pick<FollowUp, 'on' | 'asks' | 'settled'>,
  before: FollowUp | undefined,
): FollowUp {
  const isSame = before?.on === next.on && before.asks === next.asks;
  return isSame ? { ...before, ...next } : next;
}
