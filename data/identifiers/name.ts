import { isNoName, isOrigin, namesThing } from './notNames.js';
import { spansOf, type Confirms, type Finder } from './spans.js';

/** Each word as in a sentence, at its beginning, and in capitals. */
const written = (words: string) =>
  words
    .split('|')
    .map((word) => {
      const first = word.charAt(0);
      return `[${first}${first.toUpperCase()}]${word.slice(1)}|${word.toUpperCase()}`;
    })
    .join('|');

const PREFIX =
  "(?:[Vv]an|VAN|[Dd]en?|DEN?|[Dd]er|DER|[Tt]en|[Tt]er|[Ee]l|[Aa]l|[Aa]it|[Bb]en|[Bb]in|[Bb]int|[Ii]bn|[Aa]bu|[Dd][aiou]s?|[Ll][ae]|[Vv]on|[Ii]n 't|[Oo]p de[nr]?|[Uu]it de[nr]?|'[tn]|[Vv]\\.?[Dd]\\.?|[Vv]/[Dd])";
const INITIALS = '(?:\\p{Lu}\\p{Ll}?\\. ?|\\p{Lu} ){0,5}';
const WORD = "(?:[Dd]')?[\\p{Lu}\\p{Lt}\\p{Lo}][\\p{L}'-]{1,30}";
/** The first word by itself: it tells whether this is a name at all. A lone letter is none. */
const NAME = `(?:${PREFIX} ){0,3}${INITIALS}(?:${PREFIX} ){0,3}(?<first>${WORD})(?: (?:${PREFIX} ){0,3}${WORD}){0,3}`;
const IT = `["'(]?(?<it>${NAME})`;
const START = '(?<![\\p{L}\\p{N}-])';

const TITLES = `(?:${written('mevrouw|mejuffrouw|juffrouw|juf|meneer|menheer|mijnheer|de heer|dokter|professor|miss|dominee|imam')})`;
/** HR, MS and MW are something else in capitals, and ING a bank, unless a dot follows. */
const SHORT_TITLES = `(?:(?:${written('mevr|dhr|mnr|drs|fam|mrs')}|[Mm]w|[Mm]vr|[Mm]ej|[Mm][rs]x?|[Hh]r|[Dd]r|[Pp]rof)\\.?|(?:M[RSW]|DR|HR|[Ii]r|[Ii]ng|PROF)\\.)`;
const RELATIVES = `(?:${written(
  'familie|gezin|echtpaar|kindje|kinderen|dochters|zoons|zuster|partner|ex|vriend|vriendin|man|vrouw|echtgenoot|echtgenote|dochter|dochtertje|zoon|zoontje|kind|baby|zus|zusje|broer|broertje|moeder|vader|oma|opa|tante|oom|neef|nicht|buurman|buurvrouw|cliënt|cliënte|client|cliente|patiënt|patiënte|patient|boyfriend|girlfriend|husband|wife|daughter|son|mother|father|sister|brother|friend|aunt|uncle',
)})`;
const CLIENTS = `(?:${written('cliënt|cliënte|client|cliente|patiënt|patiënte|patient')})`;
const NAAM = `(?:${written('naam|voornaam|achternaam|roepnaam|familienaam|meisjesnaam|name|surname')})`;
const ADVERB = '(?:(?:dus|eerst|eigenlijk|nu|officieel|ook|voluit|really) ){0,2}';

/** After or before one of these a word with a capital is somebody's name. */
const SURE = [
  `${START}(?:${TITLES} |${SHORT_TITLES} {0,2})${IT}`,
  `${START}${NAAM}(?: (?:van|of)(?: \\p{L}{1,20}){1,3})? (?:is|was|luidt|IS) ${ADVERB}${IT}`,
  `${START}${NAAM}(?: \\p{L}{1,20}){0,3} ?[:=]\\s{0,2}${IT}`,
  `${START}(?:${written('voornaam|achternaam|roepnaam|meisjesnaam')}) ${IT}`,
  `${START}(?:(?:[Oo]p|[Oo]nder|[Mm]et) (?:de )?naam(?: van)?|[Tt]\\.?n\\.?v\\.?|[Tt]en name van) ${IT}`,
  `${START}(?:${written('heet|heette|heten|genaamd|geheten|alias|named')}|(?:[Nn]oemt|[Rr]oept) zich(?:zelf)?|(?:is|are) called|goes by|known as):? ${ADVERB}${IT}`,
  `${START}(?<it>${NAME}) (?:heet|heette) (?:ze|zij|hij|cliënte?|mevrouw|meneer)(?!\\p{L})`,
  `${START}(?<it>${NAME}) is (?:haar|zijn|hun|her|his|their) (?:voor|achter|roep)?na(?:am|me)(?!\\p{L})`,
];
/** After one of these too, but words in capitals are abbreviations: “cliënt PTSS”, “moeder GGZ”. */
const LIKELY = [
  `${START}${RELATIVES} ${IT}`,
  `${START}${CLIENTS} (?:is|IS) ${IT}`,
  `${START}(?:[Ii]k ben|I am) ${IT}`,
];

const compile = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'dgu'));
const SURE_PATTERNS = compile(SURE);
const LIKELY_PATTERNS = compile(LIKELY);

export const findName: Finder = (text) => {
  const isName: Confirms = (found, start, match) => {
    const first = firstWord(match);
    const before = text.slice(Math.max(0, match.index - 25), match.index);
    // “Mevrouw van Turkse afkomst”, beside “mevrouw Engels”.
    if (isNoName(first) || (/^van /i.test(found) && isOrigin(first))) return false;
    return !namesThing(before, text.slice(match.index, start));
  };
  const inSmallLetters: Confirms = (found, start, match) =>
    /\p{Ll}/u.test(firstWord(match)) && !isOrigin(firstWord(match)) && isName(found, start, match);
  return [
    ...SURE_PATTERNS.flatMap((pattern) => spansOf(text, pattern, isName)),
    ...LIKELY_PATTERNS.flatMap((pattern) => spansOf(text, pattern, inSmallLetters)),
  ];
};

const firstWord = ({ groups }: RegExpExecArray) => groups?.first ?? '';
