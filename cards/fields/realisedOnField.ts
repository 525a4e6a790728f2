import type { CardContext } from '../context.js';
import { pastMonthField } from './dateFields.js';
import type { Field } from './field.js';

/** When contraception was realised; `when` says in its label when it has to be answered. */
export function realisedOnField(
  { words, now, region }: CardContext,
  when = words.wish.whenRealised,
): Field {
  const { realisedOn, realisedOnHint: hint, realisedOnPlaceholder: placeholder } = words.wish;
  const label = `${realisedOn} ${when}`;
  return pastMonthField(words, label, now, region.startedIn, { hint, placeholder });
}
