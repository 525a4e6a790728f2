/** Teams' documented limits per bot and conversation: at most `count` messages in `ms`. */
const LIMITS = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
] as const;

const LONGEST = 3_600_000;
/** Conversations remembered before the quiet ones are forgotten. */
const MANY = 5_000;

/** Keeps count of what went into each conversation, and says how long to wait for the next. */
export function createPacing() {
  const sent = new Map<string, number[]>();
  return {
    /** Milliseconds until one more message fits into every limit. */
    waitFor(conversation: string, nowMs: number): number {
      const times = sent.get(conversation) ?? [];
      const waits = LIMITS.map(({ count, ms }) => {
        const oldest = times.at(-count);
        return oldest === undefined ? 0 : oldest + ms - nowMs;
      });
      return Math.max(0, ...waits);
    },
    note(conversation: string, nowMs: number): void {
      if (sent.size >= MANY) forgetQuiet(sent, nowMs);
      const times = (sent.get(conversation) ?? []).filter((at) => at > nowMs - LONGEST);
      sent.set(conversation, [...times, nowMs]);
    },
  };
}

function forgetQuiet(sent: Map<string, number[]>, nowMs: number): void {
  for (const [conversation, times] of sent) {
    if ((times.at(-1) ?? 0) <= nowMs - LONGEST) sent.delete(conversation);
  }
}
