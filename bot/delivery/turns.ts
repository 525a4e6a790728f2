import type { DateTime } from '../../data/weeks.js';
import { ReadOnlyError } from '../../data/repository.js';
import { createPacing } from './pacing.js';
import type { DeliveryDeps } from './task.js';

/** A conversation has no room for one more message before this moment. */
export class TooSoon extends Error {
  constructor(readonly until: DateTime) {
    super('the conversation is full');
  }
}

export interface Turns {
  /** Before each message. Throws TooSoon, or ReadOnlyError when it could not be stored as sent. */
  take(conversationId: string, subject: string): void;
  /** Milliseconds until a subject that came too soon can go on; 0 when it has not to wait. */
  waitOf(subject: string): number;
  /** Something changed: what came too soon may have something to say elsewhere now. */
  askAnew(): void;
}

/** Come back a little after the conversation opens: at that very moment a younger one could slip in. */
const MARGIN_MS = 20;
/** Room comes back message by message: closed this long at least, who is on the way overtakes nobody. */
const CLOSED_AT_LEAST_MS = 250;

/** Who may say something where, now: nobody waits inside, so that a full conversation holds up no other. */
export function createTurns({ repository, now }: DeliveryDeps): Turns {
  const pacing = createPacing();
  /** Until when a full conversation is closed to all, so that nobody overtakes who came too soon. */
  const closedUntil = new Map<string, number>();
  /** The full conversation of each subject that came too soon. */
  const heldUp = new Map<string, string>();

  function waitFor(conversationId: string, nowMs: number): number {
    return Math.max(0, (closedUntil.get(conversationId) ?? 0) - nowMs);
  }

  return {
    take(conversationId, subject) {
      const reason = repository.readOnlyBecause();
      if (reason !== undefined) throw new ReadOnlyError(reason);
      const moment = now();
      const ms = moment.toMillis();
      const wait = waitFor(conversationId, ms) || closeFor(pacing.waitFor(conversationId, ms));
      if (wait > 0) {
        closedUntil.set(conversationId, ms + wait);
        heldUp.set(subject, conversationId);
        throw new TooSoon(moment.plus({ milliseconds: wait + MARGIN_MS }));
      }
      closedUntil.delete(conversationId);
      heldUp.delete(subject);
      pacing.note(conversationId, ms);
    },
    waitOf(subject) {
      const conversationId = heldUp.get(subject);
      const wait = conversationId === undefined ? 0 : waitFor(conversationId, now().toMillis());
      return wait > 0 ? wait + MARGIN_MS : 0;
    },
    askAnew() {
      heldUp.clear();
    },
  };
}

function closeFor(fullForMs: number): number {
  return fullForMs > 0 ? Math.max(fullForMs, CLOSED_AT_LEAST_MS) : 0;
}
