import type { z } from 'zod/v4';
import type { CardContext } from '../../cards/context.js';
import type { FieldsRead } from '../../cards/fields/field.js';
import type {
  confirmCountReplySchema,
  countReplySchema,
  officerReplySchema,
} from '../../cards/countFields.js';
import { correctCountCard, countedCard, quickCountCard } from '../../cards/quickCountCard.js';
import type { Card } from '../../cards/render.js';
import {
  quickCountKey,
  standing,
  withCount,
  type CountAnswers,
  type QuickCount,
} from '../../data/quickCount.js';
import { readCount, replyToCount } from '../../dialogs/quickCount.js';
import { askNumbers } from '../commands/count.js';
import type { Deps } from '../deps.js';
import { forOfficer } from '../forOfficer.js';
import { refuse, showCard, showForm, type Outcome } from '../outcome.js';
import type { Office } from '../roles.js';
import { readerContext, type Clicked } from '../turnContext.js';

type OfficerReply = z.infer<typeof officerReplySchema>;
type CountReply = z.infer<typeof countReplySchema>;
type ConfirmReply = z.infer<typeof confirmCountReplySchema>;

export const showCount = forOfficer<OfficerReply>(askNumbers);

/** Opslaan: counts, or shows first what stands for that month and municipality. */
export const saveCount = forOfficer<OfficerReply>(async (deps, turn, office, reply) => {
  const context = readerContext(deps, turn, office.region);
  const form = (read: FieldsRead) => quickCountCard(context, office.organisation, read);
  const read = readCount(context, reply);
  if (read.kind === 'again') return formAgain(turn, form, read);
  const stored = await storedCount(deps, office, read.answers);
  return settle(deps, turn, office, { answers: read.answers, seen: 0, stored, form });
});

/** Corrigeren: the numbers that stand, to be changed. */
export const correctCount = forOfficer<CountReply>(async (deps, turn, office, reply) => {
  const stored = await storedCount(deps, office, reply);
  if (!stored) return refuse(turn.words.quickCount.tooOld);
  const { talks, realised } = standing(stored);
  const card = correctCountCard(readerContext(deps, turn, office.region), stored, {
    values: { talks, realised },
    errors: {},
  });
  return showCard(card, turn.words.quickCount.summary);
});

/** Vervangen: other numbers for the count that was on screen. */
export const confirmCount = forOfficer<ConfirmReply>(async (deps, turn, office, reply) => {
  const context = readerContext(deps, turn, office.region);
  const stored = await storedCount(deps, office, reply);
  const read = readCount(context, reply);
  const { month, municipality } = read.kind === 'again' ? read.errors : {};
  // Longer ago than can be counted, or a municipality that left the region: no field shows it here.
  if (!stored || month !== undefined || municipality !== undefined) {
    return refuse(turn.words.quickCount.tooOld);
  }
  const form = (again: FieldsRead) => correctCountCard(context, stored, again);
  if (read.kind === 'again') return formAgain(turn, form, read);
  const { answers } = read;
  return settle(deps, turn, office, { answers, seen: reply.version, stored, form });
});

interface Entry {
  answers: CountAnswers;
  seen: number;
  stored: QuickCount | undefined;
  form: (read: FieldsRead) => Card;
}

async function settle(
  deps: Deps,
  turn: Clicked,
  office: Office,
  { stored, form, ...entry }: Entry,
): Promise<Outcome> {
  const context = readerContext(deps, turn, office.region);
  const { organisation } = office;
  const result = replyToCount(context, { ...entry, organisation, by: turn.sender }, stored);
  switch (result.kind) {
    case 'again':
      return formAgain(turn, form, result);
    case 'replace':
      return showCard(
        correctCountCard(context, result.count, result),
        turn.words.quickCount.summary,
      );
    case 'counted': {
      const shown = await showCounted(deps, turn, context, result.count);
      if (!result.changed) return shown;
      return { ...shown, change: { writes: [{ kind: 'quick-count', put: result.count }] } };
    }
  }
}

async function showCounted(
  { repository }: Deps,
  { words }: Clicked,
  context: CardContext,
  count: QuickCount,
): Promise<Outcome> {
  const counts = await repository.quickCounts(count);
  return showCard(countedCard(context, count, withCount(counts, count)), words.quickCount.summary);
}

function formAgain(
  { words }: Clicked,
  form: (read: FieldsRead) => Card,
  read: FieldsRead,
): Outcome {
  return showForm(form, read, words.quickCount.summary);
}

function storedCount(
  { repository }: Deps,
  { region, organisation }: Office,
  { month, municipality }: Pick<QuickCount, 'month' | 'municipality'>,
): Promise<QuickCount | undefined> {
  const place = { region: region.id, organisation: organisation.id, month, municipality };
  return repository.read('quick-count', quickCountKey(place));
}
