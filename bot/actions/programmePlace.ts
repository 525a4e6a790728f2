import type { z } from 'zod/v4';
import type { Note } from '../../cards/formCard.js';
import { programmeEntryCard } from '../../cards/programmeEntryCard.js';
import type { entryReplySchema } from '../../cards/programmeReplies.js';
import { entriesOf, type RegisterEntry, type RegisterKind } from '../../data/register.js';
import type { Region } from '../../data/region.js';
import { programmesOf, progressIn, whyNoProgramme } from '../commands/programme.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';

export type EntryReply = z.infer<typeof entryReplySchema>;

/** A region of which this person may register what the click is about. */
export interface Place {
  region: Region;
  /** The whole register of the region. */
  entries: readonly RegisterEntry[];
}

type Handle<R> = (deps: Deps, turn: Clicked, place: Place, reply: R) => Outcome | Promise<Outcome>;

/** A button about a kind of entry of one region, for whoever may register that kind there. */
export function forList<R extends { region: string; list: RegisterKind }>(handle: Handle<R>) {
  return (deps: Deps, turn: Clicked, reply: R) =>
    inProgramme(deps, turn, reply.region, reply.list, (place) => handle(deps, turn, place, reply));
}

type HandleEntry<R> = (
  deps: Deps,
  turn: Clicked,
  place: Place & { entry: RegisterEntry },
  reply: R,
) => Outcome | Promise<Outcome>;

/** A button about one entry; to anybody else there is no such entry. */
export function forEntry<R extends EntryReply>(handle: HandleEntry<R>) {
  return async (deps: Deps, turn: Clicked, reply: R): Promise<Outcome> => {
    const entry = await deps.repository.read('register', reply.entry);
    if (!entry) return refuse(turn.words.programme.refusal);
    return inProgramme(deps, turn, entry.region, entry.content.kind, (place) =>
      handle(deps, turn, { ...place, entry }, reply),
    );
  };
}

async function inProgramme(
  deps: Deps,
  turn: Clicked,
  id: string,
  kind: RegisterKind,
  handle: (place: Place) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const programmes = await programmesOf(deps, turn);
  const found = programmes.find(({ region }) => region.id === id);
  if (!found?.kinds.includes(kind)) return refuse(whyNoProgramme(turn, programmes));
  return handle({ region: found.region, entries: await deps.repository.register(id) });
}

/** The entry as it is, or as it is about to be stored. */
export async function showEntry(
  deps: Deps,
  turn: Clicked,
  { region, entries }: Place,
  entry: RegisterEntry,
  happened?: Note,
): Promise<Outcome> {
  const present = [entry, ...entries.filter(({ id }) => id !== entry.id)];
  const progress = (await progressById(deps, { region, entries: present })).get(entry.id);
  const view = { entry, entries: present, progress, happened };
  const card = programmeEntryCard(readerContext(deps, turn, region), view);
  return showCard(card, turn.words.programme.summary);
}

/** Of the targets that stand, by id. */
export async function progressById(deps: Deps, { region, entries }: Place) {
  const progress = await progressIn(deps, region, entries);
  return new Map(
    entriesOf(entries, 'target').flatMap(({ id }, n) => {
      const one = progress[n];
      return one ? [[id, one] as const] : [];
    }),
  );
}
