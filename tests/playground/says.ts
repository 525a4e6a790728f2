import { z } from 'zod/v4';
import { cardText } from './cardText.js';
import type { InvokeAnswer, SeenMessage } from './playgroundClient.js';

/** What a reader sees of a message. */
export function textOf({ card, text }: SeenMessage): string {
  return card === undefined ? (text ?? '') : cardText(card);
}

/** Whether a message says something, however its lines are broken. */
export function has(message: SeenMessage, words: string): boolean {
  return onOneLine(textOf(message)).includes(words);
}

/** What the person who clicked is answered: a sentence, or the card as it is now. */
export function answerText({ card, value }: InvokeAnswer): string {
  return card === undefined ? z.string().parse(value) : cardText(card);
}

export function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
