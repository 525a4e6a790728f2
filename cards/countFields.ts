import { z } from 'zod/v4';
import { countableMonths, MOST_TALKS } from '../data/quickCount.js';
import type { Organisation } from '../data/region.js';
import type { CardContext } from './context.js';
import { choiceField } from './fields/choiceFields.js';
import type { Fields } from './fields/field.js';
import { numberField } from './fields/numberField.js';
import { longMonth } from './phrases.js';
import { municipalityField } from './screens/talk.js';

/** What the buttons of an attention officer send besides the inputs. */
export const officerReplySchema = z.looseObject({ organisation: z.string() });
/** Which count a button is about. */
export const countReplySchema = officerReplySchema.extend({
  month: z.string(),
  municipality: z.string(),
});
/** With the version of the count that was on screen. */
export const confirmCountReplySchema = countReplySchema.extend({ version: z.int().positive() });

export const countAnswers = z.object({
  month: z.string(),
  municipality: z.string(),
  talks: z.int(),
  realised: z.int(),
});

/** Where a count was made for: everything but the numbers. */
function placeFields(context: CardContext): Fields {
  const { words, language, region, now } = context;
  const { quickCount } = words;
  const months = countableMonths(region, now).map(
    (month) => [month, longMonth(month, language)] as const,
  );
  return {
    month: choiceField(words, quickCount.month, months, { required: true }),
    municipality: municipalityField(context, quickCount.municipality, { required: true }),
  };
}

export function numberFields({ words }: CardContext): Fields {
  const { talks, realised } = words.quickCount;
  return {
    talks: numberField(words, talks, { required: true, most: MOST_TALKS }),
    realised: numberField(words, realised, { required: true, most: MOST_TALKS }),
  };
}

export function countFields(context: CardContext): Fields {
  return { ...placeFields(context), ...numberFields(context) };
}

/** For who is attention officer of several organisations. */
export function whichFields(
  words: CardContext['words'],
  organisations: readonly Organisation[],
): Fields {
  const choices = organisations.map(({ id, name }) => [id, name] as const);
  return {
    organisation: choiceField(words, words.quickCount.organisation, choices, { required: true }),
  };
}
