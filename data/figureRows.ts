import { z } from 'zod/v4';
import type { EscalationStatus } from './case.js';
import { quarterOf, weekOfDay } from './weeks.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The programme's counted rows, in its own order. */
export const COUNTED_ROWS = [
  'talks',
  'partner-contraception',
  'escalations',
  'escalated-contraception',
] as const;
export type CountedRow = (typeof COUNTED_ROWS)[number];

/** The programme's rows that come from its register, in its own order. */
export const REGISTER_ROWS = [
  'partners',
  'trainings',
  'attention-officers',
  'intervision',
] as const;
export type RegisterRow = (typeof REGISTER_ROWS)[number];

/** The eight rows of the programme. */
export const INDICATORS = [...COUNTED_ROWS, ...REGISTER_ROWS] as const;
export type Indicator = (typeof INDICATORS)[number];

export const isCountedRow = (row: Indicator): row is CountedRow =>
  COUNTED_ROWS.some((one) => one === row);

/** Lines below the counted rows, and lines of their own. */
export const SUB_ROWS = [
  'talks-escalated',
  'escalations-again',
  'not-taken',
  'not-taken-not-participating',
  'offered-not-wanted',
  'consults',
] as const;
export type SubRow = (typeof SUB_ROWS)[number];

/** Everything that is told below the eight rows. */
export const BELOW_ROWS = [...SUB_ROWS, 'intervision-groups'] as const;
export type BelowRow = (typeof BELOW_ROWS)[number];

/** What stays, per quarter, of a case that was erased. */
export const KEPT_BREAKDOWNS = [
  'reason',
  'talks:municipality',
  'escalations:municipality',
  'talks:type',
  'escalations:type',
  'outcome',
] as const;

/** What an indicator is split by; two of them are never crossed with each other. */
export const BREAKDOWNS = [
  ...KEPT_BREAKDOWNS,
  'talks:domain',
  'escalations:domain',
  'talks:phase',
  'escalations:phase',
  'escalations:participation',
  'result',
] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Whole days from escalating to the first claim, and to closing. */
export const DURATIONS = ['claim-days', 'close-days'] as const;
export type Duration = (typeof DURATIONS)[number];

/** What one municipality was asked for and granted, in cents; by the year of its budget. */
export const MONEY = ['finance-asked', 'finance-granted'] as const;
type Money = (typeof MONEY)[number];

/** What a row begins with, when there is more than one of them. */
export type RowPrefix = `${Breakdown | Duration | Money | 'now'}:`;
export type Row =
  | Indicator
  | BelowRow
  | `${Breakdown}:${string}`
  | `${Duration}:${number}`
  | `${Money}:${string}`
  | `now:${EscalationStatus}`;

/** What is to be added to a row on a day; one when `n` is absent. */
export interface Contribution {
  row: Row;
  /** `YYYY-MM-DD` for what is recorded; coarser for what hangs on no record. */
  period: string;
  n?: number;
}

const week = z.templateLiteral([z.number(), '-W', z.string()]);
const quarter = z.templateLiteral([z.number(), '-K', z.literal([1, 2, 3, 4])]);
const n = z.int().optional();

/** What hangs on no record, such as what is left of a case that was erased: by week or quarter only. */
export const remainderSchema = z.union([
  z.object({ row: z.literal([...COUNTED_ROWS, ...SUB_ROWS]), period: week, n }),
  z.object({
    row: z.templateLiteral([z.literal(KEPT_BREAKDOWNS), ':', z.string()]),
    period: quarter,
    n,
  }),
  z.object({
    row: z.templateLiteral([z.literal(MONEY), ':', z.string()]),
    period: z.templateLiteral([z.int()]),
    n,
  }),
]);
export type Remainder = z.infer<typeof remainderSchema>;

/** What may be kept of something that is erased; nothing of what is only known while it is there. */
export function remainderOf({ row, period, n }: Contribution): Remainder | undefined {
  const coarse = { row, period: coarser(row, period), ...(n !== undefined && { n }) };
  return remainderSchema.safeParse(coarse).data;
}

function coarser(row: Row, period: string): string {
  if (!DAY.test(period)) return period;
  const week = weekOfDay(period);
  return row.includes(':') ? quarterOf(week) : week;
}
