import { z } from 'zod/v4';
import { instant } from './weeks.js';

/** Work by the clock that was done once, whatever restarts: `morning/hollands-midden/2026-11-23`. */
export const runSchema = z.object({
  key: z.string(),
  version: z.int().positive(),
  at: instant,
  expiresAt: instant,
});
export type Run = z.infer<typeof runSchema>;
