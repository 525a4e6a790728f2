import { activeEscalation, currentEscalation, type Case } from '../data/case.js';
import { DRAFT_RULES, type DraftKind } from '../data/draft.js';
import { parseInstant } from '../data/weeks.js';
import { button, type Button } from './button.js';
import type { CardContext, Reader } from './context.js';
import { note, type Note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import { list, longDate } from './phrases.js';
import type { Card } from './render.js';
import type { Words } from './words/words.js';

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
  const { done, result: ended } = words;
  const { kind = 'talk', isConsult } = options;
  return messageCard({
    lang: language,
    heading: ended.headings[kind](subject.code),
    notes: [
      ...escalationNotes(context, subject, kind),
      ...(isConsult ? [note(done.consultText, 'good', done.consult)] : []),
      ...(isWaiting(subject, options) ? [note(done.noChannel, 'warning')] : []),
    ],
    sections: [section('', [{ label: done.code, value: subject.code }, codeLine(words, kind)])],
    buttons: [button(words.buttons.myCases, 'my-cases', {}), againButton(words, kind)],
  });
}

/** The next one of the same sort. */
function againButton({ buttons }: Words, kind: DraftKind): Button {
  return DRAFT_RULES[kind].recordsTalk
    ? button(buttons.another, 'record', {})
    : button(buttons.escalateAnother, 'start-escalation', {});
}

interface Passing {
  /** Whether the professional asked to be called back. */
  isConsult: boolean;
  channelLinked: boolean;
  /** Of the checklist that ended here. */
  kind?: DraftKind;
}

function codeLine({ done, result: ended }: Words, kind: DraftKind): string {
  const { hasCaller, addsToCase } = DRAFT_RULES[kind];
  if (hasCaller) return ended.passCodeOn;
  return addsToCase ? ended.sameCode : done.keepCode;
}

/** Whether something for the coordinators has nowhere to go yet. */
function isWaiting(subject: Case, { isConsult, channelLinked }: Passing): boolean {
  const isAsked = activeEscalation(subject) !== undefined || isConsult;
  return !channelLinked && isAsked;
}

function escalationNotes({ words, language }: CardContext, subject: Case, kind: DraftKind): Note[] {
  const { done, checklist, result: ended } = words;
  const escalation = currentEscalation(subject);
  if (!escalation) return [note(done.notEscalated)];
  const { addsToCase, recordsTalk, isReadAlong } = DRAFT_RULES[kind];
  if (addsToCase && recordsTalk) {
    if (!activeEscalation(subject)) return [note(ended.notAgain)];
    if (isReadAlong) return [note(ended.readAlong)];
  }
  const reasons = escalation.reasons.map((reason) => checklist.reasons[reason].toLowerCase());
  return [note(done.escalated(list(reasons, language)), 'good'), note(done.escalatedNext)];
}

/** Ends a checklist of which only a wish to be called back was kept. */
export function consultedCard(
  { words, language }: Reader,
  { kind, channelLinked }: { kind: DraftKind; channelLinked: boolean },
): Card {
  const { done, result: ended } = words;
  const { hasCaller } = DRAFT_RULES[kind];
  return messageCard({
    lang: language,
    heading: done.consult,
    notes: [
      note(hasCaller ? ended.consultOfCaller : done.consultText, 'good'),
      ...(channelLinked ? [] : [note(done.noChannel, 'warning')]),
    ],
    sections: [],
    buttons: [
      hasCaller
        ? button(words.buttons.help, 'help', {})
        : button(words.buttons.record, 'record', {}),
    ],
  });
}

export function notWantedCard(reader: Reader, kind: DraftKind = 'talk'): Card {
  const { done, result: ended } = reader.words;
  const text = DRAFT_RULES[kind].addsToCase ? ended.notWantedFurther : done.notWantedText;
  return result(reader, done.notWanted, text);
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

/** To whoever asked for a draft and has none. */
export function noDraftCard({ words, language }: Reader): Card {
  const { done, buttons } = words;
  return messageCard({
    lang: language,
    heading: done.noDraftHeading,
    notes: [note(done.noDraftText)],
    sections: [],
    buttons: [
      button(buttons.record, 'record', {}, { style: 'positive' }),
      button(buttons.prepare, 'prepare', {}),
      button(buttons.myCases, 'my-cases', {}),
    ],
  });
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
  organisation?: string,
  region?: string,
) {
  const isKnown = organisation !== undefined && region !== undefined;
  return messageCard({
    lang: language,
    heading: words.profile.heading,
    notes: [
      note(words.profile.saved, 'good'),
      ...(isKnown ? [note(words.profile.savedAs(organisation, region))] : []),
    ],
    sections: [],
    buttons: [
      // Whoever has no organisation does other things.
      isKnown
        ? button(words.buttons.record, 'record', {}, { style: 'positive' })
        : button(words.buttons.profile, 'profile', {}),
      button(words.buttons.region, 'region', {}),
    ],
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
