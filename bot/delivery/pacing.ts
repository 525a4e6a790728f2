import { channelOf } from '../../data/conversation.js';

/** At most `count` requests in `ms`. */
interface Limit {
  count: number;
  ms: number;
}

/**
 * Delivery's share of what Teams documents for a bot in one conversation: 7 in 1 s, 8 in 2 s, 60 in
 * 30 s, 1,800 in an hour. The rest is for answers to people, who do not wait: a click a second takes
 * two requests. In the long spans it is also for what a process that was killed had sent. A channel is
 * one conversation, with all its threads.
 */
const IN_CONVERSATION: readonly Limit[] = [
  { count: 3, ms: 1_000 },
  { count: 4, ms: 2_000 },
  { count: 30, ms: 30_000 },
  { count: 900, ms: 3_600_000 },
];
/** Of 30 in a second. */
const IN_TENANT: readonly Limit[] = [{ count: 20, ms: 1_000 }];

const LONGEST_MS = 3_600_000;
/** The short spans: what the process before this one sent in them is not known. */
const QUIET_AT_START_MS = 2_000;
/** Conversations remembered before the quiet ones are forgotten. */
const MANY = 5_000;

/** Keeps count of all requests to Teams, and says how long delivery has to wait for the next. */
export interface Pacing {
  /** Milliseconds until one more request fits into every limit. */
  waitFor(conversationId: string): number;
  /** A request begins; what comes back is called when it has been answered or given up. */
  begin(conversationId: string): () => void;
}

/** @param nowMs since the process began */
export function createPacing(nowMs = () => performance.now()): Pacing {
  const conversations = new Map<string, Requests>();
  const tenant = new Requests(IN_TENANT);

  function requestsIn(conversationId: string): Requests {
    const place = channelOf(conversationId);
    const known = conversations.get(place);
    if (known) return known;
    if (conversations.size >= MANY) forgetQuiet(conversations, nowMs());
    const requests = new Requests(IN_CONVERSATION);
    conversations.set(place, requests);
    return requests;
  }

  return {
    waitFor(conversationId) {
      const now = nowMs();
      const own = conversations.get(channelOf(conversationId))?.waitFor(now) ?? 0;
      return Math.max(0, QUIET_AT_START_MS - now, own, tenant.waitFor(now));
    },
    begin(conversationId) {
      const both = [requestsIn(conversationId), tenant];
      for (const requests of both) requests.begin();
      return () => {
        const now = nowMs();
        for (const requests of both) requests.end(now);
      };
    },
  };
}

/** Teams counts when a request reaches it: somewhere between its beginning and its end. */
class Requests {
  readonly #limits: readonly Limit[];
  readonly #most: number;
  #underWay = 0;
  #ended: number[] = [];

  constructor(limits: readonly Limit[]) {
    this.#limits = limits;
    this.#most = Math.max(...limits.map(({ count }) => count));
  }

  begin(): void {
    this.#underWay += 1;
  }

  end(nowMs: number): void {
    this.#underWay -= 1;
    this.#ended.push(nowMs);
    if (this.#ended.length > 2 * this.#most) this.#ended = this.#ended.slice(-this.#most);
  }

  waitFor(nowMs: number): number {
    const waits = this.#limits.map(({ count, ms }) => {
      const left = count - this.#underWay;
      if (left <= 0) return ms;
      const last = this.#ended.at(-left);
      return last === undefined ? 0 : last + ms - nowMs;
    });
    return Math.max(...waits);
  }

  isQuiet(nowMs: number): boolean {
    return this.#underWay === 0 && (this.#ended.at(-1) ?? 0) <= nowMs - LONGEST_MS;
  }
}

function forgetQuiet(conversations: Map<string, Requests>, nowMs: number): void {
  for (const [place, requests] of conversations) {
    if (requests.isQuiet(nowMs)) conversations.delete(place);
  }
}
