import type { Case } from '../data/case.js';
import type { Consult } from '../data/consult.js';
import { parseInstant } from '../data/weeks.js';
import { button } from './button.js';
import { historyLines } from './caseCard.js';
import type { CardContext } from './context.js';
import { note, type Note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import { list, longDate } from './phrases.js';
import type { Card } from './render.js';

type Reader = Pick<CardContext, 'words' | 'language'>;

function result({ words, language }: Reader, heading: string, text: string): Card {
  const again = button(words.buttons.record, 'record', {});
  return messageCard({
    lang: language,
    heading,
    notes: [note(text)],
    sections: [],
    buttons: [again],
  });
}

/** Ends the checklist in its place: the code to keep, and what happens next. */
export function recordedCard(context: CardContext, subject: Case, options: Passing): Card {
  const { words, language } = context;
  const { done } = words;
  return messageCard({
    lang: language,
    heading: done.heading(subject.code),
    notes: [
      ...escalationNotes(context, subject),
      ...(options.consult ? [note(done.consultText, 'good', done.consult)] : []),
      ...(isWaiting(subject, options) ? [note(done.noChannel, 'warning')] : []),
    ],
    sections: [section('', [{ label: done.code, value: subject.code }], [done.keepCode])],
    // A button would take the place of this card, and the code with it.
    buttons: [],
  });
}

interface Passing {
  consult: Consult | undefined;
  channelLinked: boolean;
}

/** Whether something for the coordinators has nowhere to go yet. */
function isWaiting(subject: Case, { consult, channelLinked }: Passing): boolean {
  return !channelLinked && (subject.escalations.length > 0 || consult !== undefined);
}

function escalationNotes({ words, language }: CardContext, subject: Case): Note[] {
  const { done, checklist } = words;
  const escalation = subject.escalations.at(-1);
  if (!escalation) return [note(done.notEscalated)];
  const reasons = escalation.reasons.map((reason) => checklist.reasons[reason].toLowerCase());
  return [note(done.escalated(list(reasons, language)), 'good'), note(done.escalatedNext)];
}

export function notWantedCard(reader: Reader): Card {
  const { done } = reader.words;
  return result(reader, done.notWanted, done.notWantedText);
}

export function discardedCard(reader: Reader): Card {
  const { done } = reader.words;
  return result(reader, done.discarded, done.discardedText);
}

/** An old screen of a checklist that is finished, discarded or expired. */
export function finishedCard(reader: Reader): Card {
  const { done } = reader.words;
  return result(reader, done.gone, done.noDraft);
}

export function parkedCard({ words, language }: Reader, expiresAt: string): Card {
  const { done, buttons } = words;
  return messageCard({
    lang: language,
    heading: done.parked,
    notes: [note(done.parkedText(longDate(parseInstant(expiresAt), language)))],
    sections: [],
    buttons: [button(buttons.resume, 'resume', {}, { style: 'positive' })],
  });
}

export function savedProfileCard(
  { words, language }: Reader,
  organisation: string,
  region: string,
) {
  return messageCard({
    lang: language,
    heading: words.profile.heading,
    notes: [note(words.profile.saved, 'good'), note(words.profile.savedAs(organisation, region))],
    sections: [],
    buttons: [button(words.buttons.record, 'record', {}, { style: 'positive' })],
  });
}

/** For the professional who recorded it: where the case stands, without what coordinators wrote. */
export function ownCaseCard(context: CardContext, subject: Case): Card {
  const { words, language } = context;
  const { escalation, checklist, caseCard } = words;
  const current = subject.escalations.at(-1);
  const status = current ? escalation.statuses[current.state.status] : words.caseCard.notEscalated;
  const reasons = (current?.reasons ?? []).map((reason) => checklist.reasons[reason]);
  return messageCard({
    lang: language,
    heading: `${escalation.heading(subject.code)} · ${status}`,
    notes: [],
    sections: [
      ...(reasons.length > 0
        ? [section('', [{ label: escalation.reasons, value: list(reasons, language) }])]
        : []),
      section(caseCard.history, [], historyLines(context, subject)),
    ],
    buttons: [],
  });
}

/** Refusals and failures: what is the matter and, in the text, what to do. */
export function problemCard({ words, language }: Reader, text: string, heading?: string): Card {
  return messageCard({
    lang: language,
    heading: heading ?? words.refusals.heading,
    notes: [note(text)],
    sections: [],
    buttons: [button(words.buttons.help, 'help', {})],
  });
}
