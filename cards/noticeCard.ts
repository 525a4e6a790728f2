import { currentEscalation, type Case } from '../data/case.js';
import { lacksException } from '../data/lifeCycle.js';
import type { NotifiedEvent } from '../data/surfaces.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import { note, type Note } from './formCard.js';
import { messageCard, section, type Fact } from './messageCard.js';
import type { Card } from './render.js';
import type { NoticeId } from './words/noticesNl.js';
import type { Words } from './words/words.js';

/** Tells one person what happened to a case; no answers of the client's are repeated. */
export function noticeCard(
  context: CardContext,
  subject: Case,
  event: NotifiedEvent,
  options: { canOpen: boolean },
): Card {
  const { words, language } = context;
  const { texts, heading } = words.notices;
  const facts = factsOf(words, event);
  return messageCard({
    lang: language,
    heading: heading(subject.code),
    notes: [
      note(texts[idOf(event)](subject.code, event.by?.name ?? '')),
      ...exceptionNotes(words, subject, event),
    ],
    sections: facts.length > 0 ? [section('', facts)] : [],
    buttons: options.canOpen ? [openButton(words, subject)] : [],
  });
}

function openButton({ buttons }: Words, { code, version }: Case): Button {
  return button(buttons.open, 'open', { code, version });
}

function idOf(event: NotifiedEvent): NoticeId {
  const isUnshared = event.kind === 'permission-withdrawn' && event.permission === 'share';
  return isUnshared ? 'not-shared' : event.kind;
}

function factsOf({ notices, checklist }: Words, event: NotifiedEvent): Fact[] {
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
