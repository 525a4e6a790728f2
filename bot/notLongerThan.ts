import { setTimeout as delay } from 'node:timers/promises';
import type { Lasting } from '../data/instances.js';

/** A single thing that a turn waits for. */
export const TURN_WAIT_MS = 2_000;
/** Teams wants its answer five seconds after it sent the turn, waiting in line included. */
const ANSWER_WITHIN_MS = 4_000;

/** What a turn has to keep to. */
export interface Pace {
  /** When the answer must be on its way, on the clock of `performance.now()`. */
  answerBy: number;
  /** For messages that Teams may take longer to show than the answer can wait. */
  lasting: Lasting;
}

/** In which it can say so when it has nothing to answer yet. */
const SAY_SO_WITHIN_MS = 4_500;

/** The answer of a turn, or that it takes long: the turn then goes on by itself. */
export async function orSlow<T, S>(answering: Promise<T>, slow: S): Promise<T | S> {
  return Promise.race([answering, delay(SAY_SO_WITHIN_MS, slow, { ref: false })]);
}

/** On the clock of `performance.now()`. */
export function answerBy(): number {
  return performance.now() + ANSWER_WITHIN_MS;
}

/** What is left for one thing; 0 when the answer cannot wait at all. */
export function waitLeft(by: number): number {
  return Math.max(0, Math.min(TURN_WAIT_MS, by - performance.now()));
}

/**
 * Waits for something to be done, but not longer than this: then it goes on by itself. A failure in
 * time is thrown; a later one goes to `onLateFailure`.
 */
export async function notLongerThan(
  ms: number,
  done: Promise<unknown>,
  onLateFailure: (error: unknown) => void,
): Promise<void> {
  let isLate = false;
  const watched = done.catch((error: unknown) => {
    if (!isLate) throw error;
    onLateFailure(error);
  });
  await Promise.race([watched, delay(ms, undefined, { ref: false })]);
  isLate = true;
}
