import { z } from 'zod/v4';
import { currentEscalation, type Case } from '../data/case.js';
import { OWN_FILTERS, type OwnFilter } from '../data/casePage.js';
import { parseInstant } from '../data/weeks.js';
import { button, type Button } from './button.js';
import type { Reader } from './context.js';
import { note } from './formCard.js';
import { listCard, type ListRow } from './listCard.js';
import { longDate, longDay } from './phrases.js';
import type { Card } from './render.js';

/** What the buttons of the list send: which list, and the place of its first row. */
export const ownCasesReplySchema = z.looseObject({
  shown: z.enum(OWN_FILTERS).default('open'),
  at: z.string().max(60).optional(),
});

export interface OwnCasesView {
  shown: OwnFilter;
  /** One page, newest first. */
  cases: readonly Case[];
  /** Rank of the first one, from 1, and how many there are in all. */
  first: number;
  total: number;
  /** Where the pages around it begin; absent where there is none. */
  previous?: string | undefined;
  next?: string | undefined;
}

/** `mijn casussen`: no answer of a client's stands in it, so that a glance gives nothing away. */
export function ownCasesCard(reader: Reader, view: OwnCasesView): Card {
  const { words, language } = reader;
  return listCard({
    lang: language,
    heading: words.ownCases.heading,
    notes: [note(intro(reader, view))],
    rows: view.cases.map((subject) => row(reader, subject)),
    buttons: listButtons(reader, view),
  });
}

function intro({ words }: Reader, { shown, cases, first, total }: OwnCasesView): string {
  const { ownCases } = words;
  if (total === 0) return ownCases.empty[shown];
  const range = ownCases.range(ownCases.shown[shown], first, first + cases.length - 1, total);
  return `${range}. ${ownCases.tapToOpen}`;
}

function row(reader: Reader, subject: Case): ListRow {
  const { words, language } = reader;
  const { code, version, history, openedAt } = subject;
  const changedAt = history.at(-1)?.at ?? openedAt;
  const changed = words.ownCases.changed(longDate(parseInstant(changedAt), language));
  return {
    title: code,
    status: statusOf(reader, subject),
    lines: [{ text: talksOf(reader, subject) }, { text: changed }],
    button: button(words.ownCases.openRow(code), 'open-own', { code, version }),
  };
}

function statusOf({ words }: Reader, subject: Case): string {
  const state = currentEscalation(subject)?.state;
  if (!state) return words.ownCases.notEscalated;
  if (state.status === 'claimed') return words.ownCases.claimedBy(state.holder.name);
  return words.escalation.statuses[state.status];
}

function talksOf({ words, language }: Reader, { talks }: Case): string {
  const last = talks
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (last === undefined) return words.ownCases.noTalk;
  return words.ownCases.talks(talks.length, longDay(last, language));
}

function listButtons({ words }: Reader, { shown, total, previous, next }: OwnCasesView): Button[] {
  const { ownCases, buttons } = words;
  const other = shown === 'open' ? 'closed' : 'open';
  const page = (title: string, at: string) => button(title, 'my-cases', { shown, at });
  const record = (style: Button['style']) => button(buttons.record, 'record', {}, { style });
  // Somebody without an open case is here to begin one.
  const isNew = total === 0 && shown === 'open';
  return [
    ...(isNew ? [record('positive')] : []),
    ...(previous === undefined ? [] : [page(ownCases.previous, previous)]),
    ...(next === undefined ? [] : [page(ownCases.next, next)]),
    button(ownCases.shown[other], 'my-cases', { shown: other }),
    ...(total === 0 && !isNew ? [record('default')] : []),
  ];
}
