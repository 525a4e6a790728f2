import { describe, expect, it } from 'vitest';
import { createCountedMessenger } from '../../bot/delivery/countedMessenger.js';
import { createPacing } from '../../bot/delivery/pacing.js';
import type { Messenger } from '../../bot/messenger.js';
import { CHAT, SANNE } from '../builders.js';

/** What delivery takes of what Teams documents. */
const LIMITS = [
  [3, 1_000],
  [4, 2_000],
  [30, 30_000],
  [900, 3_600_000],
] as const;

/** A clock that is turned by hand, and requests that take as long as a test wants. */
function aPacing(startMs = 1_000_000) {
  let now = startMs;
  const pacing = createPacing(() => now);
  return {
    ...pacing,
    pass: (ms: number) => (now += ms),
    /** So many at this very moment, answered at once. */
    burst(count: number, conversation: (n: number) => string = () => 'a:sanne') {
      for (let n = 0; n < count; n += 1) pacing.begin(conversation(n))();
    },
  };
}

/** Sends one after another as fast as it may; gives the moments. */
function sendAll(count: number, conversation: (n: number) => string, pause = 0): number[] {
  const pacing = aPacing();
  return Array.from({ length: count }, (_, n) => {
    pacing.pass(pause);
    const at = pacing.pass(pacing.waitFor(conversation(n)));
    expect(pacing.waitFor(conversation(n))).toBe(0);
    pacing.begin(conversation(n))();
    return at;
  });
}

function expectAtMost(count: number, ms: number, moments: number[]): void {
  moments.forEach((moment, index) => {
    const before = moments[index - count];
    if (before !== undefined) expect(moment - before).toBeGreaterThanOrEqual(ms);
  });
}

describe('in one conversation', () => {
  it.each(LIMITS)('never more than %i in %i ms', (count, ms) => {
    for (const pause of [0, 1, 140, 260, 499, 1_900]) {
      const moments = sendAll(2_000, () => 'a:sanne', pause);
      expectAtMost(count, ms, moments);
    }
  });

  it('a channel and all its threads count together', () => {
    const pacing = aPacing();
    pacing.burst(3, (n) => `19:channel;messageid=${n}`);
    for (const there of ['19:channel', '19:channel;messageid=99']) {
      expect(pacing.waitFor(there)).toBe(1_000);
    }
    expect(pacing.waitFor('19:other')).toBe(0);
  });

  it('a request counts until it is answered: it can reach Teams at its very end', () => {
    const pacing = aPacing();
    const ended = Array.from({ length: 3 }, () => pacing.begin('a:sanne'));
    pacing.pass(9_000);
    expect(pacing.waitFor('a:sanne')).toBe(1_000);
    for (const end of ended) end();
    pacing.pass(999);
    expect(pacing.waitFor('a:sanne')).toBe(1);
  });

  it('no other has to wait', () => {
    const pacing = aPacing();
    pacing.burst(8);
    expect(pacing.waitFor('a:tom')).toBe(0);
  });

  it('answers to people count, whether they get through or not', async () => {
    const pacing = aPacing();
    let isReached = true;
    const answer = () => (isReached ? Promise.resolve() : Promise.reject(new Error('no')));
    const teams: Messenger = {
      send: () => answer().then(() => ({ activityId: '1' })),
      update: answer,
      post: (channel) => answer().then(() => ({ ...channel, activityId: '1' })),
      remove: answer,
      openChat: (_person, via) => answer().then(() => via),
      members: () => answer().then(() => []),
    };
    const counted = createCountedMessenger(teams, pacing);
    await counted.send(CHAT, { text: 'Opgepakt' });
    await counted.update(CHAT, '1', { text: 'Opgepakt' });
    expect(pacing.waitFor(CHAT.conversationId)).toBe(0);
    isReached = false;
    await expect(counted.send(CHAT, { text: 'Opgepakt' })).rejects.toThrow();
    expect(pacing.waitFor(CHAT.conversationId)).toBe(1_000);
    await expect(counted.remove(CHAT, '1')).rejects.toThrow();
    expect(pacing.waitFor(CHAT.conversationId)).toBe(2_000);
    isReached = true;
    expect(await counted.post(CHAT, { text: 'Opgepakt' })).toMatchObject({ activityId: '1' });
    expect(await counted.openChat(SANNE, CHAT)).toBe(CHAT);
    expect(await counted.members('19:team', CHAT)).toEqual([]);
  });
});

it('in the tenant never more than twenty in a second, wherever they go', () => {
  const moments = sendAll(500, (n) => `a:${n}`);
  expectAtMost(20, 1_000, moments);
});

it('says nothing in the first two seconds, in which a process before it may have spoken', () => {
  const pacing = aPacing(500);
  expect(pacing.waitFor('a:sanne')).toBe(1_500);
  pacing.pass(1_500);
  expect(pacing.waitFor('a:sanne')).toBe(0);
});

it('forgets no conversation that must still wait, however many there are', () => {
  const pacing = aPacing();
  pacing.burst(30);
  pacing.pass(20_000);
  pacing.burst(6_000, (n) => `a:${n}`);
  pacing.pass(5_000);
  expect(pacing.waitFor('a:sanne')).toBe(5_000);
});
