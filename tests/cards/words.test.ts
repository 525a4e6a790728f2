import { describe, expect, test } from 'vitest';
import { nl } from '../../cards/words/nl.js';

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
  ['cliënt', /\b(patiënt|klant|moeder|vrouw|meisje|probleemgezin)/i],
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
