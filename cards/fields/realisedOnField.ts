import type { CardContext } from '../context.js';
import { pastMonthField } from './dateFields.js';
import type { Field } from './field.js';

/** When contraception was realised; `when` says in its label when it has to be answered. */
export function realisedOnField(
  { words, now, region }: CardContext,
  when = words.wish.whenRealised,
  question = words.wish.realisedOn,
): Field {
  const { realisedOnHint: hint, realisedOnPlaceholder: placeholder } = words.wish;
  const options = { hint, placeholder };
  return pastMonthField(words, `${question} ${when}`, now, region.startedIn, options);
}
