import { z } from 'zod/v4';
import { readFigurePeriod } from '../data/figurePeriods.js';
import { readReportPeriod } from '../data/steeringReport/periods.js';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;

/** @param reads what `periodKey` made of a period */
const ofPeriods = (reads: (key: string) => object | undefined) =>
  z.object({
    region: z.string(),
    period: z.string().refine((key) => reads(key) !== undefined),
    format: z.enum(EXPORT_FORMATS),
  });

export const figuresRequestSchema = ofPeriods(readFigurePeriod);
export const steeringRequestSchema = ofPeriods(readReportPeriod);

/** What a file is made from; it travels with the question whether it may be uploaded. */
export const exportRequestSchema = z.discriminatedUnion('of', [
  figuresRequestSchema.extend({ of: z.literal('figures') }),
  steeringRequestSchema.extend({ of: z.literal('steering-report') }),
]);
export type ExportRequest = z.infer<typeof exportRequestSchema>;
export type RequestOf<K extends ExportRequest['of']> = Omit<
  Extract<ExportRequest, { of: K }>,
  'of'
>;
