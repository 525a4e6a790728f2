import { z } from 'zod/v4';
import { codeSchema, PERMISSIONS, talkSchema, type Permission } from './case.js';
import { REASONS, STEPS, type Step } from './checklist.js';
import { conversationSchema } from './conversation.js';
import { personSchema } from './person.js';
import { advise, type Advice } from './rules.js';
import { day, instant, monthOrDay } from './weeks.js';

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
 * - `further-talk-escalated`: the same while coordinators have the case: they read along.
 * - `referral`: escalating without a talk.
 * - `phone`: the same, by a coordinator on behalf of somebody who called.
 * - `escalation`: escalating a case that was recorded before.
 */
export const DRAFT_KINDS = [
  'talk',
  'further-talk',
  'further-talk-escalated',
  'referral',
  'phone',
  'escalation',
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

interface DraftRules {
  /** Its screens, in their order. */
  steps: readonly [Step, ...Step[]];
  /** Without a talk only a request to the coordinators can come of it. */
  recordsTalk: boolean;
  /** Adds to the case `subject`; the others become a case of their own. */
  addsToCase: boolean;
  /** Coordinators have the case in hand and read what is added to it. */
  isReadAlong: boolean;
  /** A coordinator fills it in for somebody else, whose name and number are asked. */
  hasCaller: boolean;
  /** The permissions asked on the last screen; (a) only where no screen before asked it. */
  asks: readonly Permission[];
}

const TALK_STEPS = ['talk', 'discussed', 'wish'] as const;
const DECIDING = ['situation', 'decision'] as const;
const SHARING = ['share', 'network', 'followUp'] as const satisfies readonly Permission[];
const TALK = {
  steps: [...TALK_STEPS, ...DECIDING],
  recordsTalk: true,
  addsToCase: false,
  isReadAlong: false,
  hasCaller: false,
  asks: SHARING,
} as const;
const REFERRAL = {
  steps: ['referral', ...DECIDING],
  recordsTalk: false,
  addsToCase: false,
  isReadAlong: false,
  hasCaller: false,
  asks: PERMISSIONS,
} as const;

export const DRAFT_RULES: Record<DraftKind, DraftRules> = {
  talk: TALK,
  'further-talk': { ...TALK, addsToCase: true },
  'further-talk-escalated': {
    ...TALK,
    steps: TALK_STEPS,
    addsToCase: true,
    isReadAlong: true,
    asks: [],
  },
  referral: REFERRAL,
  phone: { ...REFERRAL, hasCaller: true },
  escalation: { ...TALK, steps: DECIDING, recordsTalk: false, addsToCase: true },
};

/** One person's unfinished checklist. */
export const draftSchema = z.object({
  person: personSchema,
  region: z.string(),
  kind: z.enum(DRAFT_KINDS).default('talk'),
  /** The case it adds to. */
  subject: codeSchema.optional(),
  /** Tells the cards of one checklist from another's; reserved for the case it may become. */
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

/** Whether a screen is the first or the last that this draft goes through. */
export function isEndOf({ kind, step }: Draft, end: 'first' | 'last'): boolean {
  const { steps } = DRAFT_RULES[kind];
  return step === steps.at(end === 'first' ? 0 : -1);
}

/**
 * What the answers propose. Where no talk told what the client wants and has arranged, nothing can
 * be lowered for it: R2 and R3 then find an answer that leaves every reason as it is.
 */
export function adviceOn({ wants = [], arrangement, situations = [] }: Answers): Advice {
  return arrangement === undefined
    ? advise({ wants: ['contraception-help'], arrangement: 'not-applicable', situations })
    : advise({ wants, arrangement, situations });
}
