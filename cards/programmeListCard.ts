import type { Slice } from '../data/casePage.js';
import {
  presentStanding,
  type ContentOf,
  type RegisterContent,
  type RegisterEntry,
  type RegisterKind,
} from '../data/register.js';
import type { Progress } from '../data/registerProgress.js';
import { button, type Button } from './button.js';
import { organisationName, type CardContext } from './context.js';
import { note } from './formCard.js';
import { listCard, type ListRow } from './listCard.js';
import { count, longDay } from './phrases.js';
import { attendedIn, groupName, progressText, totalRowName } from './programmePhrases.js';
import type { Card } from './render.js';

export interface ProgrammeListView extends Slice<RegisterEntry> {
  kind: RegisterKind;
  which: 'standing' | 'removed';
  total: number;
  /** How many of this kind were removed. */
  removed: number;
  entries: readonly RegisterEntry[];
  /** By id of the target. */
  progress: ReadonlyMap<string, Progress>;
}

/** What stands in the register of one kind, or what was removed from it. */
export function programmeListCard(context: CardContext, view: ProgrammeListView): Card {
  const { words, language } = context;
  const { kinds, removedHeading } = words.programme;
  const { list } = kinds[view.kind];
  return listCard({
    lang: language,
    heading: view.which === 'removed' ? removedHeading(list) : list,
    notes: [note(shownText(context, view))],
    rows: view.shown.map((entry, n) => rowOf(context, view, entry, view.first + n)),
    buttons: listButtons(context, view),
  });
}

function shownText(
  { words }: CardContext,
  { kind, which, total, first, shown }: ProgrammeListView,
): string {
  const { kinds, noneRemoved, range, tapToOpen } = words.programme;
  if (total === 0) return which === 'removed' ? noneRemoved : kinds[kind].empty;
  return `${range(first, first + shown.length - 1, total)}. ${tapToOpen}`;
}

function listButtons({ words, region }: CardContext, view: ProgrammeListView): Button[] {
  const { programme } = words;
  const { kind, which, previous, next, removed } = view;
  const place = { region: region.id, list: kind };
  const here = which === 'removed' ? { ...place, removed: true } : place;
  const page = (title: string, at: string | undefined) =>
    at === undefined ? [] : [button(title, 'programme-list', { ...here, at })];
  return [
    ...(which === 'standing'
      ? [button(programme.kinds[kind].add, 'add-entry', place, { style: 'positive' })]
      : []),
    ...page(programme.previous, previous),
    ...page(programme.next, next),
    ...(which === 'removed' ? [button(programme.toList, 'programme-list', place)] : []),
    ...(which === 'standing' && removed > 0
      ? [button(programme.removedOnes(removed), 'programme-list', { ...place, removed: true })]
      : []),
    button(programme.toProgramme, 'programme', { region: region.id }),
  ];
}

/** Title and status show what was typed as it is; the lines below do not. */
interface RowText {
  title: string;
  status: string;
  lines: string[];
}

interface About {
  entries: readonly RegisterEntry[];
  /** Of a target. */
  progress: Progress | undefined;
}

type RowsOf = {
  [K in RegisterKind]: (context: CardContext, content: ContentOf<K>, about: About) => RowText;
};

const ROWS: RowsOf = {
  partner: ({ words, language }, content) => {
    const { status, since } = presentStanding(content);
    const { statuses, since: sinceDay } = words.programme;
    const type = words.organisationTypes[content.organisationType];
    return {
      title: content.name,
      status: statuses[status],
      lines: [`${type} · ${sinceDay(longDay(since, language))}`],
    };
  },
  training: ({ words, language, region }, content) => {
    const { organisation, officers } = content;
    const of = organisation === undefined ? [] : [organisationName(region, organisation)];
    return {
      title: content.title,
      status: longDay(content.on, language),
      lines: [...of, words.programme.officers(officers)],
    };
  },
  group: ({ words, language }, { name, since }) => ({
    title: name,
    status: words.programme.since(longDay(since, language)),
    lines: [],
  }),
  meeting: (context, content, { entries }) => ({
    title: longDay(content.on, context.language),
    status: groupName(context, content, entries),
    lines: [context.words.programme.attended(attendedIn(content), content.attendance.length)],
  }),
  target: (context, content, { progress }) => ({
    title: context.words.figures.rows[content.indicator],
    status: targetStatus(context, content),
    lines: progress ? [progressText(context, progress)] : [],
  }),
  total: ({ words, language }, { row, n, until }) => ({
    title: totalRowName(words, row),
    status: count(n, language),
    lines: [words.programme.until(longDay(until, language))],
  }),
};

function targetStatus({ words }: CardContext, { year, basis }: ContentOf<'target'>): string {
  return `${year}, ${words.programme.bases[basis]}`;
}

function rowOf(
  context: CardContext,
  view: ProgrammeListView,
  entry: RegisterEntry,
  place: number,
): ListRow {
  const { kinds, openRow } = context.words.programme;
  const about = { entries: view.entries, progress: view.progress.get(entry.id) };
  const { title, status, lines } = textOf(entry.content.kind, entry.content, context, about);
  return {
    title,
    status,
    lines: lines.map((text) => ({ text })),
    button: button(openRow(kinds[view.kind].one, place), 'open-entry', { entry: entry.id }),
  };
}

function textOf<K extends RegisterKind>(
  kind: K,
  content: Extract<RegisterContent, { kind: K }>,
  context: CardContext,
  about: About,
): RowText {
  return ROWS[kind](context, content, about);
}
