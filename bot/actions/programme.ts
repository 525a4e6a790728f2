import type { z } from 'zod/v4';
import { note } from '../../cards/formCard.js';
import { lastChange, removeEntryCard } from '../../cards/programmeEntryCard.js';
import { programmeListCard } from '../../cards/programmeListCard.js';
import type {
  programmeListReplySchema,
  removeEntryReplySchema,
} from '../../cards/programmeReplies.js';
import { slicePage } from '../../data/casePage.js';
import { entriesOf, type RegisterEntry } from '../../data/register.js';
import { overtaken, removeEntry } from '../../data/registerChanges.js';
import { showCard } from '../outcome.js';
import { readerContext } from '../turnContext.js';
import { forEntry, forList, progressById, showEntry, type EntryReply } from './programmePlace.js';

type ListReply = z.infer<typeof programmeListReplySchema>;
type RemoveReply = z.infer<typeof removeEntryReplySchema>;

/** So many rows fit a phone. */
const ROWS = 8;

/** A list, or a page of it. */
export const listEntries = forList<ListReply>(async (deps, turn, place, reply) => {
  const { region, entries } = place;
  const which = reply.removed ? 'removed' : 'standing';
  const rows: RegisterEntry[] = entriesOf(entries, reply.list, which);
  const removed = entriesOf(entries, reply.list, 'removed').length;
  // Of an entry that is gone from the list the first page.
  const found = Math.max(
    0,
    rows.findIndex(({ id }) => id === reply.at),
  );
  const card = programmeListCard(readerContext(deps, turn, region), {
    ...slicePage(rows, found, ROWS, ({ id }) => id),
    kind: reply.list,
    which,
    total: rows.length,
    removed,
    entries,
    progress: await progressById(deps, place),
  });
  return showCard(card, turn.words.programme.summary);
});

export const openEntry = forEntry<EntryReply>((deps, turn, { entry, ...place }) =>
  showEntry(deps, turn, place, entry),
);

/** Verwijderen: first the question. */
export const askRemoveEntry = forEntry<RemoveReply>((deps, turn, place, { version }) => {
  const { entry, region, entries } = place;
  const context = readerContext(deps, turn, region);
  const late = overtaken(entry, version);
  if (late?.kind === 'removed-meanwhile') return showEntry(deps, turn, place, entry);
  const { when, name } = lastChange(context, entry);
  const changed = turn.words.programme.changedBeforeRemoval(when, name);
  const happened = late && note(changed, 'warning');
  const card = removeEntryCard(context, { entry, entries, happened });
  return showCard(card, turn.words.programme.summary);
});

/** And then it counts no more. */
export const confirmRemoveEntry = forEntry<RemoveReply>(async (deps, turn, place, { version }) => {
  const { entry, region, entries } = place;
  const { programme } = turn.words;
  const result = removeEntry(entry, version, turn.sender, deps.now());
  if (result.kind !== 'stored') {
    const late = overtaken(entry, version);
    if (late?.kind !== 'changed-meanwhile') return showEntry(deps, turn, place, entry);
    const context = readerContext(deps, turn, region);
    const { when, name } = lastChange(context, entry);
    const happened = note(programme.changedBeforeRemoval(when, name), 'warning');
    return showCard(removeEntryCard(context, { entry, entries, happened }), programme.summary);
  }
  const happened = note(programme.removedDone, 'good');
  const shown = await showEntry(deps, turn, place, result.entry, happened);
  return { ...shown, change: { writes: [{ kind: 'register', put: result.entry }] } };
});
