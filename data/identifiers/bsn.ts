import { spansOf, type Finder } from './spans.js';

const GAP = '[ ./_-]{0,3}';
const DIGITS = (count: number) => `(?<!\\d)(?=(?<it>\\d(?:${GAP}\\d){${count - 1}})(?!\\d))`;
const NINE = new RegExp(DIGITS(9), 'dg');
const EIGHT = new RegExp(DIGITS(8), 'dg');

const LINK = '(?:nummer|number|nr\\.?|is|was|van|of|het|the|kind|cli[eë]nte?|client)';
const NAMED = new RegExp(
  `(?:bsn|burgerservicen(?:umme)?r|citizen service number|sofi)(?:[ :=.-]{0,3}${LINK}){0,3}` +
    `[ :=.(-]{0,3}(?<it>\\d(?:${GAP}\\d){7,8})(?!\\d)`,
  'dgi',
);

/** A number that is called a BSN is one, mistyped or not. */
export const findNamedBsn: Finder = (text) => spansOf(text, NAMED);

export const findBsn: Finder = (text) => [
  ...spansOf(text, NINE, (found) => isOneNumber(found, 1) && passesElevenTest(found)),
  ...spansOf(text, EIGHT, (found) => isEightOfBsn(found) && passesElevenTest(found)),
];

/** Eight digits are a BSN whose leading zero was left out; two years beside each other are none. */
function isEightOfBsn(found: string): boolean {
  const isYears = /^(?:19|20)\d\d\D(?:19|20)\d\d$/.test(found);
  return !found.startsWith('0') && !isYears && isOneNumber(found, 0);
}

/** Numbers beside each other, such as 10.30-11.15, have different or wide gaps between them. */
function isOneNumber(found: string, mixedUpTo: number): boolean {
  const gaps = found.match(/\D+/g) ?? [];
  return new Set(gaps).size <= 1 || gaps.every(({ length }) => length <= mixedUpTo);
}

/** The check digit rule of a BSN. */
function passesElevenTest(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '').padStart(9, '0');
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return digits !== '000000000' && sum % 11 === 0;
}
