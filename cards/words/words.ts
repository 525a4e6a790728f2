import type { Language } from '../../data/region.js';
import { nl, type Words } from './nl.js';

export type { Words } from './nl.js';

/** One complete dictionary per language that a person can choose. */
const DICTIONARIES: Partial<Record<Language, Words>> = { nl };

export function wordsIn(language: Language): Words {
  return DICTIONARIES[language] ?? nl;
}

/** The languages people can choose; English follows when its dictionary is complete. */
export const AVAILABLE_LANGUAGES = Object.keys(DICTIONARIES) as Language[];
