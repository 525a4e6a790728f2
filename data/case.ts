import { z } from 'zod/v4';
import { caseEventSchema } from './caseEvents.js';
import {
  ARRANGEMENTS,
  CONTRACEPTION_RESULTS,
  DEPARTURES,
  DETERMINANTS,
  OUTCOMES,
  PHASES,
  REASONS,
  SITUATIONS,
  TOPICS,
  WANTS,
  WISHES,
} from './checklist.js';
import { lanesSchema } from './lanes.js';
import { personSchema } from './person.js';
import { DOMAINS, ORGANISATION_TYPES } from './region.js';
import { day, instant, monthOrDay } from './weeks.js';

/** `HM-7K3Q`; the alphabet leaves out what is read or heard wrong (0 O 1 I L). */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const codeSchema = z.string().regex(/^[A-Z]{2}-[2-9A-HJKMNP-Z]{4}$/);

export const PERMISSIONS = ['record', 'share', 'network', 'followUp'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What the professional attests: said by whom and when; `no` is as full an answer as `yes`. */
const attested = z.object({ given: z.boolean(), by: personSchema, at: instant });

export const talkSchema = z.object({
  on: day,
  topics: z.array(z.enum(TOPICS)),
  determinants: z.array(z.enum(DETERMINANTS)),
  phase: z.enum(PHASES),
  wish: z.enum(WISHES),
  wants: z.array(z.enum(WANTS)),
  arrangement: z.enum(ARRANGEMENTS),
  situations: z.array(z.enum(SITUATIONS)),
  /** Why the professional chose otherwise than proposed (R6); not everybody says. */
  departure: z.enum(DEPARTURES).optional(),
});
export type Talk = z.infer<typeof talkSchema>;

const questionSchema = z.object({
  id: z.int().positive(),
  by: personSchema,
  at: instant,
  text: z.string(),
  answer: z.object({ by: personSchema, at: instant, text: z.string() }).optional(),
});

const holderSchema = z.object({
  holder: personSchema,
  claimedAt: instant,
  /** Why a case from a municipality that does not participate was taken (R8). */
  exception: z.string().optional(),
});

const escalationStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open') }),
  z.object({
    status: z.literal('claimed'),
    ...holderSchema.shape,
    offer: z.object({ to: personSchema, at: instant }).optional(),
  }),
  z.object({ status: z.literal('declined'), by: personSchema, at: instant, reason: z.string() }),
  z.object({
    status: z.literal('closed'),
    by: personSchema,
    at: instant,
    outcome: z.enum(OUTCOMES),
    contraception: z.enum(CONTRACEPTION_RESULTS),
  }),
  z.object({
    status: z.literal('withdrawn'),
    at: instant,
    why: z.enum(['mistake', 'client-stops']),
    /** It had been declined before; a client who stops later does not make it count after all. */
    declined: z.literal(true).optional(),
  }),
]);
export type EscalationState = z.infer<typeof escalationStateSchema>;
export type EscalationStatus = EscalationState['status'];

export const escalationSchema = z.object({
  number: z.int().positive(),
  at: instant,
  reasons: z.array(z.enum(REASONS)).min(1),
  /** Of the talk, or asked apart where none was recorded. */
  phase: z.enum(PHASES).default('unknown'),
  situations: z.array(z.enum(SITUATIONS)),
  priority: z.boolean(),
  participation: z.enum(['participating', 'not-participating', 'unknown']),
  /** When and on which number the professional can be called; theirs, never the client's. */
  reachable: z.string(),
  note: z.string(),
  state: escalationStateSchema,
  lanes: lanesSchema,
  /** Reasons that ended because the permission they need was taken back. */
  ended: z.array(z.enum(REASONS)).default([]),
  questions: z.array(questionSchema),
});
export type Escalation = z.infer<typeof escalationSchema>;

const realisationSchema = z.object({
  on: monthOrDay,
  recordedAt: instant,
  /** Fixed when recorded and never re-attributed. */
  route: z.enum(['partner', 'escalated']),
});

export const caseSchema = z.object({
  code: codeSchema,
  region: z.string(),
  /** Counts the changes of this case, from 1. */
  version: z.int().positive(),
  checklist: z.string(),
  openedAt: instant,
  professional: personSchema,
  /** Who called when a coordinator recorded it on their behalf; `professional` is that coordinator. */
  caller: z.object({ name: z.string(), phone: z.string() }).optional(),
  organisation: z.string(),
  organisationType: z.enum(ORGANISATION_TYPES),
  domain: z.enum(DOMAINS),
  municipality: z.string(),
  permissions: z.object({
    record: attested,
    /** Absent when it was not asked. */
    share: attested.optional(),
    network: attested.optional(),
    followUp: attested.optional(),
  }),
  talks: z.array(talkSchema),
  /** In order; only the last one can be open or claimed. */
  escalations: z.array(escalationSchema),
  realisation: realisationSchema.optional(),
  /** Of a realisation that was taken out; the next one is not attributed anew. */
  routeBefore: realisationSchema.shape.route.optional(),
  history: z.array(caseEventSchema),
  /** What was written with a report of progress, by the number of its event. */
  progressNotes: z.array(z.object({ event: z.int().positive(), text: z.string() })).optional(),
});
export type Case = z.infer<typeof caseSchema>;

export function currentEscalation(subject: Case): Escalation | undefined {
  return subject.escalations.at(-1);
}

/** In which coordinators still have something to do. */
export const ACTIVE_STATUSES = ['open', 'claimed'] as const;
type ActiveState = Extract<EscalationState, { status: (typeof ACTIVE_STATUSES)[number] }>;

export function isActive(state: EscalationState): state is ActiveState {
  return ACTIVE_STATUSES.some((status) => status === state.status);
}

/** Whether it goes before others; nothing has to be fast any more once it has ended. */
export function hasPriority({ priority, state }: Escalation): boolean {
  return priority && isActive(state);
}

/** The escalation that coordinators have before them now. */
export function activeEscalation(subject: Case): Escalation | undefined {
  const current = currentEscalation(subject);
  return current && isActive(current.state) ? current : undefined;
}

/** Whether coordinators may read it: escalated, and the permission to share was not taken back. */
export function isShared({ escalations, permissions }: Case): boolean {
  return escalations.length > 0 && permissions.share?.given === true;
}
