import { z } from 'zod/v4';
import { codeSchema, day, instant, monthOrDay, PERMISSIONS, talkSchema } from './case.js';
import { REASONS, STEPS, type Step } from './checklist.js';
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
    callerName: z.string(),
    callerPhone: z.string(),
    /** Of the caller. */
    organisation: z.string(),
  })
  .partial();
export type Answers = z.infer<typeof answersSchema>;

/**
 * - `talk`: a first talk, recorded afterwards.
 * - `further-talk`: another talk on a case that exists.
 * - `referral`: escalating without a talk.
 * - `phone`: the same, by a coordinator on behalf of somebody who called.
 */
export const DRAFT_KINDS = ['talk', 'further-talk', 'referral', 'phone'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

const WHOLE: readonly Step[] = ['talk', 'discussed', 'wish', 'situation', 'decision'];
const SHORT: readonly Step[] = ['referral', 'situation', 'decision'];
/** The screens of each kind, in their order. */
export const STEPS_OF: Record<DraftKind, readonly Step[]> = {
  talk: WHOLE,
  'further-talk': WHOLE,
  referral: SHORT,
  phone: SHORT,
};

/** One person's unfinished checklist. */
export const draftSchema = z.object({
  person: personSchema,
  region: z.string(),
  kind: z.enum(DRAFT_KINDS).default('talk'),
  /** Of a further talk: the case it belongs to. */
  subject: codeSchema.optional(),
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
