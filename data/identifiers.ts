/** What makes a person recognisable in free text. */
export const IDENTIFIER_KINDS = ['bsn', 'email', 'iban', 'phone', 'address', 'birth-date'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

export interface Identifier {
  kind: IdentifierKind;
  text: string;
}

interface Pattern {
  kind: IdentifierKind;
  pattern: RegExp;
  /** A second look for what a pattern alone cannot tell. */
  confirms?: (text: string) => boolean;
}

const MONTHS =
  'jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** After a year or an amount these are far more often a word or a unit than the end of a postcode. */
const SHORT_WORDS = 'al|dd|de|en|er|ga|ik|in|is|je|kg|km|mg|ml|na|nu|of|om|op|te|tm|wk|ze|zo';

/**
 * Most telling kind first: what one has matched is not offered to the next. A Dutch number has ten
 * digits and a BSN nine, so a number is looked for before its last digits can pass for a BSN; a date
 * comes before it for the same reason.
 */
const PATTERNS: readonly Pattern[] = [
  { kind: 'email', pattern: /[^\s@]+@[^\s@]+\.[^\s@]{2,}/g },
  { kind: 'iban', pattern: /\b[A-Z]{2}\d{2}[ ]?(?:[A-Z0-9]{4}[ ]?){2,7}[A-Z0-9]{0,4}\b/gi },
  {
    kind: 'phone',
    pattern: /(?<!\d)(?:(?:\+|00)?31[ .-]?(?:\(0\))?|\(?0)(?:[ ./()-]{0,2}\d){9}(?!\d)/g,
  },
  { kind: 'birth-date', pattern: /\b\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}\b/g },
  { kind: 'birth-date', pattern: /\b(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\b/g },
  {
    kind: 'birth-date',
    pattern: new RegExp(`\\b\\d{1,2}[- ](?:${MONTHS})\\.?[- ](?:19|20)\\d{2}\\b`, 'gi'),
  },
  { kind: 'bsn', pattern: /(?<!\d)\d(?:[ .-]?\d){7,8}(?!\d)/g, confirms: passesElevenTest },
  {
    kind: 'address',
    pattern: new RegExp(
      `\\b[1-9]\\d{3}\\s?(?:[A-Z]{2}|(?!(?:${SHORT_WORDS})[ ,\\d])[A-Za-z]{2})[ ,]*\\d{1,5}`,
      'g',
    ),
  },
];

/** The check digit rule of a BSN; eight digits stand for one with a leading zero. */
function passesElevenTest(text: string): boolean {
  const digits = text.replace(/\D/g, '').padStart(9, '0');
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return digits !== '000000000' && sum % 11 === 0;
}

/** Finds numbers and addresses of persons in a text. Pure; the text goes nowhere. */
export function findIdentifiers(text: string): Identifier[] {
  // Wide digits and long dashes are read as the plain ones.
  let rest = text.normalize('NFKC').replaceAll(/[\u2010-\u2015]/g, '-');
  const found: Identifier[] = [];
  for (const { kind, pattern, confirms } of PATTERNS) {
    rest = rest.replace(pattern, (match) => {
      if (confirms && !confirms(match)) return match;
      found.push({ kind, text: match });
      return ' ';
    });
  }
  return found;
}
