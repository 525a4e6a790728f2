import { coveredBy, type Absence } from '../data/absence.js';
import type { Budget } from '../data/budget.js';
import { isActive, type Case, type Escalation } from '../data/case.js';
import type { CaseEvent } from '../data/caseEvents.js';
import type { Delivery } from '../data/delivery.js';
import { dayOf, parseInstant } from '../data/weeks.js';
import { isSamePerson, type Person } from '../data/person.js';
import { lacksException } from '../data/lifeCycle.js';
import { sharedEvents, sharedTalks } from '../data/surfaces.js';
import { nameWithStandIn } from './absencePhrases.js';
import { button } from './button.js';
import { callerFacts } from './callerFacts.js';
import { caseButtons } from './caseButtons.js';
import { municipalityName, organisationName, type CardContext } from './context.js';
import { detailsThatFit, progressFacts } from './courseDetails.js';
import { note } from './formCard.js';
import { lanesSection, overBudgetNotes } from './laneContent.js';
import { messageCard, section, shortSection, type Fact, type Section } from './messageCard.js';
import { list, longDay, shortMoment } from './phrases.js';
import { permissionContent } from './permissionContent.js';
import { questionSections } from './questionContent.js';
import type { Card } from './render.js';
import { troubleSections } from './troubleLines.js';

/** What a case card says besides the case itself. */
interface Around {
  /** What just happened. */
  hint?: string | undefined;
  /** Who of the region is away, now or later. */
  absences?: readonly Absence[];
  /** Of the municipality that pays, or would. */
  budget?: Budget | undefined;
  /** How far the case has been shown to others. */
  delivery?: Delivery | undefined;
}

/** A case in full, in the 1:1 chat of one coordinator. */
export function caseCard(
  context: CardContext,
  subject: Case,
  current: Escalation,
  reader: Person,
  { hint, absences = [], budget, delivery }: Around = {},
): Card {
  const { words } = context;
  const covers = coveredBy(reader, absences, dayOf(context.now));
  const buttons = caseButtons(context, subject, current, { reader, covers });
  // Who took a referral by phone finds their own side of the case there.
  const isOwn = isSamePerson(subject.professional, reader);
  const hasRoom = buttons.length < MOST_BUTTONS;
  // What happened while they were not asked is not theirs to read.
  const shared = sharedEvents(subject);
  const progress = progressFacts(context, subject, shared);
  return messageCard({
    lang: context.language,
    heading: `${words.escalation.heading(subject.code)} · ${words.escalation.statuses[current.state.status]}`,
    notes: [
      ...(hint === undefined ? [] : [note(hint, 'emphasis')]),
      ...(current.priority ? [note(`⚠ ${words.escalation.priority}`, 'attention')] : []),
      ...(lacksException(current) ? [note(words.caseCard.exceptionMissing, 'warning')] : []),
      ...(isActive(current.state) ? overBudgetNotes(context, budget) : []),
    ],
    sections: [
      section('', reachFacts(context, subject, current, absences)),
      ...troubleSections(context, delivery),
      lanesSection(context, current, budget),
      ...questionSections(context, current.questions),
      section(words.caseCard.client, clientFacts(context, subject, current)),
      ...(progress.length > 0 ? [section(words.ownCase.progress, progress)] : []),
      section(words.caseCard.permissions, permissionContent(context, subject)),
      historySection(context, shared, subject.talks.length, BESIDE_ALL_ELSE),
      ...(isOwn && !hasRoom ? [section('', [words.handOver.ownSide])] : []),
    ],
    buttons: [
      ...buttons,
      // Who took a referral by phone has two sides to the case.
      ...(isOwn && hasRoom ? [button(words.buttons.openOwn, 'open-own', dataOf(subject))] : []),
    ],
  });
}

const MOST_BUTTONS = 6;
/** Lanes, questions and notes leave less of a card to the history. */
const BESIDE_ALL_ELSE = { listed: 22, room: 3500 };

