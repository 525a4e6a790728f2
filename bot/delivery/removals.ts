import type { Conversation } from '../../data/conversation.js';
import type { Trouble } from '../../data/delivery.js';
import { parseInstant, type DateTime } from '../../data/weeks.js';
import { SendError } from '../sendError.js';
import { IN_VAIN, troubleAfter } from './retry.js';
import type { DeliveryDeps } from './task.js';
import { TooSoon, type Turns } from './turns.js';

export interface Removals {
  /** Takes away a card that has no effect any more, sooner or later. */
  remove(chat: Conversation, activityId: string): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

/** Not stored: of what a restart leaves, the next click says that it is to go. */
export function createRemovals(deps: DeliveryDeps, turns: Turns): Removals {
  const underWay = new Map<string, Promise<void>>();
  const timers = new Map<string, NodeJS.Timeout>();
  let isStopped = false;

  async function attempt(chat: Conversation, activityId: string, before?: Trouble): Promise<void> {
    try {
      await turns.take(chat.conversationId, activityId, () =>
        deps.messenger.remove(chat, activityId),
      );
    } catch (error) {
      goOnAfter(error, chat, activityId, before);
    }
  }

  function goOnAfter(
    error: unknown,
    chat: Conversation,
    activityId: string,
    before: Trouble | undefined,
  ): void {
    if (error instanceof TooSoon) {
      again(error.until, chat, activityId, before);
      return;
    }
    if (error instanceof SendError && !IN_VAIN.includes(error.kind)) {
      const trouble = troubleAfter(error, before, deps.now());
      again(parseInstant(trouble.retryAt), chat, activityId, trouble);
      return;
    }
    if (error instanceof SendError && error.kind === 'gone') return;
    deps.log.warn({ err: error }, 'orphaned card stays');
  }

  function again(at: DateTime, chat: Conversation, activityId: string, before?: Trouble): void {
    if (isStopped) return;
    const wait = Math.max(0, at.diff(deps.now()).toMillis());
    const timer = setTimeout(() => {
      timers.delete(activityId);
      begin(chat, activityId, before);
    }, wait);
    timers.set(activityId, timer.unref());
  }

  function begin(chat: Conversation, activityId: string, before?: Trouble): void {
    const mine = attempt(chat, activityId, before).finally(() => underWay.delete(activityId));
    underWay.set(activityId, mine);
  }

  return {
    remove(chat, activityId) {
      if (!isStopped && !underWay.has(activityId) && !timers.has(activityId)) {
        begin(chat, activityId);
      }
    },
    async stop() {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(underWay.values());
    },
  };
}
