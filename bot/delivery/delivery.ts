import type { Subject } from '../../data/delivery.js';
import type { DateTime } from '../../data/weeks.js';
import { notLongerThan, TURN_WAIT_MS } from '../notLongerThan.js';
import { createReconciler, type DeliveryDeps } from './reconciler.js';

/** How many subjects are shown at the same time. */
const AT_ONCE = 8;
/** Nothing should be behind without a timer; this finds it all the same. */
const SCAN_MS = 60_000;

export interface Delivery {
  /** Something changed: look at everything that is behind, soon. */
  wake(): void;
  /** Shows one subject; resolves when it is shown, or after two seconds. */
  showCard(kind: Subject['kind'], key: string): Promise<void>;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

/** The one worker that shows changes to others; a failure of one subject does not hold up another. */
export function startDelivery(deps: DeliveryDeps): Delivery {
  const deliver = createReconciler(deps);
  const underWay = new Map<string, Promise<DateTime | undefined>>();
  let pass: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  /** One at a time per subject; who comes second sees the state after the first. */
  function one(kind: Subject['kind'], key: string): Promise<DateTime | undefined> {
    const before = underWay.get(key) ?? Promise.resolve(undefined);
    const mine = before.then(() => deliver(kind, key)).catch(failed);
    underWay.set(key, mine);
    return mine.finally(() => {
      if (underWay.get(key) === mine) underWay.delete(key);
    });
  }

  function failed(error: unknown): DateTime {
    deps.log.error({ err: error }, 'delivery failed');
    return deps.now().plus({ milliseconds: SCAN_MS });
  }

  async function lookAtAll(): Promise<void> {
    const waiting = (await deps.repository.behind()).reverse();
    const retries: DateTime[] = [];
    const worker = async () => {
      for (let next = waiting.pop(); next !== undefined && !stopped; next = waiting.pop()) {
        const retryAt = await one(next.kind, next.key);
        if (retryAt) retries.push(retryAt);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const soonest = Math.min(SCAN_MS, ...retries.map((at) => at.diff(deps.now()).toMillis()));
    schedule(Math.max(0, soonest));
  }

  function schedule(inMs: number): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(wake, inMs);
    timer.unref();
  }

  function wake(): void {
    if (stopped) return;
    if (pass) {
      again = true;
      return;
    }
    again = false;
    pass = lookAtAll()
      .catch((error: unknown) => {
        failed(error);
        schedule(SCAN_MS);
      })
      .finally(() => {
        pass = undefined;
        if (again) wake();
      });
  }

  return {
    wake,
    async showCard(kind, key) {
      if (stopped) return;
      await notLongerThan(TURN_WAIT_MS, one(kind, key), failed);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await pass;
      await Promise.all(underWay.values());
    },
  };
}
