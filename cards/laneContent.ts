import type { Budget } from '../data/budget.js';
import type { Escalation } from '../data/case.js';
import type { Reason } from '../data/checklist.js';
import { laneState, type Lanes } from '../data/lanes.js';
import { municipalityName, type CardContext } from './context.js';
import { followUpFacts } from './followUpCard.js';
import { note, type Note } from './formCard.js';
import { foldedSection, section, type Content, type Fact, type Section } from './messageCard.js';
import { euros, longDay } from './phrases.js';
import { otherSituations, reasonSituations } from './reasons.js';

/**
 * What is asked, each reason with its situations and how far its lane is; what is settled can be
 * opened.
 */
export function lanesSection(
  context: CardContext,
  current: Escalation,
  budget: Budget | undefined,
): Section {
  const { words } = context;
  const isSettled = (reason: Reason) => laneState(current, reason) === 'settled';
  const content = (reason: Reason) => [
    ...reasonSituations(words, current, reason),
    ...laneContent(context, current.lanes, reason, budget),
  ];
  const shown = current.reasons
    .filter((reason) => !isSettled(reason))
    .flatMap((reason) => [titleOf(context, current, reason), ...content(reason)]);
  const folds = current.reasons.filter(isSettled).flatMap((reason) => {
    const title = `${words.checklist.reasons[reason]} · ${words.lanes.states.settled}`;
    return foldedSection(words, title, content(reason)).folds;
  });
  const others = otherSituations(words, current);
  return { ...section(words.escalation.reasons, [...shown, ...others]), folds };
}

/** Nobody is at work on it before it is claimed, so a state would say nothing then. */
function titleOf({ words }: CardContext, current: Escalation, reason: Reason): Fact {
  const title = words.checklist.reasons[reason];
  const state = laneState(current, reason);
  const isUntouched = state === 'not-begun' && current.state.status !== 'claimed';
  return { label: isUntouched ? title : `${title} · ${words.lanes.states[state]}`, value: '' };
}

type LaneContent = (context: CardContext, lanes: Lanes, budget: Budget | undefined) => Content;

function laneContent(
  context: CardContext,
  lanes: Lanes,
  reason: Reason,
  budget: Budget | undefined,
): Content {
  return CONTENT[reason](context, lanes, budget);
}

const CONTENT: Record<Reason, LaneContent> = {
  complex: ({ words: { lanes } }, { complex }) =>
    complex?.result
      ? [{ label: lanes.complex.done, value: lanes.complex.results[complex.result] }]
      : [],
  finance: financeContent,
  'somatic-network': networkContent,
  'follow-up': (context, { 'follow-up': lane }) => followUpFacts(context, lane),
};

function financeContent(
  context: CardContext,
  { finance: lane }: Lanes,
  budget: Budget | undefined,
): Content {
  const { words, language } = context;
  const { finance } = words.lanes;
  const amount = (cents: number | undefined) =>
    cents === undefined ? finance.none : euros(cents, language);
  const total = budget ? [budgetFact(context, budget)] : [];
  if (!lane) return total;
  const { chargedTo, declaration } = lane;
  return [
    finance.amount(amount(lane.askedCents), amount(lane.grantedCents)),
    ...(chargedTo === undefined
      ? []
      : [{ label: finance.charged, value: municipalityName(context, chargedTo) }]),
    ...(declaration
      ? [{ label: finance.declaration, value: finance.declarations[declaration] }]
      : []),
    ...total,
  ];
}

function budgetFact(context: CardContext, budget: Budget): Fact {
  const { words, language } = context;
  const { finance } = words.lanes;
  const inAll = (cents: number) => euros(cents, language);
  const totals = finance.totals(inAll(budget.budget), inAll(budget.asked), inAll(budget.granted));
  // A warning says how much too much it is.
  const left = budget.left < 0 ? [] : [finance.left(inAll(budget.left))];
  return {
    label: finance.budget(municipalityName(context, budget.municipality), budget.year),
    value: [totals, ...left].join(', '),
  };
}

/** More was granted than there is: said, and nothing is refused for it. */
export function overBudgetNotes(context: CardContext, budget: Budget | undefined): Note[] {
  if (!budget || budget.left >= 0) return [];
  const { words, language } = context;
  const place = municipalityName(context, budget.municipality);
  const over = words.lanes.finance.over(place, budget.year, euros(-budget.left, language));
  return [note(over, 'warning')];
}

/** What there is to spend, before somebody asks for more of it. */
export function budgetNotes(context: CardContext, budget: Budget | undefined): Note[] {
  if (!budget) return [];
  const { label, value } = budgetFact(context, budget);
  return [note(`${label}: ${value}`), ...overBudgetNotes(context, budget)];
}

function networkContent(context: CardContext, { 'somatic-network': lane }: Lanes): Content {
  const { words, language, region } = context;
  const { network } = words.lanes;
  if (!lane) return [];
  const provider = region.providers.find(({ id }) => id === lane.provider);
  const appointment = [
    ...(lane.appointmentOn === undefined ? [] : [longDay(lane.appointmentOn, language)]),
    ...(lane.happened ? [network.outcomes[lane.happened]] : []),
  ];
  return [
    {
      label: network.with,
      value: provider
        ? network.described(provider.name, provider.profession, provider.place)
        : network.notChosen.toLowerCase(),
    },
    ...(appointment.length > 0
      ? [{ label: network.appointment, value: appointment.join(', ') }]
      : []),
  ];
}
