import { z } from 'zod/v4';
import { conversationSchema } from './conversation.js';
import { personSchema } from './person.js';
import { OPTIONAL_REMINDERS } from './reminders.js';
import { DOMAINS, LANGUAGES } from './region.js';

export const profileSchema = z.object({
  person: personSchema,
  version: z.int().positive(),
  language: z.enum(LANGUAGES),
  /** Absent until chosen; coordinators and project leaders can do without. */
  work: z
    .object({ region: z.string(), organisation: z.string(), domain: z.enum(DOMAINS) })
    .optional(),
  /** The personal chat with the bot, once there is one. */
  chat: conversationSchema.optional(),
  /** Morning reminders this person does without. */
  quiet: z.array(z.enum(OPTIONAL_REMINDERS)).optional(),
});
export type Profile = z.infer<typeof profileSchema>;
