import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/chromium/announceChromium.ts', 'tests/buildOnce.ts'],
    // Most of them wait for processes and timers; by itself vitest starts one for two cores.
    maxWorkers: 3,
    // Slow machines are not failures: a test waits for a condition, never for a duration.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
