import { withoutRefused, type FieldsRead } from '../cards/fields/field.js';
import type { Card } from '../cards/render.js';
import type { Case } from '../data/case.js';
import type { Subject } from '../data/delivery.js';
import type { Change } from '../data/repository.js';
import type { TellsOf } from './copies.js';
import type { ExportFile } from './exports/makeFile.js';

/** What a turn shows: a card, a line of text, or something rendered after the change is stored. */
export type Shown =
  /**
   * `kept` is what the message may hold when the card shows text that was refused; `tellsOf` what it
   * tells of, whose erasing must reach this message as well.
   */
  | { kind: 'card'; card: Card; summary: string; kept?: Card; tellsOf?: TellsOf }
  /** Why nothing happened. */
  | { kind: 'refusal'; text: string }
  /** The channel card, shown in place by delivery as well. */
  | { kind: 'channel-card'; subject: Subject['kind']; key: string }
  /** A case in full, for this reader. */
  | { kind: 'case-card'; code: string; hint?: string }
  /** A case for the professional it belongs to. */
  | { kind: 'own-case'; code: string; hint?: string }
  | { kind: 'nothing' };

/**
 * What a command or a click decides. It touches nothing itself: the turn stores the change first,
 * shows second, and asks again with the present state when somebody else was first.
 */
export interface Outcome {
  change?: Omit<Change, 'repeat'>;
  show: Shown;
  /** Shown instead of a refusal when this very click had its effect before. */
  present?: Shown;
  /** Shown in the person's own chat besides, such as a form after a click in the channel. */
  inChat?: Extract<Shown, { kind: 'card' | 'case-card' | 'own-case' }>;
  /** A message that delivery does not know, to be taken away. */
  removes?: string;
  /** To be handed over in the person's own chat. */
  file?: ExportFile;
  /** The change concerns others, or messages that may no longer be read: wake delivery. */
  tellsOthers?: boolean;
}

/** An outcome that is a card, whatever comes with it. */
export interface CardOutcome {
  show: Extract<Shown, { kind: 'card' }>;
}

export const showCard = (card: Card, summary: string, tellsOf?: TellsOf): CardOutcome => ({
  show: { kind: 'card', card, summary, ...(tellsOf && { tellsOf }) },
});

/** A form with what was sent to it: of a refused answer the message keeps only what is the matter. */
export function showForm<R extends FieldsRead>(
  form: (read: R) => Card,
  read: R,
  summary: string,
  tellsOf?: TellsOf,
): CardOutcome {
  const { show } = showCard(form(read), summary, tellsOf);
  if (Object.keys(read.errors).length === 0) return { show };
  return { show: { ...show, kept: form({ ...read, ...withoutRefused(read) }) } };
}

/** The case as it is from now on, of which others are to hear. */
export const changeCase = (put: Case, show: Shown): Outcome => ({
  change: { writes: [{ kind: 'case', put }] },
  show,
  tellsOthers: true,
});

export const refuse = (text: string): Outcome => ({ show: { kind: 'refusal', text } });
