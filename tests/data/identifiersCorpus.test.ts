import { describe, expect, test } from 'vitest';
import { findIdentifiers, IDENTIFIER_KINDS, type IdentifierKind } from '../../data/identifiers.js';
import { CLEAN_DUTCH } from './corpus/cleanDutch.js';
import { CLEAN_ENGLISH, IDENTIFYING_ENGLISH } from './corpus/english.js';
import { IDENTIFYING_DUTCH, MIXED_DUTCH } from './corpus/identifyingDutch.js';

type Marked = readonly [text: string, ...kinds: IdentifierKind[]];

const ALL_DUTCH: readonly Marked[] = [
  ...IDENTIFIER_KINDS.flatMap((kind) =>
    IDENTIFYING_DUTCH[kind].map((text) => [text, kind] as const),
  ),
  ...MIXED_DUTCH,
];

const kindsIn = (text: string) => new Set(findIdentifiers(text).map(({ kind }) => kind));
const isCaught = ([text, ...kinds]: Marked) => kinds.every((kind) => kindsIn(text).has(kind));

/** The share of notes in which nothing stands and something is found. */
const MOST_FALSE_ALARMS = 0.02;

describe.each([
  ['Dutch', CLEAN_DUTCH, ALL_DUTCH, 300],
  ['English', CLEAN_ENGLISH, IDENTIFYING_ENGLISH, 40],
] as const)('notes in %s', (language, clean, identifying, atLeast) => {
  test(`are ${atLeast} and more of both sorts, all of them different`, () => {
    const texts = [...clean, ...identifying.map(([text]) => text)];
    expect(new Set(texts).size).toBe(texts.length);
    expect(clean.length).toBeGreaterThanOrEqual(atLeast);
    expect(identifying.length).toBeGreaterThanOrEqual(atLeast);
  });

  test('raise a false alarm in at most two of a hundred', () => {
    const alarms = clean.filter((text) => kindsIn(text).size > 0);
    console.info(`${language}: false alarms in ${alarms.length} of ${clean.length} notes`);
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(clean.length * MOST_FALSE_ALARMS);
  });

  test('are all caught, with every kind that stands in them', () => {
    const missed = identifying.filter((note) => !isCaught(note)).map(([text]) => text);
    const caught = identifying.length - missed.length;
    console.info(`${language}: caught ${caught} of ${identifying.length} notes`);
    expect(missed).toEqual([]);
  });

  test('have no kind found in them that does not stand there', () => {
    const mistaken = identifying.filter(([text, ...kinds]) => kindsIn(text).size > kinds.length);
    expect(mistaken).toEqual([]);
  });
});

test.each(IDENTIFIER_KINDS)('%s stands in at least 35 Dutch notes', (kind) => {
  expect(IDENTIFYING_DUTCH[kind].length).toBeGreaterThanOrEqual(35);
});
