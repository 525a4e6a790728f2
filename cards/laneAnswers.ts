import { z } from 'zod/v4';
import { APPOINTMENT_RESULTS, DECLARATIONS, FOLLOW_UP_ASKS, LANE_RESULTS } from '../data/lanes.js';
import { day } from '../data/weeks.js';
import { NOT_YET } from './laneFields.js';

/** The fields know their answers; what is left over is that there is none yet. */
const notYet = z.literal(NOT_YET).transform(() => undefined);
const settled = z.boolean().default(false);

/** What the fields of each lane give once they were read. */
export const laneAnswers = {
  complex: z.object({ result: z.union([z.enum(LANE_RESULTS), notYet]).optional(), settled }),
  finance: z.object({
    asked: z.int().optional(),
    granted: z.int().optional(),
    chargedTo: z.string().optional(),
    declaration: z.union([z.enum(DECLARATIONS), notYet]).optional(),
    settled,
  }),
  network: z.object({
    provider: z.union([notYet, z.string()]).optional(),
    appointmentOn: day.optional(),
    happened: z.union([z.enum(APPOINTMENT_RESULTS), notYet]).optional(),
    settled,
  }),
  followUp: z.object({ on: day, asks: z.enum(FOLLOW_UP_ASKS), settled }),
};
