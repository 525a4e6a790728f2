import type { CardContext } from './context.js';
import { pastMonthField, type Field } from './fields.js';

/** When contraception was realised: asked in the checklist and when a case is closed. */
export function realisedOnField({ words, now, region }: CardContext): Field {
  const { realisedOn, whenRealised, realisedOnPlaceholder } = words.wish;
  const label = `${realisedOn} ${whenRealised}`;
  return pastMonthField(words, label, now, region.startedIn, realisedOnPlaceholder);
}
