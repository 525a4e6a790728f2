import { vi } from 'vitest';

/** Waits for a condition, on a slow machine as well. */
export async function eventually(isSo: () => unknown): Promise<void> {
  await vi.waitUntil(isSo, { timeout: 30_000 });
}
