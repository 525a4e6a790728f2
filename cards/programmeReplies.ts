import { z } from 'zod/v4';
import { ENTRY_ID, REGISTER_KINDS } from '../data/register.js';

/** A meeting with more would not fit a card. */
export const MOST_ATTENDING = 20;

const entry = z.string().regex(ENTRY_ID);
const list = z.enum(REGISTER_KINDS);

/** What the buttons of the programme send besides the inputs. */
export const programmeReplySchema = z.looseObject({ region: z.string().optional() });
export const programmeListReplySchema = z.looseObject({
  region: z.string(),
  list,
  removed: z.literal(true).optional(),
  /** The first entry of a page. */
  at: entry.optional(),
});
export const entryReplySchema = z.looseObject({ entry });
export const newEntryReplySchema = z.looseObject({ region: z.string(), list });
export const removeEntryReplySchema = entryReplySchema.extend({ version: z.int().positive() });
export const saveEntryReplySchema = z.looseObject({
  region: z.string(),
  list,
  entry,
  /** That was on screen; 0 for a new entry. */
  version: z.int().nonnegative(),
  /** Ids of those that were at a meeting, once they were chosen. */
  attending: z
    .array(z.string().regex(/^[a-z0-9-]{2,60}$/))
    .max(MOST_ATTENDING)
    .optional(),
});
