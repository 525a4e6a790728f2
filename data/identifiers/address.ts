import { spansOf, type Finder } from './spans.js';

/** After a year or an amount these are far more often a word or a unit than the end of a postcode. */
const SHORT_WORDS =
  'al|am|at|by|ca|cm|dd|de|di|do|en|er|ex|ga|gr|ie|if|ik|in|is|it|je|kg|km|ma|mg|ml|mm|na|no|nr|nu|of|om|on|op|or|pm|so|st|te|tm|to|vr|we|wk|wo|ze|za|zo';
const POSTCODE = `[1-9]\\d{3}[ -]?(?:[A-Z]{2}|(?!(?:${SHORT_WORDS})[ ,\\d])[A-Za-z]{2})`;
const HOUSE = '\\d{1,5}(?!\\d)(?: ?[a-z]\\b)?(?:-\\d{1,4}\\b)?';
const CALLED = '(?:(?:huis)?(?:nummer|nr\\.?)|number|no\\.)';

/** What is counted: then the number before it is no house number. */
const COUNTED = '(?! ?(?:%|dd|euro|jaar|keer|kinderen|km|maal|maand|mg|min|uur|week|weken|x)\\b)';

const POSTCODE_FIRST = new RegExp(
  `(?<!\\d)${POSTCODE}[ ,./:-]{0,4}(?:${CALLED}[ :]{0,2})?${HOUSE}${COUNTED}`,
  'dg',
);
const HOUSE_FIRST = new RegExp(
  `(?:\\p{Lu}\\p{L}{1,40} )?(?<!\\d)${HOUSE}[ ,]{1,3}[1-9]\\d{3} ?[A-Z]{2}\\b`,
  'dgu',
);
/** “Onderweg 3” and “snelweg 4” are no streets, so some of these ask for a capital. */
const STREET = new RegExp(
  '(?<!\\p{L})(?:\\p{L}{3,40}(?:straat|laan|gracht|plein|singel|steeg|plantsoen|dreef)' +
    '|\\p{Lu}\\p{L}{1,40}(?:weg|kade|dijk)|Gracht|Laan|Singel|Plein|Kade|Dreef)' +
    ` (?:${CALLED} )?${HOUSE}${COUNTED}`,
  'dgu',
);

export const findAddress: Finder = (text) =>
  [POSTCODE_FIRST, HOUSE_FIRST, STREET].flatMap((pattern) => spansOf(text, pattern));
