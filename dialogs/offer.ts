import type { CardContext } from '../cards/context.js';
import { present } from '../cards/fields/colleagueField.js';
import { readForm, type FieldsRead } from '../cards/fields/field.js';
import { offerFields, type OfferTo } from '../cards/offerCard.js';
import type { Person } from '../data/person.js';

export type OfferTurn = { kind: 'offer'; to: Person } | ({ kind: 'again' } & FieldsRead);

/** The form of Overdragen: which colleague was chosen. */
export function replyToOffer(
  context: CardContext,
  offerTo: OfferTo,
  inputs: Record<string, unknown>,
): OfferTurn {
  const form = readForm(offerFields(context, offerTo), inputs);
  if (form.kind === 'again') return form;
  const to = present(offerTo.colleagues).find(({ aadObjectId }) => aadObjectId === form.values.to);
  if (!to) throw new Error('a colleague was accepted who is not there');
  return { kind: 'offer', to };
}
