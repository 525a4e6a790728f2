import { currentEscalation, type Case } from '../data/case.js';
import { lacksException } from '../data/lifeCycle.js';
import { pendingOffer } from '../data/offer.js';
import type { Person } from '../data/person.js';
import { openQuestions } from '../data/questions.js';
import type { NotifiedEvent } from '../data/surfaces.js';
import { answerButton } from './answerForm.js';
import { button, type Button } from './button.js';
import { offerButtons } from './caseButtons.js';
import type { CardContext } from './context.js';
import { note, type Note } from './formCard.js';
import { messageCard, section, type Fact } from './messageCard.js';
import type { Card } from './render.js';
import type { NoticeId } from './words/noticesNl.js';
import type { Words } from './words/words.js';

interface NoticeOptions {
  canOpen: boolean;
  /** The absent colleague for whom it is meant. */
  insteadOf?: Person | undefined;
}

/** Who is asked how it goes gets that question instead (`followUpCard`). */
export type ToldEvent = Exclude<NotifiedEvent, { kind: 'follow-up-asked' }>;

/** Tells one person what happened to a case; of the client it says no more than how it goes. */
export function noticeCard(
  context: CardContext,
  subject: Case,
  event: ToldEvent,
  options: NoticeOptions,
): Card {
  const { words, language } = context;
  const { texts, heading } = words.notices;
  const facts = [...factsOf(words, event), ...questionFacts(words, subject, event)];
  return messageCard({
    lang: language,
    heading: heading(subject.code),
    notes: [
      note(texts[idOf(event)](subject.code, event.by?.name ?? '')),
      ...exceptionNotes(words, subject, event),
      ...(options.canOpen && !FIRST_TOLD.includes(event.kind)
        ? [note(words.notices.olderCards)]
        : []),
      ...(options.insteadOf ? [note(words.handOver.insteadOf(options.insteadOf.name))] : []),
    ],
    sections: facts.length > 0 ? [section('', facts)] : [],
    buttons: [
      ...(isOnOffer(subject, event) ? offerButtons(words.buttons, subject) : []),
      ...answerButtons(words, subject, event),
      ...(options.canOpen ? [openButton(words, subject)] : []),
    ],
  });
}

/** Whoever hears this has no card of the case yet, or one on which nothing changes by it. */
const FIRST_TOLD: readonly NotifiedEvent['kind'][] = ['claimed', 'offered', 'asked'];

/** Whether it is this very offer that waits for an answer. */
function isOnOffer(subject: Case, event: NotifiedEvent): boolean {
  return event.kind === 'offered' && pendingOffer(subject)?.at === event.at;
}

/** The question itself, for whoever it is asked. */
function questionFacts({ questions }: Words, subject: Case, event: NotifiedEvent): Fact[] {
  if (event.kind !== 'asked') return [];
  const asked = currentEscalation(subject)?.questions.find(({ id }) => id === event.question);
  return asked ? [{ label: questions.question, value: asked.text }] : [];
}

function answerButtons({ questions }: Words, subject: Case, event: NotifiedEvent): Button[] {
  if (event.kind !== 'asked') return [];
  return openQuestions(subject)
    .filter(({ id }) => id === event.question)
    .map((question) => answerButton(subject, question, questions.answer));
}

function openButton({ buttons }: Words, { code, version }: Case): Button {
  return button(buttons.open, 'open', { code, version });
}

function idOf(event: ToldEvent): NoticeId {
  const isUnshared = event.kind === 'permission-withdrawn' && event.permission === 'share';
  return isUnshared ? 'not-shared' : event.kind;
}

function factsOf({ notices, checklist, lanes, ownForms }: Words, event: NotifiedEvent): Fact[] {
  if (event.kind === 'follow-up-answered') {
    return [{ label: lanes.followUp.answered, value: ownForms.progress.answers[event.answer] }];
  }
  if (event.kind === 'declined') return [{ label: notices.declinedReason, value: event.reason }];
  if (event.kind !== 'closed') return [];
  return [{ label: notices.closedOutcome, value: checklist.outcomes[event.outcome] }];
}

/** R8: who holds it hears that the municipality, put right, does not take part. */
function exceptionNotes({ caseCard }: Words, subject: Case, event: NotifiedEvent): Note[] {
  const current = currentEscalation(subject);
  const isMoved =
    event.kind === 'corrected' && event.corrections.some(({ field }) => field === 'municipality');
  return isMoved && current && lacksException(current)
    ? [note(caseCard.exceptionMissing, 'warning')]
    : [];
}
