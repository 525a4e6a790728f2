import { z } from 'zod/v4';
import type { Escalation } from './case.js';
import type { CaseEvent } from './caseEvents.js';
import { PROGRESS, type Reason } from './checklist.js';
import { personSchema } from './person.js';
import { day, instant } from './weeks.js';

export const LANE_RESULTS = ['taken-over', 'advised'] as const;
export const DECLARATIONS = ['submitted', 'paid'] as const;
export const APPOINTMENT_RESULTS = ['took-place', 'moved', 'not-come'] as const;
/** Who is asked on the day of the follow-up. */
export const FOLLOW_UP_ASKS = ['professional', 'coordinator'] as const;

const cents = z.int().nonnegative();
/** What a coordinator records per reason; a lane that is absent has not been touched. */
export const lanesSchema = z.object({
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

/** A reason ends with the permission it needs. */
export type LaneState = 'not-begun' | 'busy' | 'settled' | 'ended';

export function laneState({ lanes, ended }: Escalation, reason: Reason): LaneState {
  if (ended.includes(reason)) return 'ended';
  const lane = lanes[reason];
  if (!lane) return 'not-begun';
  return lane.settled ? 'settled' : 'busy';
}

/** What is asked and still to be done. */
export function openLanes(escalation: Escalation): Reason[] {
  const isOpen = (state: LaneState) => state === 'not-begun' || state === 'busy';
  return escalation.reasons.filter((reason) => isOpen(laneState(escalation, reason)));
}

const FOLLOWING_UP: readonly CaseEvent['kind'][] = [
  'follow-up-asked',
  'follow-up-snoozed',
  'follow-up-answered',
];

/** Number of the last event that changed a lane; 0 when nothing did. */
export function lastChangeOf(reason: Reason, history: readonly CaseEvent[]): number {
  const changed = history.findLast(
    (event) =>
      ('reason' in event && event.kind !== 'declined' && event.reason === reason) ||
      (reason === 'follow-up' && FOLLOWING_UP.includes(event.kind)),
  );
  return changed?.number ?? 0;
}
