import type { Pacing } from '../../bot/delivery/pacing.js';

/** For tests of something else: people here click faster than people can. */
export const NO_LIMITS: Pacing = { waitFor: () => 0, begin: () => () => undefined };

/** Microsoft's documented limits: a bot in one conversation, and all it asks in its tenant. */
const IN_CONVERSATION = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
];
const IN_TENANT = [{ count: 30, ms: 1_000 }];

type Limits = typeof IN_TENANT;

/** Watches as Teams does: whatever arrives counts, what was refused included. */
export class TeamsLimits {
  /** What was too much: where, and which limit. */
  readonly violations: string[] = [];
  readonly #conversations = new Map<string, number[]>();
  readonly #tenant: number[] = [];

  /** Whether a request that arrives now is within every limit; a channel counts with its threads. */
  allows(conversation: string, nowMs: number): boolean {
    const place = conversation.replace(/;messageid=.*$/, '');
    const times = this.#conversations.get(place) ?? [];
    this.#conversations.set(place, times);
    const tooMuch = [
      ...exceeded(times, IN_CONVERSATION, nowMs).map((limit) => `${place}: ${limit}`),
      ...exceeded(this.#tenant, IN_TENANT, nowMs).map((limit) => `tenant: ${limit}`),
    ];
    this.violations.push(...tooMuch);
    times.push(nowMs);
    this.#tenant.push(nowMs);
    return tooMuch.length === 0;
  }
}

function exceeded(times: readonly number[], limits: Limits, nowMs: number): string[] {
  return limits
    .filter(({ count, ms }) => (times.at(-count) ?? -Infinity) > nowMs - ms)
    .map(({ count, ms }) => `more than ${count} in ${ms} ms`);
}