function reachFacts(
  context: CardContext,
  subject: Case,
  current: Escalation,
  absences: readonly Absence[],
): Fact[] {
  const { words, region } = context;
  const { state } = current;
  return [
    ...(subject.caller
      ? callerFacts(words, subject.caller, subject.professional)
      : [{ label: words.caseCard.professional, value: subject.professional.name }]),
    {
      label: words.caseCard.organisation,
      value: organisationName(region, subject.organisation),
    },
    { label: words.caseCard.reachable, value: current.reachable },
    ...(state.status === 'claimed' ? holderFacts(context, state, absences) : []),
    ...(state.status === 'claimed' && state.exception !== undefined
      ? [{ label: words.caseCard.exception, value: state.exception }]
      : []),
    ...(state.status === 'declined'
      ? [{ label: words.caseCard.declineReason, value: state.reason }]
      : []),
    ...(state.status === 'closed' ? outcomeFacts(context, state) : []),
  ];
}

type Claimed = Extract<Escalation['state'], { status: 'claimed' }>;

function holderFacts(
  context: CardContext,
  { holder, offer }: Claimed,
  absences: readonly Absence[],
): Fact[] {
  const { words } = context;
  const named = (person: Person) => nameWithStandIn(context, person, absences);
  return [
    { label: words.escalation.holder, value: named(holder) },
    ...(offer ? [{ label: words.handOver.offeredTo, value: named(offer.to) }] : []),
  ];
}

type Closed = Extract<Escalation['state'], { status: 'closed' }>;

export function outcomeFacts({ words }: CardContext, { outcome, contraception }: Closed): Fact[] {
  return [
    { label: words.caseCard.outcome, value: words.checklist.outcomes[outcome] },
    {
      label: words.caseCard.contraception,
      value: words.checklist.contraceptionResults[contraception],
    },
  ];
}

function clientFacts(context: CardContext, subject: Case, current: Escalation): Fact[] {
  const { words } = context;
  const { caseCard: labels, checklist } = words;
  const talk = sharedTalks(subject).at(-1);
  const participation = words.escalation.participations[current.participation];
  return [
    {
      label: labels.municipality,
      value: `${municipalityName(context, subject.municipality)} (${participation})`,
    },
    ...(current.phase === 'unknown'
      ? []
      : [{ label: words.referral.phase, value: checklist.phases[current.phase] }]),
    ...(talk ? talkFacts(context, talk) : [{ label: labels.talkOn, value: labels.noTalk }]),
    { label: labels.note, value: current.note === '' ? labels.noNote : current.note },
  ];
}

function talkFacts({ words, language }: CardContext, talk: Case['talks'][number]): Fact[] {
  const { caseCard: labels, checklist } = words;
  const wants = talk.wants.map((id) => checklist.wants[id]);
  return [
    { label: labels.talkOn, value: longDay(talk.on, language) },
    { label: labels.wish, value: checklist.wishes[talk.wish] },
    ...(wants.length > 0 ? [{ label: labels.wants, value: list(wants, language) }] : []),
    { label: labels.arrangement, value: checklist.arrangements[talk.arrangement] },
  ];
}

/**
 * What happened, newest first; what came before the newest part can be opened.
 * @param history the events that this reader may know of
 * @param talks how many talks the case has
 */
export function historySection(
  context: CardContext,
  history: readonly CaseEvent[],
  talks: number,
  { listed, room }: { listed: number; room?: number } = { listed: 50 },
): Section {
  const { words } = context;
  const details = detailsThatFit(context, history, talks, room);
  const entries = history
    .toReversed()
    .map((event) => [eventLine(context, event), ...(details.get(event.number) ?? [])]);
  const { history: heading, earlier: more } = words.caseCard;
  return shortSection(words, heading, entries, { shown: 5, listed, more });
}

/** Who did what and when, without content: for the history and for the thread. */
export function eventLine({ words, language }: CardContext, event: CaseEvent): string {
  const when = shortMoment(parseInstant(event.at), language);
  const who = event.by === undefined ? '' : words.by(event.by.name);
  return words.eventLine(when, words.events[event.kind], who);
}

const dataOf = ({ code, version }: Case) => ({ code, version });
