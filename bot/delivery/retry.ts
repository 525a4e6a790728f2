import type { Trouble } from '../../data/delivery.js';
import { instantOf, type DateTime } from '../../data/weeks.js';
import type { SendError, SendFailure } from '../sendError.js';

/** Nothing more can be done: the message or the chat is gone, or closed to the bot. */
export const IN_VAIN: readonly SendFailure[] = ['gone', 'forbidden', 'rejected'];

/** Seconds before the first repeat; it doubles with every failure up to the longest. */
const FIRST: Record<SendFailure, number> = {
  throttled: 2,
  'not-sent': 1,
  // What may have arrived gets time to show before it is sent once more.
  ambiguous: 5,
  gone: 60,
  forbidden: 900,
  rejected: 300,
};
const LONGEST = 900;
/** What Teams asks is kept to as far as this: a slip of a digit would silence the bot for years. */
export const LONGEST_ASKED_MS = 3_600_000;

/** How long to wait after this failure: longer each time, with jitter, and what Teams asks at least. */
export function nextAttemptIn(
  { kind, retryAfterMs }: SendError,
  attempts: number,
  random = Math.random,
): { milliseconds: number } {
  const seconds = Math.min(LONGEST, FIRST[kind] * 2 ** (attempts - 1));
  const own = Math.round(seconds * 1000 * (0.75 + random() / 2));
  return { milliseconds: Math.max(own, Math.min(LONGEST_ASKED_MS, retryAfterMs ?? 0)) };
}

/** What is remembered of a failure that came after `before`: when to try again, and since when. */
export function troubleAfter(
  error: SendError,
  before: Partial<Trouble> | undefined,
  now: DateTime,
): Trouble {
  const attempts = (before?.attempts ?? 0) + 1;
  const retryAt = instantOf(now.plus(nextAttemptIn(error, attempts)));
  return { attempts, retryAt, why: error.reason, since: before?.since ?? instantOf(now) };
}
