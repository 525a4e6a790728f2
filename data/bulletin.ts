import { z } from 'zod/v4';
import { personSchema } from './person.js';
import { day, instant } from './weeks.js';

/**
 * A message to one person that is about no single case; told once. It holds no case code, so that
 * nothing of a case is left in it: what a morning message lists is looked up when it is sent.
 */
export const bulletinSchema = z.object({
  id: z.string().regex(/^BE-[2-9A-HJKMNP-Z]{6}$/),
  region: z.string(),
  version: z.int().positive(),
  to: personSchema,
  at: instant,
  expiresAt: instant,
  about: z.discriminatedUnion('kind', [
    /** An attention officer went on with the cases of a colleague, who may not have left at all. */
    z.object({
      kind: z.literal('taken-over'),
      organisation: z.string(),
      by: personSchema,
      cases: z.int().positive(),
    }),
    /** What waits for this person on the morning of this day. */
    z.object({ kind: z.literal('morning'), on: day }),
    /** The channel of the coordinators can no longer be reached. */
    z.object({ kind: z.literal('channel-lost'), why: z.enum(['channel-deleted', 'bot-removed']) }),
    /** Somebody stands in for an absent colleague; both days inclusive. */
    z.object({ kind: z.literal('stands-in'), for: personSchema, from: day, until: day }),
    /** The absence was ended early, or somebody else stands in. */
    z.object({ kind: z.literal('stands-in-ended'), for: personSchema }),
  ]),
});
export type Bulletin = z.infer<typeof bulletinSchema>;
