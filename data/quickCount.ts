import { z } from 'zod/v4';
import { instant } from './case.js';
import { personSchema } from './person.js';
import { ORGANISATION_TYPES } from './region.js';

const tallySchema = z.object({
  /** Agreed talks that were not recorded one by one. */
  talks: z.int().nonnegative().max(999),
  /** How many of them ended with contraception realised. */
  realised: z.int().nonnegative().max(999),
  by: personSchema,
  at: instant,
});

/** Talks of one organisation in one month with clients of one municipality, counted together. */
export const quickCountSchema = z.object({
  region: z.string(),
  organisation: z.string(),
  organisationType: z.enum(ORGANISATION_TYPES),
  municipality: z.string(),
  /** `YYYY-MM` */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  version: z.int().positive(),
  /** What was entered, oldest first; the last one counts. */
  entered: z.array(tallySchema).min(1),
});
export type QuickCount = z.infer<typeof quickCountSchema>;
export type QuickTally = z.infer<typeof tallySchema>;

export function quickCountKey({
  region,
  organisation,
  municipality,
  month,
}: Pick<QuickCount, 'region' | 'organisation' | 'municipality' | 'month'>): string {
  return `${region}/${organisation}/${municipality}/${month}`;
}
