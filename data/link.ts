import { z } from 'zod/v4';
import { conversationSchema } from './conversation.js';
import { personSchema } from './person.js';
import { instant } from './weeks.js';

/** The coordinator channel of a region; `conversationId` is the channel. */
export const linkSchema = z.object({
  region: z.string(),
  version: z.int().positive(),
  teamId: z.string(),
  channel: conversationSchema,
  by: personSchema,
  at: instant,
});
export type Link = z.infer<typeof linkSchema>;
