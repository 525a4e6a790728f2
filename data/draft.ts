import { z } from 'zod/v4';
import { codeSchema, day, instant, monthOrDay, PERMISSIONS, talkSchema } from './case.js';
import { REASONS, STEPS } from './checklist.js';
import { conversationSchema } from './conversation.js';
import { personSchema } from './person.js';

/** What has been filled in so far, screen by screen; anything may still be missing. */
export const answersSchema = talkSchema
  .extend({
    on: day,
    municipality: z.string(),
    realisedOn: monthOrDay,
    chosen: z.array(z.enum(REASONS)),
    permissions: z.array(z.enum(PERMISSIONS)),
    priority: z.boolean(),
    reachable: z.string(),
    note: z.string(),
  })
  .partial();
export type Answers = z.infer<typeof answersSchema>;

/** One person's unfinished checklist. */
export const draftSchema = z.object({
  person: personSchema,
  region: z.string(),
  /** Reserved for the case it may become; tells the cards of one checklist from another's. */
  code: codeSchema,
  version: z.int().positive(),
  step: z.enum(STEPS),
  answers: answersSchema,
  /** When permission (a) was attested; absent on the first screen. */
  recordPermissionAt: instant.optional(),
  /** The chat that shows it, and the message on which it was last answered. */
  chat: conversationSchema,
  activityId: z.string().optional(),
  expiresAt: instant,
});
export type Draft = z.infer<typeof draftSchema>;
