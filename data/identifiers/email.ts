import validator from 'validator';
import { spansOf, type Finder } from './spans.js';

const LOCAL = "(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}][\\p{L}\\p{N}!#$%&'*+/=?^_{|}~.-]{0,63}";
const LABEL = '[\\p{L}\\p{N}-]{1,63}';
const SIGN = ' ?@ ?| ?[(\\[] ?(?:at|@) ?[)\\]] ?| apenstaart(?:je)? ';
const DOT =
  '\\.|,(?=(?:be|com|de|eu|net|nl|org)\\b)| (?:punt|dot) | ?[(\\[] ?(?:punt|dot|\\.) ?[)\\]] ?';

const WRITTEN = new RegExp(`${LOCAL}(?:${SIGN})${LABEL}(?:(?:${DOT})${LABEL}){1,5}`, 'dgiu');
/** “at” is also a plain word: then the dot has to be spelled out too. */
const SPOKEN = new RegExp(`${LOCAL} at ${LABEL}(?: (?:punt|dot) ${LABEL}){1,5}`, 'dgiu');
/** With a provider's name the rest can be guessed. */
const UNFINISHED = new RegExp(
  `${LOCAL}(?:${SIGN})(?:gmail|hotmail|icloud|kpn|kpnmail|live|outlook|proton|protonmail|yahoo|ziggo)(?![\\p{L}\\p{N}])`,
  'dgiu',
);

const SPELLED_AT = new RegExp(`${SIGN}| at `, 'giu');
const SPELLED_DOT = new RegExp(DOT, 'giu');

export const findEmail: Finder = (text) => [
  ...[WRITTEN, SPOKEN].flatMap((pattern) => spansOf(text, pattern, isAddress)),
  ...spansOf(text, UNFINISHED),
];

function isAddress(found: string): boolean {
  const address = found.replace(SPELLED_AT, '@').replaceAll(SPELLED_DOT, '.');
  // One dot too many does not hide whose it is.
  const tidy = address.replaceAll(/\.{2,}/g, '.').replaceAll('.@', '@');
  return validator.isEmail(tidy, { allow_utf8_local_part: true });
}
