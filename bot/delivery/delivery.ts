import type { Conversation } from '../../data/conversation.js';
import type { Subject } from '../../data/delivery.js';
import type { Behind } from '../../data/repository.js';
import type { DateTime } from '../../data/weeks.js';
import { notLongerThan } from '../notLongerThan.js';
import { createReconciler } from './reconciler.js';
import { createRemovals } from './removals.js';
import type { DeliveryDeps } from './task.js';
import { createTurns, type Changed } from './turns.js';

/** How many subjects are shown at the same time. */
const AT_ONCE = 8;
/** Nothing should be behind without a timer; this finds it all the same. */
const SCAN_MS = 60_000;

export interface Delivery {
  /** Something changed, anything when it is not said what: look at everything that is behind, soon. */
  wake(changed?: readonly Changed[]): void;
  /** Shows one subject; resolves when it is shown or has to wait, or after `waitMs` while it goes on. */
  showCard(kind: Subject['kind'], key: string, waitMs: number): Promise<void>;
  /** Takes away a card that has no effect any more. */
  remove(chat: Conversation, activityId: string): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

/**
 * Shows changes to others: so many subjects at a time, each by itself, so that one that hangs or has
 * to wait does not hold up another.
 */
export function startDelivery(deps: DeliveryDeps): Delivery {
  const turns = createTurns(deps);
  const removals = createRemovals(deps, turns);
  const deliver = createReconciler(deps, turns, removals);
  const waiting = new Map<string, Behind['kind']>();
  const underWay = new Map<string, Promise<void>>();
  let isStopped = false;
  let busy = 0;
  let looking: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let timerAt = Infinity;

  /** One at a time per subject; who comes second sees the state after the first. */
  function one(kind: Behind['kind'], key: string): Promise<void> {
    const before = underWay.get(key) ?? Promise.resolve();
    const mine = before
      .then(() => deliver(kind, key))
      .catch(failed)
      .then(goOnAt);
    underWay.set(key, mine);
    return mine.finally(() => {
      if (underWay.get(key) === mine) underWay.delete(key);
      takeUp();
    });
  }

  function failed(error: unknown): DateTime {
    deps.log.error({ err: error }, 'delivery failed');
    return deps.now().plus({ milliseconds: SCAN_MS });
  }

  function goOnAt(moment: DateTime | undefined): void {
    if (moment) wakeIn(Math.max(0, moment.diff(deps.now()).toMillis()));
  }

  async function look(): Promise<void> {
    const behind = await deps.repository.behind();
    // Anew, so that the oldest stays first.
    waiting.clear();
    for (const { kind, key } of behind) waiting.set(key, kind);
    takeUp();
  }

  /** What is under way already keeps waiting until that is over. */
  function takeUp(): void {
    for (const [key, kind] of waiting) {
      if (busy >= AT_ONCE || isStopped) return;
      if (underWay.has(key)) continue;
      waiting.delete(key);
      const wait = turns.waitOf(key);
      // All whose conversation is full come back at one look, so that none overtakes an older one.
      if (wait > 0) wakeIn(wait);
      else void begin(kind, key);
    }
  }

  async function begin(kind: Behind['kind'], key: string): Promise<void> {
    busy += 1;
    await one(kind, key);
    busy -= 1;
    takeUp();
  }

  /** Unless it wakes sooner already. */
  function wakeIn(ms: number): void {
    const at = performance.now() + ms;
    if (isStopped || at >= timerAt) return;
    clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(() => {
      timerAt = Infinity;
      wake();
    }, ms);
    timer.unref();
  }

  function wake(): void {
    if (isStopped) return;
    if (looking) {
      again = true;
      return;
    }
    again = false;
    looking = look()
      .catch(failed)
      .then(() => {
        looking = undefined;
        wakeIn(SCAN_MS);
        if (again) wake();
      });
  }

  return {
    wake(changed) {
      turns.askAnew(changed);
      wake();
    },
    async showCard(kind, key, waitMs) {
      if (isStopped) return;
      await notLongerThan(waitMs, one(kind, key), failed);
    },
    remove(chat, activityId) {
      removals.remove(chat, activityId);
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await looking;
      await Promise.all([...underWay.values(), removals.stop()]);
    },
  };
}
