import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import { spansOf, type Finder, type Span } from './spans.js';

/** The Dutch ways of writing ten digits that the library does not know, such as 06_12345678. */
const TEN = /(?<!\d)(?:(?:\+|00)?31[ .-]?(?:\(0\))?|\(?[0Oo])(?:[ ./()_-]{0,3}\d){9}(?!\d)/dg;
/** Without the area code it is a phone number only when it is called one. */
const LOCAL =
  /(?:tel(?:efoon)?|phone|gsm|mobiel|vast)[a-z]{0,8}[ .:=-]{0,3}(?:(?:is|op|nr|nummer|number)[ .:]{1,2}){0,2}(?<it>[1-9](?:[ .-]?\d){6})(?!\d)/dgi;
/** A mobile number with a digit too few or too many. */
const MISTYPED = /(?<!\d)06[ ./-]{0,3}\d(?:[ .-]?\d){6,8}(?!\d)/dg;

const MOBILE_WITHOUT_ZERO = /^6[ -]?(?:\d{8}|\d{4} \d{4}|\d\d \d\d \d\d \d\d)$/;
const BEGINS_AS_NUMBER = /^\(?(?:\+|0)/;
const OF_NOBODY = /^0[ -]?(?:800|90[069])/;

export const findPhone: Finder = (text) =>
  [
    ...findPhoneNumbersInText(text, 'NL')
      .map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }))
      .filter(({ start, end }) => isOfSomebody(text.slice(start, end))),
    ...spansOf(text, TEN, isOfSomebody),
    ...spansOf(text, LOCAL),
  ].map((span) => withoutLoneBracket(text, span));

export const findMistypedPhone: Finder = (text) => spansOf(text, MISTYPED);

/** “(06-12345678)” stands between brackets; “(071) 5123456” has its own. */
function withoutLoneBracket(text: string, { start, end }: Span): Span {
  const opens = text.charAt(start) === '(' && !text.slice(start, end).includes(')');
  return { start: opens ? start + 1 : start, end };
}

/** To the library nine digits of any kind, 14 071 and 0800-2000 are phone numbers as well. */
function isOfSomebody(found: string): boolean {
  if (OF_NOBODY.test(found)) return false;
  return (
    MOBILE_WITHOUT_ZERO.test(found) || BEGINS_AS_NUMBER.test(found) || /^(?:31|o)/i.test(found)
  );
}
