import validator from 'validator';
import { spansOf, type Finder, type Span } from './spans.js';

/** Where an IBAN may begin, as long as the longest of any country. */
const SHAPE = /(?<![A-Z\d])(?=(?<it>[A-Z]{2}[ .-]?\d{2}(?:[ .-]?[A-Z\d]){11,30}))/dgi;
const SHORTEST = 15;

const BANKS = 'ABNA|ASNB|BUNQ|FVLB|HAND|INGB|KNAB|RABO|RBRB|REVO|SNSB|TRIO';
/** A Dutch number stays one with wrong check digits, and with none. */
const DUTCH = new RegExp(
  `(?<![A-Z\\d])(?:NL[ .-]?\\d{2}[ .-]?[A-Z]{4}|${BANKS})(?:[ .-]?\\d){8,10}(?!\\d)`,
  'dgi',
);

export const findIban: Finder = (text) => [
  ...spansOf(text, SHAPE).flatMap((span) => validPart(text, span)),
  ...spansOf(text, DUTCH),
];

/** What follows an IBAN may look like more of it: only its own length has the right check digits. */
function validPart(text: string, { start, end }: Span): Span[] {
  let compact = '';
  for (let place = start; place < end; place += 1) {
    const character = text.charAt(place);
    if (!/[A-Z\d]/i.test(character)) continue;
    compact += character;
    if (compact.length >= SHORTEST && validator.isIBAN(compact)) return [{ start, end: place + 1 }];
  }
  return [];
}
