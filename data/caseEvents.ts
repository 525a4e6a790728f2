import { z } from 'zod/v4';
import { CONTRACEPTION_RESULTS, OUTCOMES, PROGRESS, REASONS } from './checklist.js';
import { personSchema } from './person.js';
import { day, instant } from './weeks.js';

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

export const caseEventSchema = z.discriminatedUnion('kind', [
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
