import { expect, it } from 'vitest';
import { createPacing } from '../../bot/delivery/pacing.js';

/** As documented for one bot in one conversation. */
const LIMITS = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

/** Sends as fast as it may; gives the moments. */
function sendAll(count: number, pause = 0): number[] {
  const pacing = createPacing();
  const moments: number[] = [];
  let now = 1_000_000;
  for (let n = 0; n < count; n += 1) {
    now += pause + pacing.waitFor('a:sanne', now + pause);
    expect(pacing.waitFor('a:sanne', now)).toBe(0);
    pacing.note('a:sanne', now);
    moments.push(now);
  }
  return moments;
}

it.each(LIMITS)('never sends more than %i in %i ms', (count, ms) => {
  for (const pause of [0, 1, 140, 260, 499, 1_900]) {
    const moments = sendAll(2_000, pause);
    moments.forEach((moment, index) => {
      const before = moments[index - count];
      if (before !== undefined) expect(moment - before).toBeGreaterThanOrEqual(ms);
    });
  }
});

it('lets the first seven go at once', () => {
  expect(new Set(sendAll(7)).size).toBe(1);
  expect(sendAll(8).at(-1)).toBe(1_001_000);
});

it('lets one conversation wait for no other', () => {
  const pacing = createPacing();
  for (let n = 0; n < 20; n += 1) pacing.note('a:sanne', 0);
  expect(pacing.waitFor('a:sanne', 0)).toBeGreaterThan(0);
  expect(pacing.waitFor('a:tom', 0)).toBe(0);
});

it('forgets no conversation that must still wait, however many there are', () => {
  const pacing = createPacing();
  for (let n = 0; n < 7; n += 1) pacing.note('a:sanne', 0);
  for (let n = 0; n < 6_000; n += 1) pacing.note(`a:${n}`, 500);
  expect(pacing.waitFor('a:sanne', 500)).toBe(500);
});
