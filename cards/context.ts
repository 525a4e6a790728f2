import type { Language, Region } from '../data/region.js';
import type { DateTime } from '../data/weeks.js';
import type { Words } from './words/words.js';

/** What a builder needs to phrase a card for a reader. */
export interface CardContext {
  language: Language;
  words: Words;
  region: Region;
  now: DateTime;
}

/** For whom a card is phrased, when it is about no region. */
export type Reader = Pick<CardContext, 'words' | 'language'>;

export function organisationName(region: Region, id: string): string {
  return region.organisations.find((row) => row.id === id)?.name ?? id;
}

export function municipalityName(
  { region, words }: Pick<CardContext, 'region' | 'words'>,
  id: string,
): string {
  const elsewhere: Record<string, string> = words.checklist.elsewhere;
  return region.municipalities.find((row) => row.id === id)?.name ?? elsewhere[id] ?? id;
}
