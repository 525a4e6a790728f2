import { setTimeout as delay } from 'node:timers/promises';

/** Teams wants its answer within five seconds; what a turn waits for gets two of them. */
export const TURN_WAIT_MS = 2_000;

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
