import type { Case, CaseEvent, Escalation } from '../data/case.js';
import { parseInstant } from '../data/weeks.js';
import { isSamePerson, type Person } from '../data/person.js';
import { lacksException } from '../data/lifeCycle.js';
import { sharedEvents, sharedTalks } from '../data/surfaces.js';
import { button, type Button } from './button.js';
import { callerFacts } from './callerFacts.js';
import { municipalityName, organisationName, type CardContext } from './context.js';
import { detailsThatFit, progressFacts } from './courseDetails.js';
import { note } from './formCard.js';
import { messageCard, section, shortSection, type Fact, type Section } from './messageCard.js';
import { list, longDay, shortMoment } from './phrases.js';
import { permissionContent } from './permissionContent.js';
import { reasonContent } from './reasons.js';
import type { Card } from './render.js';

/** A case in full, in the 1:1 chat of one coordinator. `hint` says what just happened. */
export function caseCard(
  context: CardContext,
  subject: Case,
  current: Escalation,
  reader: Person,
  hint?: string,
): Card {
  const { words } = context;
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
    ],
    sections: [
      section('', reachFacts(context, subject, current)),
      section(words.escalation.reasons, reasonContent(context, current)),
      section(words.caseCard.client, clientFacts(context, subject, current)),
      ...(progress.length > 0 ? [section(words.ownCase.progress, progress)] : []),
      section(words.caseCard.permissions, permissionContent(context, subject)),
      historySection(context, shared, subject.talks.length),
    ],
    buttons: [
      ...caseButtons(context, subject, current, reader),
      // Who took a referral by phone has two sides to the case.
      ...(isSamePerson(subject.professional, reader)
        ? [button(words.buttons.openOwn, 'open-own', dataOf(subject))]
        : []),
    ],
  });
}

function reachFacts(context: CardContext, subject: Case, current: Escalation): Fact[] {
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
    ...(state.status === 'claimed'
      ? [{ label: words.escalation.holder, value: state.holder.name }]
      : []),
    ...(state.status === 'claimed' && state.exception !== undefined
      ? [{ label: words.caseCard.exception, value: state.exception }]
      : []),
    ...(state.status === 'declined'
      ? [{ label: words.caseCard.declineReason, value: state.reason }]
      : []),
    ...(state.status === 'closed' ? outcomeFacts(context, state) : []),
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
): Section {
  const { words } = context;
  const details = detailsThatFit(context, history, talks);
  const entries = history
    .toReversed()
    .map((event) => [eventLine(context, event), ...(details.get(event.number) ?? [])]);
  const { history: heading, earlier: more } = words.caseCard;
  return shortSection(words, heading, entries, { shown: 5, listed: 50, more });
}

/** Who did what and when, without content: for the history and for the thread. */
export function eventLine({ words, language }: CardContext, event: CaseEvent): string {
  const when = shortMoment(parseInstant(event.at), language);
  const who = event.by === undefined ? '' : words.by(event.by.name);
  return words.eventLine(when, words.events[event.kind], who);
}

const dataOf = ({ code, version }: Case) => ({ code, version });

function caseButtons(
  { words }: CardContext,
  subject: Case,
  { state }: Escalation,
  reader: Person,
): Button[] {
  const data = dataOf(subject);
  if (state.status === 'open') {
    return [
      button(words.buttons.claim, 'claim', data, { style: 'positive' }),
      button(words.buttons.decline, 'decline', data),
    ];
  }
  if (state.status !== 'claimed' || !isSamePerson(state.holder, reader)) return [];
  return [
    button(words.buttons.close, 'close', data, { style: 'positive' }),
    button(words.buttons.giveBack, 'give-back', data),
    button(words.buttons.decline, 'decline', data),
  ];
}
