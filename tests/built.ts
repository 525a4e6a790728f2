import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');
/** Set by `buildOnce`, for the workers of vitest. */
export const BUILT = 'NNZ_BUILT';

/**
 * Where the project stands for a plain node, as it is now. `dist` may be older than the sources, unless
 * it is what is running.
 */
export function builtDirectory(): string {
  if (import.meta.filename.endsWith('.js')) return ROOT;
  const built = process.env[BUILT];
  if (built === undefined) throw new Error('only vitest builds: see tests/buildOnce.ts');
  return built;
}
