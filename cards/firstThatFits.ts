import type { Card } from './render.js';

/** In bytes of JSON; Teams refuses a card of 28 KB, and what is around it needs room as well. */
const MOST_BYTES = 25_000;

/** What the parts of a card that grow with a case may take. */
export interface Room {
  /** Characters of questions and answers, with those that can be opened. */
  questions: number;
  /** Lines of the history, with those that can be opened, and characters below them. */
  history: { listed: number; room: number };
}

export type Rooms<R = Room> = readonly [R, ...R[]];

/** The card in the first of these rooms in which it is small enough, or else in the last. */
export function firstThatFits<R>(rooms: Rooms<R>, draw: (room: R) => Card): Card {
  const [room, next, ...others] = rooms;
  const card = draw(room);
  const fits = Buffer.byteLength(JSON.stringify(card)) < MOST_BYTES;
  return fits || !next ? card : firstThatFits([next, ...others], draw);
}
