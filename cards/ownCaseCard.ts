import { activeEscalation, currentEscalation, type Case, type Escalation } from '../data/case.js';
import { askedNow } from '../data/followUp.js';
import { isSamePerson } from '../data/person.js';
import { openQuestions } from '../data/questions.js';
import { parseInstant } from '../data/weeks.js';
import { answerButton } from './answerForm.js';
import { button, type Button } from './button.js';
import { howItGoesButton } from './caseButtons.js';
import { endingFacts, historySection } from './caseCard.js';
import { municipalityName, type CardContext } from './context.js';
import { longMonthOrDay, progressFacts } from './courseDetails.js';
import { firstThatFits, type Rooms } from './firstThatFits.js';
import { followUpFacts } from './followUpCard.js';
import { note } from './formCard.js';
import { messageCard, section, shortSection, type Fact, type Section } from './messageCard.js';
import { longDate, longDay, shortMoment } from './phrases.js';
import { permissionContent } from './permissionContent.js';
import { questionSections } from './questionContent.js';
import { reasonsText } from './reasons.js';
import type { Card } from './render.js';

/** For the professional it belongs to; `hint` says what just happened. */
export function ownCaseCard(context: CardContext, subject: Case, hint?: string): Card {
  const { words, language } = context;
  const current = currentEscalation(subject);
  const status = current ? words.escalation.statuses[current.state.status] : undefined;
  const progress = progressFacts(context, subject, subject.history);
  const followUp = followUpFacts(context, current?.lanes['follow-up']);
  return firstThatFits(ROOMS, (room) =>
    messageCard({
      lang: language,
      heading: `${words.escalation.heading(subject.code)} · ${status ?? words.ownCases.notEscalated}`,
      notes: [
        ...(hint === undefined ? [] : [note(hint, 'emphasis')]),
        ...(openQuestions(subject).length > 0
          ? [note(words.ownCase.openQuestion, 'emphasis')]
          : []),
      ],
      sections: [
        section('', caseFacts(context, subject, current)),
        ...questionSections(context, current?.questions ?? [], room.questions),
        talkSection(context, subject),
        ...(progress.length > 0 ? [section(words.ownCase.progress, progress)] : []),
        ...(followUp.length > 0 ? [section(words.checklist.reasons['follow-up'], followUp)] : []),
        section(words.caseCard.permissions, permissionContent(context, subject)),
        historySection(context, subject.history, subject.talks.length, room.history),
      ],
      buttons: ownCaseButtons(context, subject),
    }),
  );
}

/** The last is for a case with as much as there can be in it. */
const ROOMS: Rooms = [
  { questions: 9000, history: { listed: 50, room: 6000 } },
  { questions: 950, history: { listed: 50, room: 6000 } },
];

function caseFacts(context: CardContext, subject: Case, current: Escalation | undefined): Fact[] {
  const { words } = context;
  const { realisation } = subject;
  return [
    ...(current ? escalationFacts(context, current) : []),
    {
      label: words.caseCard.municipality,
      value: municipalityName(context, subject.municipality),
    },
    ...(realisation
      ? [{ label: words.ownCase.realised, value: longMonthOrDay(realisation.on, context) }]
      : []),
  ];
}

function escalationFacts(context: CardContext, current: Escalation): Fact[] {
  const { words, language } = context;
  return [
    { label: words.escalation.reasons, value: reasonsText(context, current) },
    {
      label: words.ownCase.escalatedOn,
      value: longDate(parseInstant(current.at), language),
    },
    ...stateFacts(context, current.state),
  ];
}

function stateFacts(context: CardContext, state: Escalation['state']): Fact[] {
  const { words, language } = context;
  const since = (name: string, at: string) =>
    words.ownCase.since(name, longDate(parseInstant(at), language));
  switch (state.status) {
    case 'open':
      return [];
    case 'claimed':
      return [
        {
          label: words.escalation.holder,
          value: since(state.holder.name, state.claimedAt),
        },
      ];
    case 'closed':
    case 'declined':
      return endingFacts(context, state);
    case 'withdrawn':
      return [
        {
          label: words.ownCase.withdrawnBecause,
          value: words.ownCase.withdrawals[state.why],
        },
      ];
  }
}

/** One line a talk, the last one recorded first. */
function talkSection({ words, language }: CardContext, { talks }: Case): Section {
  const { ownCase, caseCard, checklist } = words;
  if (talks.length === 0) return section(ownCase.talks, [caseCard.noTalk]);
  const lines = talks.map(({ on, wish, arrangement }) =>
    ownCase.talkLine(
      longDay(on, language),
      checklist.wishes[wish].toLowerCase(),
      checklist.arrangements[arrangement].toLowerCase(),
    ),
  );
  return shortSection(
    words,
    ownCase.talks,
    lines.reverse().map((line) => [line]),
    { shown: 3, listed: 20, more: ownCase.earlierTalks },
  );
}

function ownCaseButtons(context: CardContext, subject: Case): Button[] {
  const { buttons, ownCase } = context.words;
  const data = { code: subject.code, version: subject.version };
  const answer = answerOldest(context, subject);
  const style = answer.length > 0 ? 'default' : 'positive';
  const tell = isAskedHowItGoes(subject) ? [howItGoesButton(context.words, data, style)] : [];
  // What is asked comes before what there is to do anyway.
  const asked = [...answer, ...tell];
  const further = { style: asked.length > 0 ? 'default' : 'positive' } as const;
  return [
    ...asked,
    button(buttons.furtherTalk, 'further-talk', data, further),
    ...(tell.length > 0 ? [] : [button(ownCase.report, 'ask-progress', data)]),
    ...(subject.realisation ? [] : [button(ownCase.recordRealised, 'ask-realised', data)]),
    ...(activeEscalation(subject) ? [] : [button(buttons.escalate, 'escalate-case', data)]),
    button(ownCase.adjust, 'adjust-own', data),
    button(buttons.myCases, 'my-cases', {}),
  ];
}

/** For the oldest; the next one comes once it is answered. Of several it says which it is. */
function answerOldest(context: CardContext, subject: Case): Button[] {
  const { words, language } = context;
  const open = openQuestions(subject);
  return open.slice(0, 1).map((question) => {
    const when = shortMoment(parseInstant(question.at), language);
    const title = open.length > 1 ? words.questions.answerOf(when) : words.questions.answer;
    return answerButton(subject, question, title);
  });
}

/** While it is asked how it goes, that question is what there is to report. */
function isAskedHowItGoes(subject: Case): boolean {
  const asked = askedNow(subject);
  return asked !== undefined && isSamePerson(asked, subject.professional);
}
