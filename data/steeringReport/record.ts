import { z } from 'zod/v4';
import { COUNTED_ROWS, INDICATORS, REGISTER_ROWS } from '../figureRows.js';
import { fingerprint } from '../fingerprint.js';
import { BASES } from '../register.js';
import { ISSUED_BREAKDOWN_IDS, ISSUED_TOTALS } from '../suppression/report.js';
import { instant } from '../weeks.js';

const n = z.int().nonnegative();
const quarter = z.templateLiteral([z.number(), '-K', z.literal([1, 2, 3, 4])]);
const cell = z.union([n, z.literal(['below-ten', 'withheld', 'not-given'])]);

function reportSchema<T extends z.ZodType>(number: T) {
  return z.object({
    totals: z.record(z.enum(ISSUED_TOTALS), number),
    breakdowns: z.record(z.enum(ISSUED_BREAKDOWN_IDS), z.record(z.string(), number)),
  });
}

const issuedReportSchema = z.object({
  at: instant,
  /** What it covers, in order; all of one year. */
  quarters: z.tuple([quarter], quarter),
  /** What it says, with small numbers hidden. */
  shown: reportSchema(cell),
  /** Stays in the region: the true numbers of these quarters, as they were first issued. */
  frozen: z.partialRecord(quarter, reportSchema(n)),
  /** What earlier reports showed of the time before; complete when they leave no quarter out. */
  before: z.record(z.enum(COUNTED_ROWS), z.object({ n, isComplete: z.boolean() })),
  /** The programme register is of no client: its numbers are not hidden. */
  register: z.record(z.enum(REGISTER_ROWS), z.object({ before: n, done: n })),
  /** Of each municipality on the last day of the period. */
  participation: z.record(z.string(), z.enum(['participating', 'not-participating', 'unknown'])),
  /** Those of its year. */
  targets: z.array(z.object({ indicator: z.enum(INDICATORS), basis: z.enum(BASES), n })),
});
export type IssuedReport = z.infer<typeof issuedReportSchema>;

/** Tells what a reader sees of a report from any other; not when it was made. */
export function looksOf(report: IssuedReport): number {
  const { shown, before, register, participation, targets } = report;
  return fingerprint(JSON.stringify([shown, before, register, participation, targets]));
}

/**
 * The reports for the steering group on one year of a region, in the order in which they were issued.
 * None is ever changed: what a report hides depends on what those before it showed.
 */
export const steeringReportsSchema = z.object({
  region: z.string(),
  year: z.int(),
  version: z.int().positive(),
  reports: z.array(issuedReportSchema).min(1),
});
export type SteeringReports = z.infer<typeof steeringReportsSchema>;

/** `hollands-midden/2026` */
export function steeringReportsKey(of: Pick<SteeringReports, 'region' | 'year'>): string {
  return `${of.region}/${of.year}`;
}
