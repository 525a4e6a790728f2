import { z } from 'zod/v4';
import {
  ARRANGEMENTS,
  CONTRACEPTION_RESULTS,
  DEPARTURES,
  DETERMINANTS,
  OUTCOMES,
  PHASES,
  PROGRESS,
  REASONS,
  SITUATIONS,
  TOPICS,
  WANTS,
  WISHES,
} from './checklist.js';
import { personSchema } from './person.js';
import { DOMAINS, ORGANISATION_TYPES } from './region.js';
import { MONTH } from './weeks.js';

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();
/** A calendar date in the programme's zone, `YYYY-MM-DD`. */
export const day = z.iso.date();
/** When contraception was realised: `YYYY-MM`, or `YYYY-MM-DD` when the day is known. */
export const monthOrDay = z.union([day, z.string().regex(MONTH)]);

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

export const LANE_RESULTS = ['taken-over', 'advised'] as const;
export const DECLARATIONS = ['submitted', 'paid'] as const;
export const APPOINTMENT_RESULTS = ['took-place', 'moved', 'not-come'] as const;
/** Who is asked on the day of the follow-up. */
export const FOLLOW_UP_ASKS = ['professional', 'coordinator'] as const;

const cents = z.int().nonnegative();
/** What a coordinator records per reason; a lane that is absent has not been touched. */
const lanesSchema = z.object({
  complex: z.object({ result: z.enum(LANE_RESULTS).optional(), settled: z.boolean() }).optional(),
  finance: z
    .object({
      askedCents: cents.optional(),
      grantedCents: cents.optional(),
      /** Id of the municipality that pays. */
      chargedTo: z.string().optional(),
      /** Calendar year of the budget. */
      year: z.int(),
      declaration: z.enum(DECLARATIONS).optional(),
      settled: z.boolean(),
    })
    .optional(),
  'somatic-network': z
    .object({
      /** Id in the region file. */
      provider: z.string().optional(),
      appointmentOn: day.optional(),
      happened: z.enum(APPOINTMENT_RESULTS).optional(),
      settled: z.boolean(),
    })
    .optional(),
  'follow-up': z
    .object({
      on: day,
      asks: z.enum(FOLLOW_UP_ASKS),
      askedAt: instant.optional(),
      answered: z.object({ at: instant, by: personSchema, answer: z.enum(PROGRESS) }).optional(),
      settled: z.boolean(),
    })
    .optional(),
});
export type Lanes = z.infer<typeof lanesSchema>;
export type FollowUp = NonNullable<Lanes['follow-up']>;
export type Lane = {
  [R in keyof Lanes]-?: { reason: R; lane: NonNullable<Lanes[R]> };
}[keyof Lanes];

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

/** What can be put right afterwards; the ids of the answers, or a date or month. */
export const CORRECTABLE = [
  'on',
  'municipality',
  'topics',
  'determinants',
  'phase',
  'wish',
  'wants',
  'arrangement',
  'situations',
  'realisedOn',
  'reasons',
  'priority',
  'reachable',
  'note',
  'permissions',
  'progressNote',
] as const;
export type Correctable = (typeof CORRECTABLE)[number];

const correctionSchema = z.object({
  field: z.enum(CORRECTABLE),
  /** Answers joined by commas; empty for none. Of free text it is only known that it changed. */
  from: z.string(),
  to: z.string(),
});
export type Correction = z.infer<typeof correctionSchema>;

const eventBase = {
  /** 1, 2, 3 … without gaps within a case. */
  number: z.int().positive(),
  at: instant,
  /** Absent when the clock did it. */
  by: personSchema.optional(),
};

const caseEventSchema = z.discriminatedUnion('kind', [
  z.object({ ...eventBase, kind: z.literal('talk-recorded') }),
  z.object({ ...eventBase, kind: z.literal('realised') }),
  z.object({
    ...eventBase,
    kind: z.literal('corrected'),
    /** Number of the talk, from 1; absent when the case or its escalation was corrected. */
    talk: z.int().positive().optional(),
    corrections: z.array(correctionSchema).min(1),
  }),
  z.object({
    ...eventBase,
    kind: z.literal('progress'),
    answer: z.enum(PROGRESS),
    /** Only in what was stored before: it is kept beside the history, where it can be taken out. */
    note: z.string().optional(),
  }),
  z.object({
    ...eventBase,
    kind: z.literal('permission-withdrawn'),
    permission: z.enum(['share', 'network', 'followUp']),
    /** Who held the case at that moment and must hear of it. */
    holder: personSchema.optional(),
  }),
  /** Somebody in the same organisation goes on where a colleague left. */
  z.object({ ...eventBase, kind: z.literal('taken-over'), from: personSchema }),
  z.object({ ...eventBase, kind: z.literal('escalated'), priority: z.boolean() }),
  z.object({ ...eventBase, kind: z.literal('claimed'), exception: z.string().optional() }),
  z.object({ ...eventBase, kind: z.literal('given-back') }),
  z.object({ ...eventBase, kind: z.literal('lapsed'), holder: personSchema }),
  z.object({ ...eventBase, kind: z.literal('offered'), to: personSchema }),
  z.object({ ...eventBase, kind: z.literal('offer-accepted'), from: personSchema }),
  z.object({ ...eventBase, kind: z.literal('offer-refused'), from: personSchema }),
  z.object({ ...eventBase, kind: z.literal('offer-cancelled'), to: personSchema }),
  z.object({ ...eventBase, kind: z.literal('declined'), reason: z.string() }),
  z.object({ ...eventBase, kind: z.literal('lane-updated'), reason: z.enum(REASONS) }),
  z.object({ ...eventBase, kind: z.literal('lane-settled'), reason: z.enum(REASONS) }),
  /** The clock did it, on the day that was agreed. */
  z.object({ ...eventBase, kind: z.literal('follow-up-asked'), to: personSchema }),
  z.object({ ...eventBase, kind: z.literal('follow-up-snoozed'), until: day }),
  z.object({ ...eventBase, kind: z.literal('follow-up-answered'), answer: z.enum(PROGRESS) }),
  z.object({ ...eventBase, kind: z.literal('asked'), question: z.int().positive() }),
  z.object({ ...eventBase, kind: z.literal('answered'), question: z.int().positive() }),
  z.object({
    ...eventBase,
    kind: z.literal('closed'),
    outcome: z.enum(OUTCOMES),
    contraception: z.enum(CONTRACEPTION_RESULTS),
  }),
  z.object({ ...eventBase, kind: z.literal('reopened') }),
  z.object({
    ...eventBase,
    kind: z.literal('withdrawn'),
    why: z.enum(['mistake', 'client-stops']),
    /** Who held it at that moment and must hear of it. */
    holder: personSchema.optional(),
  }),
]);
export type CaseEvent = z.infer<typeof caseEventSchema>;

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

type ActiveState = Extract<EscalationState, { status: 'open' | 'claimed' }>;

/** Whether coordinators still have something to do. */
export function isActive(state: EscalationState): state is ActiveState {
  return state.status === 'open' || state.status === 'claimed';
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

type Unnumbered<E> = E extends CaseEvent ? Omit<E, 'number'> : never;
export type NewEvent = Unnumbered<CaseEvent>;

/** Appends events with the next numbers. */
export function withEvents(
  history: readonly CaseEvent[],
  events: readonly NewEvent[],
): CaseEvent[] {
  return [
    ...history,
    ...events.map((event, index) => ({ ...event, number: history.length + index + 1 })),
  ];
}
