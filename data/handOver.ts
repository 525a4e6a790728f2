import { z } from 'zod/v4';
import { instant } from './case.js';
import { personSchema } from './person.js';

/**
 * An attention officer went on with the cases of a colleague who left. Kept so that the colleague,
 * who may not have left at all, is told of it: once, however many cases it were.
 */
export const handOverSchema = z.object({
  id: z.string().regex(/^OD-[2-9A-HJKMNP-Z]{6}$/),
  region: z.string(),
  version: z.int().positive(),
  organisation: z.string(),
  from: personSchema,
  by: personSchema,
  cases: z.int().positive(),
  at: instant,
  expiresAt: instant,
});
export type HandOver = z.infer<typeof handOverSchema>;
