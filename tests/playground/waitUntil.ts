import type { EventEmitter } from 'node:events';

/** Looks now and again at every `change` event, so that what came before the wait is found too. */
export async function waitUntil<Found>(
  changes: EventEmitter,
  look: () => Found | undefined,
  describeFailure: () => string,
  timeoutMs: number,
): Promise<Found> {
  const already = look();
  if (already !== undefined) return already;
  return new Promise((resolve, reject) => {
    const stopWaiting = (): void => {
      clearTimeout(timer);
      changes.off('change', check);
    };
    const check = (): void => {
      try {
        const found = look();
        if (found === undefined) return;
        stopWaiting();
        resolve(found);
      } catch (error) {
        stopWaiting();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const timer = setTimeout(() => {
      stopWaiting();
      reject(new Error(describeFailure()));
    }, timeoutMs);
    changes.on('change', check);
  });
}
