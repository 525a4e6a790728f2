import type { Subject } from '../../data/delivery.js';
import type { DateTime } from '../../data/weeks.js';
import { notLongerThan } from '../notLongerThan.js';
import { createReconciler, type DeliveryDeps } from './reconciler.js';

/** How many subjects are shown at the same time. */
const AT_ONCE = 8;
/** Nothing should be behind without a timer; this finds it all the same. */
const SCAN_MS = 60_000;

export interface Delivery {
  /** Something changed: look at everything that is behind, soon. */
  wake(): void;
  /** Shows one subject; resolves when it is shown, or after `waitMs` while it goes on. */
  showCard(kind: Subject['kind'], key: string, waitMs: number): Promise<void>;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

/**
 * Shows changes to others: so many subjects at a time, each by itself, so that one that hangs or has
 * to wait does not hold up another.
 */
export function startDelivery(deps: DeliveryDeps): Delivery {
  const stopping = new AbortController();
  const deliver = createReconciler(deps, stopping.signal);
  const waiting = new Map<string, Subject['kind']>();
  const underWay = new Map<string, Promise<DateTime | undefined>>();
  let busy = 0;
  let looking: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let timerAt = Infinity;

  /** One at a time per subject; who comes second sees the state after the first. */
  function one(kind: Subject['kind'], key: string): Promise<DateTime | undefined> {
    const before = underWay.get(key) ?? Promise.resolve(undefined);
    const mine = before.then(() => deliver(kind, key)).catch(failed);
    underWay.set(key, mine);
    return mine.finally(() => {
      if (underWay.get(key) === mine) underWay.delete(key);
      takeUp();
    });
  }

  function failed(error: unknown): DateTime {
    // Stopped while it waited for its turn; it goes on at the next start.
    if (!stopping.signal.aborted) deps.log.error({ err: error }, 'delivery failed');
    return deps.now().plus({ milliseconds: SCAN_MS });
  }

  async function look(): Promise<void> {
    for (const { kind, key } of await deps.repository.behind()) waiting.set(key, kind);
    takeUp();
  }

  /** Oldest first; what is under way already keeps waiting until that is over. */
  function takeUp(): void {
    for (const [key, kind] of waiting) {
      if (busy >= AT_ONCE || stopping.signal.aborted) return;
      if (underWay.has(key)) continue;
      waiting.delete(key);
      busy += 1;
      void one(kind, key).then((retryAt) => {
        busy -= 1;
        if (retryAt) wakeIn(Math.max(0, retryAt.diff(deps.now()).toMillis()));
        takeUp();
      });
    }
  }

  /** Unless it wakes sooner already. */
  function wakeIn(ms: number): void {
    const at = performance.now() + ms;
    if (stopping.signal.aborted || at >= timerAt) return;
    clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(() => {
      timerAt = Infinity;
      wake();
    }, ms);
    timer.unref();
  }

  function wake(): void {
    if (stopping.signal.aborted) return;
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
    wake,
    async showCard(kind, key, waitMs) {
      if (stopping.signal.aborted) return;
      await notLongerThan(waitMs, one(kind, key), failed);
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await looking;
      await Promise.all(underWay.values());
    },
  };
}
