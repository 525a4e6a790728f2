import { z } from 'zod/v4';
import { REASONS } from '../data/checklist.js';
import { QUEUE_GROUPS, type QueueGroup, type QueuePage } from '../data/workQueue.js';
import { button, type Button } from './button.js';
import { municipalityName, type Reader } from './context.js';
import { choiceField } from './fields/choiceFields.js';
import type { FieldView } from './fields/field.js';
import { note, type Note } from './formCard.js';
import { listCard } from './listCard.js';
import { titled } from './phrases.js';
import { queueRow, type QueueRowView } from './queueRow.js';
import type { Card } from './render.js';

/** Of a choice that is no longer there nothing is filtered. */
const group = z.enum(QUEUE_GROUPS).optional().catch(undefined);
const reason = z.enum(REASONS).optional().catch(undefined);
const municipality = z
  .string()
  .regex(/^[a-z0-9-]{2,60}$/)
  .optional()
  .catch(undefined);

/** What the buttons of the queue send; what is chosen above the rows has names of its own. */
export const queueReplySchema = z.looseObject({
  group,
  reason,
  municipality,
  at: z.string().max(120).optional(),
  showGroup: group,
  showReason: reason,
  showMunicipality: municipality,
});

/** What is tried again, with where in the queue it was chosen. */
export const retryReplySchema = z.looseObject({
  subject: z.string().max(80),
  version: z.int().positive(),
});

export const openConsultReplySchema = z.looseObject({ consult: z.string().max(20) });

export interface QueueView extends QueuePage, QueueRowView {
  unwiped: number;
  /** What just happened. */
  hint?: string | undefined;
}

/** `werkvoorraad`, in one coordinator's own chat. */
export function queueCard(reader: Reader, view: QueueView): Card {
  const { words, language } = reader;
  return listCard({
    lang: language,
    heading: words.queue.heading,
    notes: notes(reader, view),
    fields: filterFields(reader, view),
    rows: view.shown.map((row) => queueRow(reader, row, view)),
    buttons: queueButtons(reader, view),
  });
}

function notes({ words: { queue } }: Reader, view: QueueView): Note[] {
  const waiting = QUEUE_GROUPS.filter((id) => view.counts[id] > 0);
  const counted = waiting.map((id) => queue.counted[id](view.counts[id]));
  const isAboutTrouble = view.group === 'trouble';
  return [
    ...(view.hint === undefined ? [] : [note(view.hint, 'emphasis')]),
    ...(counted.length > 0 ? [note(counted.join(' · '))] : []),
    note(queue.search),
    ...(isAboutTrouble && view.unwiped > 0 ? [note(queue.unwiped(view.unwiped), 'warning')] : []),
    note(shownText(queue, view)),
  ];
}

function shownText(
  queue: Reader['words']['queue'],
  { group: id, shown, first, total, counts }: QueueView,
): string {
  if (total === 0) return counts[id] === 0 ? queue.empty[id] : queue.nothingFits;
  const [only] = total === 1 ? shown : [];
  const range = only
    ? queue.only[only.kind](queue.groups[id])
    : queue.range(queue.groups[id], first, first + shown.length - 1, total);
  return `${range}. ${id === 'trouble' ? queue.tapToRetry : queue.tapToOpen}`;
}

/** What there is to choose; a filter with one choice would filter nothing. */
function filterFields({ words }: Reader, view: QueueView): FieldView[] {
  const { filters, all, groups, choice } = words.queue;
  const field = (id: string, label: string, choices: Choices, value: string) =>
    choiceField(words, label, choices, { compact: true }).show(id, value);
  const narrowing = (id: string, label: string, every: string, rest: Choices, value?: string) =>
    rest.length > 1 || value !== undefined
      ? [field(id, label, [[ALL, every], ...rest], value ?? ALL)]
      : [];
  const reasons = titled(view.reasons, words.checklist.reasons);
  const places = view.municipalities.map(
    ({ id, region }) => [id, municipalityName({ words, region }, id)] as const,
  );
  return [
    field(
      'showGroup',
      filters.group,
      QUEUE_GROUPS.map((id) => [id, choice(groups[id], view.counts[id])] as const),
      view.group,
    ),
    ...narrowing('showReason', filters.reason, all.reason, reasons, view.reason),
    ...narrowing(
      'showMunicipality',
      filters.municipality,
      all.municipality,
      places,
      view.municipality,
    ),
  ];
}

/** Of no reason and no municipality. */
const ALL = '-';

type Choices = Parameters<typeof choiceField>[2];

/** Teams takes six buttons. */
const MOST_BUTTONS = 6;

/** Toon, the pages around this one, and the groups that have something, as far as there is room. */
function queueButtons({ words: { queue } }: Reader, view: QueueView): Button[] {
  const { previous, next, reason: of, municipality: at } = view;
  const filter = {
    group: view.group,
    ...(of && { reason: of }),
    ...(at !== undefined && { municipality: at }),
  };
  const page = (title: string, place: string | undefined) =>
    place === undefined ? [] : [button(title, 'queue', { ...filter, at: place })];
  const buttons = [
    button(queue.show, 'queue', {}, { inputs: 'auto' }),
    ...page(queue.previous, previous),
    ...page(queue.next, next),
  ];
  const others = QUEUE_GROUPS.filter((id) => id !== view.group && view.counts[id] > 0);
  const jump = (id: QueueGroup) =>
    button(queue.choice(queue.groups[id], view.counts[id]), 'queue', { group: id });
  return [...buttons, ...others.slice(0, MOST_BUTTONS - buttons.length).map(jump)];
}
