import { z } from 'zod/v4';
import { personSchema } from './person.js';
import { instant } from './weeks.js';

/** "Overleg zonder cliëntgegevens": a wish to be called back, tied to no client and no case. */
export const consultSchema = z.object({
  id: z.string().regex(/^OV-[2-9A-HJKMNP-Z]{6}$/),
  region: z.string(),
  version: z.int().positive(),
  professional: personSchema,
  /** Whom to call instead, when a coordinator asked for them; `professional` is that coordinator. */
  caller: z.object({ name: z.string(), phone: z.string() }).optional(),
  organisation: z.string(),
  reachable: z.string(),
  at: instant,
  /** After it was taken: when it is forgotten. */
  expiresAt: instant.optional(),
  state: z.discriminatedUnion('status', [
    z.object({ status: z.literal('open') }),
    z.object({ status: z.literal('taken'), by: personSchema, at: instant }),
  ]),
});
export type Consult = z.infer<typeof consultSchema>;

/** Since when it waits for a coordinator; nothing once somebody took it. */
export function waitingSince({ state, at }: Consult): string | undefined {
  return state.status === 'open' ? at : undefined;
}
