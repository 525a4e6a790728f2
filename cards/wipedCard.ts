import type { Reader } from './context.js';
import { note } from './formCard.js';
import { messageCard } from './messageCard.js';
import type { Card } from './render.js';

/** In the place of a message about a case that may no longer be read: nothing tells which. */
export function wipedCard({ words, language }: Reader, why: 'gone' | 'not-shared'): Card {
  return messageCard({
    lang: language,
    heading: words.wiped.heading,
    notes: [note(words.wiped[why])],
    sections: [],
    buttons: [],
  });
}
