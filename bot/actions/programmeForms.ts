import type { z } from 'zod/v4';
import type { FieldsRead } from '../../cards/fields/field.js';
import { note } from '../../cards/formCard.js';
import type { ProgrammeForm } from '../../cards/programmeFields.js';
import { programmeFormCard, type ProgrammeFormView } from '../../cards/programmeFormCard.js';
import type { newEntryReplySchema, saveEntryReplySchema } from '../../cards/programmeReplies.js';
import type { RegisterEntry } from '../../data/register.js';
import type { Region } from '../../data/region.js';
import { replyToEntry } from '../../dialogs/programme.js';
import { backToAttending, replyToAttending } from '../../dialogs/programmeMeeting.js';
import { entryValues, newValues } from '../../dialogs/programmeValues.js';
import type { Deps } from '../deps.js';
import { refuse, showForm, type Outcome } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';
import { forEntry, forList, showEntry, type EntryReply, type Place } from './programmePlace.js';

type NewReply = z.infer<typeof newEntryReplySchema>;
type SaveReply = z.infer<typeof saveEntryReplySchema>;

/** Toevoegen: the id is given out with the form, so that saving it twice adds it once. */
export const askNewEntry = forList<NewReply>((deps, turn, { region, entries }, { list: kind }) => {
  const id = `RG-${deps.randomCode(6)}`;
  const form = { kind, id, stored: undefined, entries };
  return showEntryForm(deps, turn, region, form, newValues(kind, deps.now()));
});

/** Corrigeren: the form with what stands. */
export const correctEntryForm = forEntry<EntryReply>((deps, turn, { entry, region, entries }) => {
  const { id, content } = entry;
  const form = { kind: content.kind, id, stored: entry, entries };
  return showEntryForm(deps, turn, region, form, entryValues(content));
});

function showEntryForm(
  deps: Deps,
  turn: Clicked,
  region: Region,
  form: ProgrammeFormView,
  values: FieldsRead['values'],
): Outcome {
  return showAgain(deps, turn, region, form, { values, errors: {} });
}

function showAgain(
  deps: Deps,
  turn: Clicked,
  region: Region,
  form: ProgrammeFormView,
  { values, errors }: FieldsRead,
): Outcome {
  const context = readerContext(deps, turn, region);
  const card = (read: FieldsRead) => programmeFormCard(context, form, read);
  return showForm(card, { values, errors }, turn.words.programme.summary);
}

/** The form that was sent, beside what is stored now; nothing when it names another entry. */
function formOf({ entries }: Place, reply: SaveReply): ProgrammeForm | undefined {
  const { entry: id, list: kind, version, attending } = reply;
  const stored = entries.find((row) => row.id === id);
  const isOther = stored ? stored.content.kind !== kind : version > 0;
  return isOther ? undefined : { kind, id, stored, entries, attending };
}

function forForm(
  handle: (
    deps: Deps,
    turn: Clicked,
    place: Place,
    form: ProgrammeForm,
    reply: SaveReply,
  ) => Promise<Outcome>,
) {
  return forList<SaveReply>((deps, turn, place, reply) => {
    const form = formOf(place, reply);
    if (!form) return refuse(turn.words.refusals.other);
    return handle(deps, turn, place, form, reply);
  });
}

/** Opslaan. */
export const saveEntry = forForm(async (deps, turn, place, form, reply) => {
  const { programme } = turn.words;
  const { stored } = form;
  // How many came is asked in a second step.
  if (form.kind === 'meeting' && !form.attending) return refuse(turn.words.refusals.other);
  // A new entry that is there already: this very form was saved before.
  if (stored && reply.version === 0) return showEntry(deps, turn, place, stored);
  const context = readerContext(deps, turn, place.region);
  const filled = { by: turn.sender, seen: reply.version, inputs: reply };
  const result = replyToEntry(context, form, filled);
  switch (result.kind) {
    case 'again':
      return presenting(
        deps,
        turn,
        place,
        stored ?? result.form.twin,
        showAgain(deps, turn, place.region, result.form, result),
      );
    case 'removed':
      return stored ? showEntry(deps, turn, place, stored) : refuse(turn.words.refusals.other);
    case 'unchanged':
      return showEntry(deps, turn, place, result.entry, note(programme.unchanged, 'emphasis'));
    case 'stored': {
      const text = stored ? programme.saved : programme.added;
      const shown = await showEntry(deps, turn, place, result.entry, note(text, 'good'));
      return { ...shown, change: { writes: [{ kind: 'register', put: result.entry }] } };
    }
  }
});

/** A click that had its effect before shows the entry as it is, not what stands in its way now. */
async function presenting(
  deps: Deps,
  turn: Clicked,
  place: Place,
  stored: RegisterEntry | undefined,
  outcome: Outcome,
): Promise<Outcome> {
  if (!stored) return outcome;
  const { show } = await showEntry(deps, turn, place, stored);
  return { ...outcome, present: show };
}

/** Volgende of a meeting: asks how many there were of each organisation that was there. */
export const countAttendance = forForm((deps, turn, { region }, form, reply) => {
  const result = replyToAttending(readerContext(deps, turn, region), form, reply);
  return Promise.resolve(
    result.kind === 'again'
      ? showAgain(deps, turn, region, result.form, result)
      : showEntryForm(deps, turn, region, result.form, result.values),
  );
});

/** Terug, to who was there. */
export const chooseAttendance = forForm((deps, turn, { region }, form, reply) => {
  const back = backToAttending(readerContext(deps, turn, region), form, reply);
  return Promise.resolve(showAgain(deps, turn, region, back.form, back.read));
});
