import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { every } from '../../bot/every.js';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A look that takes as long as the test wants. */
function aLook() {
  const ends: (() => void)[] = [];
  let isStopping: (() => boolean) | undefined;
  return {
    begun: () => ends.length,
    isToldToStop: () => isStopping?.(),
    end: () => {
      ends.at(-1)?.();
      return vi.advanceTimersByTimeAsync(0);
    },
    look: (stopping: () => boolean) => {
      isStopping = stopping;
      return new Promise<void>((resolve) => ends.push(resolve));
    },
  };
}

describe('what is done every so often', () => {
  it('is done at once, and again after that time', async () => {
    const look = aLook();
    every(MINUTE, look.look);
    expect(look.begun()).toBe(1);
    await look.end();
    await vi.advanceTimersByTimeAsync(MINUTE - 1);
    expect(look.begun()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(look.begun()).toBe(2);
  });

  it('waits until what went before has ended', async () => {
    const look = aLook();
    every(MINUTE, look.look);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(look.begun()).toBe(1);
    await look.end();
    expect(look.begun()).toBe(2);
  });

  it('is told to stop, has stopped when it has ended, and does not begin again', async () => {
    const look = aLook();
    const stop = every(MINUTE, look.look);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(look.isToldToStop()).toBe(false);
    let hasStopped = false;
    const stopped = stop().then(() => {
      hasStopped = true;
    });
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(look.isToldToStop()).toBe(true);
    expect(hasStopped).toBe(false);
    await look.end();
    await stopped;
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(look.begun()).toBe(1);
  });
});
