import { coveredBy, type Absence } from '../data/absence.js';
import type { Budget } from '../data/budget.js';
import { hasPriority, isActive, type Case, type Escalation } from '../data/case.js';
import type { CaseEvent } from '../data/caseEvents.js';
import type { Delivery } from '../data/delivery.js';
import { dayOf, parseInstant } from '../data/weeks.js';
import { isAmong, isSamePerson, type Person } from '../data/person.js';
import { lacksException } from '../data/lifeCycle.js';
import { sharedEvents, sharedTalks } from '../data/surfaces.js';
import { nameWithStandIn } from './absencePhrases.js';
import { button } from './button.js';
import { callerFacts } from './callerFacts.js';
import { caseButtons } from './caseButtons.js';
import { municipalityName, organisationName, type CardContext } from './context.js';
import { detailsThatFit, progressFacts } from './courseDetails.js';
import { firstThatFits, type Room, type Rooms } from './firstThatFits.js';
import { note } from './formCard.js';
import { lanesSection, overBudgetNotes } from './laneContent.js';
import { messageCard, section, shortSection, type Fact, type Section } from './messageCard.js';
import { participationNow } from './participation.js';
import { list, longDay, shortMoment } from './phrases.js';
import { permissionContent } from './permissionContent.js';
import { questionSections } from './questionContent.js';
import type { Card } from './render.js';
import type { Words } from './words/words.js';
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
  return firstThatFits(ROOMS, (room) =>
    messageCard({
      lang: context.language,
      heading: `${words.escalation.heading(subject.code)} · ${words.escalation.statuses[current.state.status]}`,
      notes: [
        ...(hint === undefined ? [] : [note(hint, 'emphasis')]),
        ...(hasPriority(current) ? [note(`⚠ ${words.escalation.priority}`, 'attention')] : []),
        ...(holds([reader, ...covers], current) && lacksException(current)
          ? [note(words.caseCard.exceptionMissing, 'warning')]
          : []),
        ...(isActive(current.state) ? overBudgetNotes(context, budget) : []),
      ],
      sections: [
        section('', reachFacts(context, subject, current, absences)),
        ...troubleSections(context, delivery),
        lanesSection(context, current, budget),
        ...questionSections(context, current.questions, room.questions),
        section(words.caseCard.client, clientFacts(context, subject, current)),
        ...(progress.length > 0 ? [section(words.ownCase.progress, progress)] : []),
        section(words.caseCard.permissions, permissionContent(context, subject)),
        historySection(context, shared, subject.talks.length, room.history),
        ...(isOwn && !hasRoom ? [section('', [words.handOver.ownSide])] : []),
      ],
      buttons: [
        ...buttons,
        // Who took a referral by phone has two sides to the case.
        ...(isOwn && hasRoom ? [button(words.buttons.openOwn, 'open-own', dataOf(subject))] : []),
      ],
    }),
  );
}

/** Only they can give it back or decline it. */
function holds(people: readonly Person[], { state }: Escalation): boolean {
  return state.status === 'claimed' && isAmong(people, state.holder);
}

const MOST_BUTTONS = 6;
/** The last is for a case with as much as there can be in its lanes, notes and questions. */
const ROOMS: Rooms = [
  { questions: 9000, history: { listed: 50, room: 6000 } },
  { questions: 4000, history: { listed: 22, room: 3500 } },
  { questions: 950, history: { listed: 18, room: 3200 } },
];

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
    ...endingFacts(context, state),
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

/** Who declined or closed it, and why or with what; nothing as long as it goes on. */
export function endingFacts({ words }: CardContext, state: Escalation['state']): Fact[] {
  const { escalation, caseCard: labels, checklist } = words;
  switch (state.status) {
    case 'declined':
      return [
        { label: escalation.declinedBy, value: state.by.name },
        { label: labels.declineReason, value: state.reason },
      ];
    case 'closed':
      return [
        { label: escalation.closedBy, value: state.by.name },
        { label: labels.outcome, value: checklist.outcomes[state.outcome] },
        { label: labels.contraception, value: checklist.contraceptionResults[state.contraception] },
      ];
    case 'open':
    case 'claimed':
    case 'withdrawn':
      return [];
  }
}

function clientFacts(context: CardContext, subject: Case, current: Escalation): Fact[] {
  const { words } = context;
  const { caseCard: labels, checklist } = words;
  const talk = sharedTalks(subject).at(-1);
  const participation = words.escalation.participations[participationNow(current)];
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
  { listed, room }: Room['history'],
): Section {
  const { words } = context;
  const details = detailsThatFit(context, history, talks, room);
  const entries = history
    .toReversed()
    .map((event) => [
      eventLine(context, event, inFull(words, event)),
      ...(details.get(event.number) ?? []),
    ]);
  const { history: heading, earlier: more } = words.caseCard;
  return shortSection(words, heading, entries, { shown: 5, listed, more });
}

/** What happened, with the lane or the colleague it was about. */
function inFull({ events, eventsInFull, checklist }: Words, event: CaseEvent): string {
  if (event.kind === 'offered') return eventsInFull.offered(event.to.name);
  return event.kind === 'lane-updated' || event.kind === 'lane-settled'
    ? eventsInFull[event.kind](checklist.reasons[event.reason])
    : events[event.kind];
}

/** Who did what and when; for the thread without content, so without saying more of `what`. */
export function eventLine(
  { words, language }: CardContext,
  event: CaseEvent,
  what = words.events[event.kind],
): string {
  const when = shortMoment(parseInstant(event.at), language);
  const who = event.by === undefined ? '' : words.by(event.by.name);
  return words.eventLine(when, what, who);
}

const dataOf = ({ code, version }: Case) => ({ code, version });
