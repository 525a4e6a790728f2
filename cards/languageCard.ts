import type { Language } from '../data/region.js';
import { LANGUAGES } from '../data/region.js';
import { button } from './button.js';
import type { Reader } from './context.js';
import { note } from './formCard.js';
import { messageCard } from './messageCard.js';
import type { Card } from './render.js';

/** Each language by its own name: who cannot read the other one finds it too. */
const OWN_NAMES: Record<Language, string> = { nl: 'Nederlands', en: 'English' };

/** `saved` says that the language was just chosen. */
export function languageCard({ words, language }: Reader, options: { saved: boolean }): Card {
  return messageCard({
    lang: language,
    heading: words.language.heading,
    notes: [options.saved ? note(words.language.saved, 'good') : note(words.language.question)],
    sections: [],
    buttons: LANGUAGES.map((one) => button(OWN_NAMES[one], 'set-language', { language: one })),
  });
}
