import { describe, expect, it } from 'vitest';
import { nextAttemptIn } from '../../bot/delivery/retry.js';
import { SendError, type SendFailure } from '../../bot/sendError.js';

const middle = () => 0.5;

function waits(kind: SendFailure, attempts: number, retryAfterMs?: number): number {
  return nextAttemptIn(new SendError(kind, 'HTTP', retryAfterMs), attempts, middle).milliseconds;
}

describe('the wait before another attempt', () => {
  it.each<[SendFailure, number, number, number]>([
    ['not-sent', 1_000, 2_000, 4_000],
    ['throttled', 2_000, 4_000, 8_000],
    ['ambiguous', 5_000, 10_000, 20_000],
    ['gone', 60_000, 120_000, 240_000],
    ['rejected', 300_000, 600_000, 900_000],
  ])('doubles: %s', (kind, ...expected) => {
    expect([1, 2, 3].map((attempt) => waits(kind, attempt))).toEqual(expected);
  });

  it('is never more than a quarter of an hour', () => {
    expect(waits('not-sent', 30)).toBe(900_000);
    expect(waits('ambiguous', 1_000)).toBe(900_000);
  });

  it('is at least what Teams asks', () => {
    expect(waits('throttled', 1, 60_000)).toBe(60_000);
    expect(waits('ambiguous', 1, 3_600_000)).toBe(3_600_000);
  });

  it.each([3_600_001, 10 ** 15, Infinity])(
    'is an hour at most, though Teams asks more: %d',
    (asked) => {
      expect(waits('throttled', 1, asked)).toBe(3_600_000);
    },
  );

  it('is not shorter than ours, though Teams says: at once', () => {
    expect(waits('throttled', 1, 0)).toBe(2_000);
    expect(waits('throttled', 4, 1_000)).toBe(16_000);
  });

  it.each([
    [0, 1_500],
    [1, 2_500],
  ])('is spread, so that not everything comes back at once: %i', (random, expected) => {
    const { milliseconds } = nextAttemptIn(new SendError('throttled', ''), 1, () => random);
    expect(milliseconds).toBe(expected);
  });
});
