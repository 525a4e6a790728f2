import {
  lastChangeOf,
  registerContributions,
  removalOf,
  type RegisterContent,
  type RegisterEntry,
  type RegisterEvent,
} from '../data/register.js';
import type { Progress } from '../data/registerProgress.js';
import { parseInstant, weekOfDay, yearOf } from '../data/weeks.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import { note, type Note } from './formCard.js';
import { messageCard, section, shortSection, type Content, type Fact } from './messageCard.js';
import { longDay, longMoment } from './phrases.js';
import { contentFacts, progressText } from './programmePhrases.js';
import type { Card } from './render.js';

export interface EntryView {
  entry: RegisterEntry;
  /** The whole register of the region. */
  entries: readonly RegisterEntry[];
  /** Of a target. */
  progress?: Progress | undefined;
  /** What just happened to it. */
  happened?: Note | undefined;
}

/** One entry of the register, with what was done to it and by whom. */
export function programmeEntryCard(context: CardContext, view: EntryView): Card {
  const { words, language } = context;
  const { entry, happened } = view;
  return messageCard({
    lang: language,
    heading: words.programme.kinds[entry.content.kind].one,
    notes: [...(happened ? [happened] : []), ...standNotes(context, view)],
    sections: [
      section('', entryFacts(context, view)),
      shortSection(words, words.programme.history, historyOf(context, view), {
        shown: HISTORY_SHOWN,
        listed: HISTORY_LISTED,
        more: words.programme.moreEvents,
      }),
    ],
    buttons: entryButtons(context, entry),
  });
}

function entryFacts(context: CardContext, { entry, entries, progress }: EntryView): Fact[] {
  const { progressNow } = context.words.programme;
  return [
    ...contentFacts(context, entries, entry.content),
    ...(progress ? [{ label: progressNow, value: progressText(context, progress) }] : []),
  ];
}

/** In which week it counts, or that it no longer does. */
function standNotes({ words, language }: CardContext, { entry, happened }: EntryView): Note[] {
  const { counts, otherYear, removedNote } = words.programme;
  const removal = removalOf(entry);
  if (removal) {
    // Who removed it this moment was told so.
    if (happened) return [];
    const when = longMoment(parseInstant(removal.at), language);
    return [note(removedNote(when, removal.by.name), 'warning')];
  }
  const [first] = registerContributions(entry);
  if (!first) return [];
  const week = weekOfDay(first.period);
  const [number, year] = [Number(week.slice(-2)), yearOf(week)];
  // A total until the end of a year would count in the next one, or the other way round.
  const isOther = entry.content.kind === 'total' && !first.period.startsWith(String(year));
  const day = longDay(first.period, language);
  return [isOther ? note(otherYear(day, number, year), 'warning') : note(counts(number, year))];
}

function entryButtons({ words, region }: CardContext, entry: RegisterEntry): Button[] {
  const { programme } = words;
  const { id, version, content } = entry;
  const { list, add } = programme.kinds[content.kind];
  const place = { region: region.id, list: content.kind };
  const change = removalOf(entry)
    ? []
    : [
        button(programme.buttons.correct, 'correct-entry', { entry: id }, { style: 'positive' }),
        button(programme.buttons.remove, 'ask-remove-entry', { entry: id, version }),
      ];
  return [
    ...change,
    button(add, 'add-entry', place),
    button(list, 'programme-list', place),
    button(programme.toProgramme, 'programme', { region: region.id }),
  ];
}

const HISTORY_SHOWN = 2;
/** More would not fit a card. */
const HISTORY_LISTED = 7;

/** Newest first; a correction says what was different before. */
function historyOf(context: CardContext, { entry, entries }: EntryView): Content[] {
  const { content, history } = entry;
  const newest = history.map((_, n) => history.length - 1 - n);
  return newest.flatMap((n) => {
    const event = history[n];
    if (!event) return [];
    const after = contentAfter(history.slice(n + 1), content);
    return [[eventFact(context, event), ...changes(context, entries, event, after)]];
  });
}

/** What it said once these later events still had to come. */
function contentAfter(later: readonly RegisterEvent[], present: RegisterContent): RegisterContent {
  const next = later.find((event) => event.kind === 'corrected');
  return next ? next.before : present;
}

function eventFact({ words, language }: CardContext, { kind, by, at }: RegisterEvent): Fact {
  const { events, eventBy } = words.programme;
  return {
    label: longMoment(parseInstant(at), language),
    value: eventBy(events[kind], by.name),
  };
}

function changes(
  context: CardContext,
  entries: readonly RegisterEntry[],
  event: RegisterEvent,
  after: RegisterContent,
): Fact[] {
  if (event.kind !== 'corrected') return [];
  const { before: was, after: became, noValue } = context.words.programme;
  const [old, next] = [event.before, after].map((content) =>
    contentFacts(context, entries, content),
  );
  const labels = [...new Set([...(old ?? []), ...(next ?? [])].map(({ label }) => label))];
  const valueIn = (facts: readonly Fact[] | undefined, label: string) =>
    facts?.find((fact) => fact.label === label)?.value ?? noValue;
  return labels
    .filter((label) => valueIn(old, label) !== valueIn(next, label))
    .flatMap((label) => [
      { label: was(label), value: valueIn(old, label) },
      { label: became(label), value: valueIn(next, label) },
    ]);
}

/** Verwijderen: what it is, and what becomes of it. */
export function removeEntryCard(
  context: CardContext,
  { entry, entries, happened }: EntryView,
): Card {
  const { words, language } = context;
  const { programme } = words;
  const { id, version, content } = entry;
  return messageCard({
    lang: language,
    heading: programme.kinds[content.kind].remove,
    notes: [
      ...(happened ? [happened] : []),
      note(programme.askRemove),
      note(programme.whatRemoving, 'emphasis'),
    ],
    sections: [section('', contentFacts(context, entries, content))],
    buttons: [
      button(programme.buttons.remove, 'remove-entry', { entry: id, version }),
      button(programme.buttons.keep, 'open-entry', { entry: id }),
    ],
  });
}

/** When and by whom an entry was changed last. */
export function lastChange(
  { language }: CardContext,
  entry: RegisterEntry,
): { when: string; name: string } {
  const { by, at } = lastChangeOf(entry);
  return { when: longMoment(parseInstant(at), language), name: by.name };
}
