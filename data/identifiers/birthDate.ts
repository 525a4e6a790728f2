import { spansOf, type Finder } from './spans.js';

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19|20)\\d{2}';
const NAMED_MONTH =
  "(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|march|mrt|mar|apr(?:il)?|mei|may|june?|juni|july?|juli|aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\\p{L})(?:\\.(?= ?['\\d]))?";
const NTH = '(?:ste|de|e|st|nd|rd|th)?';
const IN_WORDS = `(?<!\\d)(?:${DAY}${NTH}[- ]?${NAMED_MONTH}|${NAMED_MONTH} ${DAY}${NTH}(?!\\d))`;
/** A span of time or a weight, not a day. */
const MEASURED = '(?! ?(?:dagen|days|gram|jaar|keer|kg|kinderen|maanden|mg|uur|we[ek]))';

const FULL = [
  `(?<!\\d)${DAY}(?: ?[-/._|] ?| )${MONTH}(?: ?[-/._|] ?| )${YEAR}(?!\\d)`,
  `(?<!\\d)${YEAR}[-/.]${MONTH}[-/.]${DAY}(?!\\d)`,
  `${IN_WORDS}[-, ]{0,2}${YEAR}(?!\\d)`,
];
const SHORT_YEAR = [
  `(?<!\\d|\\d[-/.])${DAY}(?<gap> ?[-/.] ?)${MONTH}\\k<gap>'?\\d{2}(?!\\d|[-/.:]\\d)${MEASURED}`,
  `${IN_WORDS}[ -]?'\\d{2}(?!\\d)`,
  `(?<!\\d)${DAY}-${NAMED_MONTH}-\\d{2}(?!\\d)`,
  // “12 november 14 uur” is no year.
  `${IN_WORDS} \\d{2}(?!\\d|[.,:]\\d)(?= ?(?:[.,;)\\n]|$))`,
];
const COMPACT_MONTH = '(?:0[1-9]|1[0-2])';
const COMPACT_DAY = '(?:0[1-9]|[12]\\d|3[01])';
const COMPACT_YEAR = '(?:19\\d\\d|20[0-2]\\d)';
const COMPACT = [
  `(?<!\\d)${COMPACT_DAY}${COMPACT_MONTH}${COMPACT_YEAR}(?!\\d)`,
  `(?<!\\d)${COMPACT_YEAR}${COMPACT_MONTH}${COMPACT_DAY}(?!\\d)`,
];

const BIRTH =
  '(?:geboren|geboortedatum|geboortedag|geb\\b|geb\\.? ?dat(?:um)?|jarig|verjaardag|verjaart|born|birthday|birth|dob)';
const LINK =
  '(?:op|is|was|in|on|de|the|d\\.?d|rond|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\\b[ .:]{1,2}';
/** A day without its year is an appointment, unless a birth is mentioned beside it. */
const YEARLESS = `(?:${IN_WORDS}|(?<!\\d)${DAY}[-/.]${MONTH}(?!\\d)|(?<!\\d)${DAY} ${MONTH} \\d{2}(?!\\d)|${NAMED_MONTH} ${YEAR})${MEASURED}`;
const BESIDE_BIRTH = [
  `(?<!\\p{L})${BIRTH}[ .:=,(*-]{0,4}(?:${LINK}){0,4}(?<it>${YEARLESS})`,
  `(?<it>(?:${IN_WORDS}|(?<!\\d)${DAY}[-/.]${MONTH}))(?: (?:jl\\.|\\p{L}{2,10})){0,3} (?:jarig|geboren|born|birthday)\\b`,
];

const compile = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'dgiu'));
const finder =
  (patterns: readonly RegExp[]): Finder =>
  (text) =>
    patterns.flatMap((pattern) => spansOf(text, pattern));

/** The function has no clock, so an appointment with its year reads as a birth date too. */
export const findFullDate = finder(compile(FULL));
/** Apart, because a phone number can begin like these. */
export const findShortDate = finder(compile([...SHORT_YEAR, ...COMPACT, ...BESIDE_BIRTH]));
