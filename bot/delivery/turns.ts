import { channelOf } from '../../data/conversation.js';
import type { DateTime } from '../../data/weeks.js';
import { ReadOnlyError, type Kind } from '../../data/repository.js';
import { SendError } from '../sendError.js';
import { LONGEST_ASKED_MS } from './retry.js';
import type { DeliveryDeps } from './task.js';

/** Not before this moment: a conversation has no room for one more message, or what it would say is outdated. */
export class TooSoon extends Error {
  constructor(readonly until: DateTime) {
    super('too soon');
  }
}

export interface Turns {
  /**
   * Says one thing. Throws TooSoon, or ReadOnlyError when it could not be stored as sent; nothing is
   * said then.
   */
  take<T>(conversationId: string, subject: string, say: () => Promise<T>): Promise<T>;
  /** Milliseconds until a subject that came too soon can go on; 0 when it has not to wait. */
  waitOf(subject: string): number;
  /** What changed, or anything, may have something to say elsewhere now, though it came too soon. */
  askAnew(changed: readonly Changed[] | undefined): void;
}

/** A record that was changed. */
export interface Changed {
  kind: Kind;
  key: string;
}

/** Come back a little after the conversation opens: at that very moment a younger one could slip in. */
const MARGIN_MS = 20;
/** Room comes back message by message: closed this long at least, who is on the way overtakes nobody. */
const CLOSED_AT_LEAST_MS = 250;

/** Another process says it meanwhile, if this one is not about to go on. */
const OFF_DUTY_MS = 5_000;

/**
 * What decides where something is said: the channel, who stands in, the chat of each. After a change
 * all may have to be said where there is room.
 */
const SAYS_WHERE: Partial<Record<Kind, true>> = { link: true, absence: true, profile: true };

/** Who may say something where, now: nobody waits inside, so that a full conversation holds up no other. */
export function createTurns({ repository, pacing, now, duty }: DeliveryDeps): Turns {
  /** Until when a full conversation is closed to all, so that nobody overtakes who came too soon. */
  const closedUntil = new Map<string, number>();
  /** The full conversation of each subject that came too soon. */
  const heldUp = new Map<string, string>();

  function closedFor(place: string): number {
    return Math.max(0, (closedUntil.get(place) ?? 0) - performance.now());
  }

  function close(place: string, ms: number): void {
    closedUntil.set(place, Math.max(closedUntil.get(place) ?? 0, performance.now() + ms));
  }

  /** Teams asks for a pause in a conversation, not for one message. */
  function pauseAfter(place: string, error: unknown): void {
    if (!(error instanceof SendError) || error.retryAfterMs === undefined) return;
    close(place, Math.min(LONGEST_ASKED_MS, error.retryAfterMs));
  }

  return {
    async take(conversationId, subject, say) {
      const reason = repository.readOnlyBecause();
      if (reason !== undefined) throw new ReadOnlyError(reason);
      if (!duty.isOn()) throw new TooSoon(now().plus({ milliseconds: OFF_DUTY_MS }));
      const place = channelOf(conversationId);
      const wait = closedFor(place) || closeFor(pacing.waitFor(place));
      if (wait > 0) {
        close(place, wait);
        heldUp.set(subject, place);
        throw new TooSoon(now().plus({ milliseconds: wait + MARGIN_MS }));
      }
      closedUntil.delete(place);
      heldUp.delete(subject);
      const ended = pacing.begin(place);
      try {
        return await say();
      } catch (error) {
        pauseAfter(place, error);
        throw error;
      } finally {
        ended();
      }
    },
    waitOf(subject) {
      const place = heldUp.get(subject);
      const wait = place === undefined ? 0 : closedFor(place);
      return wait > 0 ? wait + MARGIN_MS : 0;
    },
    askAnew(changed) {
      if (!changed || changed.some(({ kind }) => SAYS_WHERE[kind])) heldUp.clear();
      for (const { key } of changed ?? []) heldUp.delete(key);
    },
  };
}

function closeFor(fullForMs: number): number {
  return fullForMs > 0 ? Math.max(fullForMs, CLOSED_AT_LEAST_MS) : 0;
}
