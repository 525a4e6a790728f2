import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES } from '../../cards/commandNames.js';
import { en } from '../../cards/words/en.js';
import { nl } from '../../cards/words/nl.js';
import { commandIn, wordsIn } from '../../cards/words/words.js';
import { LANGUAGES } from '../../data/region.js';

type Phrase = (...parts: string[]) => string;

/** Every text of the dictionary with its place, functions called with stand-ins. */
function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, (value as Phrase)('…', '…', '…')]];
  if (Array.isArray(value)) return value.flatMap((row, n) => textsIn(row, `${path}.${n}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, row]) => textsIn(row, `${path}.${key}`));
}

const TEXTS = textsIn(nl, 'nl');

/** Words the programme has another word for, that judge, or that a reader may not be able to see. */
const AVOIDED: readonly [why: string, pattern: RegExp][] = [
  ['je, not u', /\b(u|uw)\b/i],
  ['opschaling', /\b(melding|doorverwijzing|verwijzing|ticket)/i],
  ['consultvraag', /overlegvraag/i],
  ['casus', /\b(dossiers|zaak|geval)\b/i],
  ['cliënt', /\b(patiënt|klant|moeder|vrouw(?!enopvang)|meisje|probleemgezin)/i],
  ['a coordinator treats nobody', /\bbehandelaar/i],
  [
    'free choice: nothing is advised, pressed or scored',
    /\b(je moet|moet je|advies|score|risico|target|doelstelling|onverantwoord|helaas|gelukkig)\b/i,
  ],
  ['nothing is told by colour', /\b(rode?|groene?|oranje|gele?|blauwe?)\b/i],
];

describe.each(AVOIDED)('%s', (_, pattern) => {
  test('no text says otherwise', () => {
    expect(TEXTS.filter(([, text]) => pattern.test(text))).toEqual([]);
  });
});

/** R5 and R4: given word for word by the programme's rules. */
const GIVEN = ['nl.decision.permissionsText', 'nl.decision.urgent'];

test('sentences are short enough to read at once', () => {
  const long = TEXTS.filter(([path]) => !GIVEN.includes(path)).flatMap(([path, text]) =>
    text
      .split(/[.?!:] /)
      .filter((sentence) => sentence.split(/\s+/).length > 22)
      .map((sentence) => [path, sentence]),
  );
  expect(long).toEqual([]);
});

test('no text has two spaces or a space at its end', () => {
  expect(TEXTS.filter(([, text]) => /\s\s|\s$/.test(text))).toEqual([]);
});

describe('English', () => {
  /** What both languages say alike: names, loan words, lists of two words. */
  const ALIKE = [
    /^(Start|Open|Status|Professional|Help|BSN|Week( …)?|…: ……|“…”|… open|…, …, …)$/,
    /^(export|Excel \(xlsx\)|Per week|nnz-…-…)$/,
    /^(start|hi|help|privacy)$/,
  ];

  test('has no sentence that was left in Dutch', () => {
    const dutch = new Map(TEXTS.map(([path, text]) => [path.replace(/^nl/, ''), text]));
    const same = textsIn(en, '').filter(([path, text]) => dutch.get(path) === text);
    expect(same.filter(([, text]) => !ALIKE.some((pattern) => pattern.test(text)))).toEqual([]);
  });

  test('names every button and word that the Dutch has', () => {
    const paths = (value: unknown) =>
      textsIn(value, '')
        .map(([path]) => path)
        .filter((path) => !path.includes('.typed.'));
    expect(paths(en)).toEqual(paths(nl));
  });
});

describe('what people type', () => {
  const typed = LANGUAGES.flatMap((language) =>
    COMMAND_NAMES.flatMap((name) =>
      wordsIn(language).commands[name].typed.map((word) => [word, name] as const),
    ),
  );

  test.each(typed)('%s is understood in either language, as %s', (word, name) => {
    expect(commandIn(word)).toBe(name);
    expect(word).toBe(word.toLowerCase());
  });
});
