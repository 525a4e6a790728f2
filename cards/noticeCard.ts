import type { Case, CaseEvent } from '../data/case.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import { note } from './formCard.js';
import { messageCard, section, type Fact } from './messageCard.js';
import type { Card } from './render.js';
import type { Words } from './words/words.js';

interface Notice {
  text: string;
  facts?: Fact[];
}

/** The events somebody hears of in their own chat. */
export type NotifiedEvent = Extract<
  CaseEvent,
  {
    kind:
      | 'talk-recorded'
      | 'realised'
      | 'corrected'
      | 'progress'
      | 'permission-withdrawn'
      | 'taken-over'
      | 'claimed'
      | 'given-back'
      | 'lapsed'
      | 'offered'
      | 'offer-accepted'
      | 'offer-refused'
      | 'offer-cancelled'
      | 'declined'
      | 'asked'
      | 'answered'
      | 'closed'
      | 'reopened'
      | 'withdrawn';
  }
>;

/** Tells one person what happened to a case; no answers of the client's are repeated. */
export function noticeCard(
  context: CardContext,
  subject: Case,
  event: NotifiedEvent,
  options: { canOpen: boolean },
): Card {
  const { words, language } = context;
  const { text, facts = [] } = noticeOf(words, subject.code, event);
  return messageCard({
    lang: language,
    heading: words.notices.heading(subject.code),
    notes: [note(text)],
    sections: facts.length > 0 ? [section('', facts)] : [],
    buttons: options.canOpen ? [openButton(words, subject)] : [],
  });
}

function openButton({ buttons }: Words, { code, version }: Case): Button {
  return button(buttons.open, 'open', { code, version });
}

function noticeOf({ notices, checklist }: Words, code: string, event: NotifiedEvent): Notice {
  const name = event.by?.name ?? '';
  switch (event.kind) {
    case 'talk-recorded':
      return { text: notices.talkRecorded(code, name) };
    case 'realised':
      return { text: notices.realised(code, name) };
    case 'corrected':
      return { text: notices.corrected(code, name) };
    case 'progress':
      return { text: notices.progress(code, name) };
    case 'permission-withdrawn':
      return {
        text:
          event.permission === 'share'
            ? notices.notSharedAnyMore(code)
            : notices.permissionWithdrawn(code),
      };
    case 'taken-over':
      return { text: notices.takenOver(code, name) };
    case 'claimed':
      return { text: notices.claimed(code, name) };
    case 'given-back':
      return { text: notices.givenBack(code, name) };
    case 'lapsed':
      return { text: notices.lapsed(code) };
    case 'offered':
      return { text: notices.offered(code, name) };
    case 'offer-accepted':
      return { text: notices.accepted(code, name) };
    case 'offer-refused':
      return { text: notices.refused(code, name) };
    case 'offer-cancelled':
      return { text: notices.offerCancelled(code, name) };
    case 'declined':
      return {
        text: notices.declined(code, name),
        facts: [{ label: notices.declinedReason, value: event.reason }],
      };
    case 'asked':
      return { text: notices.asked(code, name) };
    case 'answered':
      return { text: notices.answered(code, name) };
    case 'closed':
      return {
        text: notices.closed(code, name),
        facts: [{ label: notices.closedOutcome, value: checklist.outcomes[event.outcome] }],
      };
    case 'reopened':
      return { text: notices.reopened(code, name) };
    case 'withdrawn':
      return { text: notices.withdrawn(code) };
  }
}
