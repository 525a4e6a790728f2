import type { FieldsRead } from '../cards/fields/field.js';
import type { Card } from '../cards/render.js';
import type { Case } from '../data/case.js';
import type { OwnTurn } from '../dialogs/ownCaseForm.js';
import {
  changeCase,
  showCard,
  showForm,
  type CardOutcome,
  type Outcome,
  type Shown,
} from './outcome.js';
import { tellsOf, type Clicked, type Reader } from './turnContext.js';

/** A card about one case, in the chat of its professional or of a coordinator. */
export function showOnCase(turn: Clicked, subject: Case, reader: Reader, card: Card): CardOutcome {
  const summary = turn.words.caseCard.summary(subject.code);
  return showCard(card, summary, tellsOf(turn, subject, reader));
}

/** A form about one case with what was sent to it. */
export function showFormOnCase<R extends FieldsRead>(
  turn: Clicked,
  subject: Case,
  reader: Reader,
  form: (read: R) => Card,
  read: R,
): CardOutcome {
  const summary = turn.words.caseCard.summary(subject.code);
  return showForm(form, read, summary, tellsOf(turn, subject, reader));
}

/**
 * Stores what was decided and shows the case, or the form once more. The same click sent again finds
 * nothing left to do: it shows the case as it is, without the reason.
 */
export function settleOwn(
  result: OwnTurn,
  theCase: (hint?: string) => Shown,
  again: (read: Extract<OwnTurn, { kind: 'again' }>) => Outcome,
): Outcome {
  switch (result.kind) {
    case 'changed':
      return changeCase(result.case, theCase(result.hint));
    case 'unchanged':
      return { show: theCase(result.hint), present: theCase() };
    case 'again':
      return { ...again(result), present: theCase() };
  }
}
