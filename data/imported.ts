import { z } from 'zod/v4';
import { OUTCOMES, REASONS } from './checklist.js';
import { splits } from './counting.js';
import { remainderOf, type Contribution, type Remainder } from './figureRows.js';
import { dayCounted, isNotAfter } from './realisation.js';
import { DOMAINS, ORGANISATION_TYPES, type Region } from './region.js';
import { dateAfter, dateOf, day, MONTH, monthOrDay } from './weeks.js';

const endSchema = z.object({
  on: monthOrDay,
  /** Older administrations do not always say. */
  outcome: z.enum(OUTCOMES).optional(),
});

const pastEscalationSchema = z.object({
  on: monthOrDay,
  reasons: z.array(z.enum(REASONS)).min(1),
  participation: z.enum(['participating', 'not-participating', 'unknown']),
  closed: endSchema.optional(),
});

/** A case from before the bot, as far as figures need it; dates as precise as they were written. */
export const pastCaseSchema = z.object({
  openedOn: monthOrDay,
  domain: z.enum(DOMAINS),
  /** Absent when it is not one of the region file. */
  organisation: z.string().optional(),
  organisationType: z.enum(ORGANISATION_TYPES),
  municipality: z.string(),
  talk: z.boolean(),
  escalation: pastEscalationSchema.optional(),
  realisedOn: monthOrDay.optional(),
});
export type PastCase = z.infer<typeof pastCaseSchema>;

const filed = {
  region: z.string(),
  /** Keyed hash of the id it has elsewhere. */
  id: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  version: z.int().positive(),
  /** Month of opening as it was first imported; correcting the date does not move the record. */
  filedIn: z.string().regex(MONTH),
};

/** Never a case of the bot: nobody holds it, nothing of it is delivered, queued or reminded. */
export const importedSchema = z.discriminatedUnion('status', [
  z.object({ ...filed, status: z.literal('kept'), importedOn: day, past: pastCaseSchema }),
  /** Stays, so that importing it again does not count it twice. */
  z.object({ ...filed, status: z.literal('erased') }),
]);
export type Imported = z.infer<typeof importedSchema>;
export type KeptImport = Extract<Imported, { status: 'kept' }>;

export function importedKey({ region, id }: Pick<Imported, 'region' | 'id'>): string {
  return `${region}/${id}`;
}

/** Whether two rows say the same; what the region file adds to them does not count. */
export function saysTheSame(one: PastCase, other: PastCase): boolean {
  return asText(one) === asText(other);
}

function asText({ escalation, ...past }: PastCase): string {
  return JSON.stringify([
    ...[past.openedOn, past.domain, past.organisation, past.organisationType, past.municipality],
    ...[past.talk, past.realisedOn, escalation?.on, escalation?.reasons],
    ...[escalation?.closed?.on, escalation?.closed?.outcome],
  ]);
}

/** What it adds to the figures: the same rows as a case. */
export function importedContributions(record: Imported): Contribution[] {
  if (record.status === 'erased') return [];
  const { past, importedOn } = record;
  const counted = (on: string) => dayCounted(on, importedOn);
  return [
    ...talkRows(past, counted),
    ...escalationRows(past, counted),
    ...realisationRows(past, counted),
  ];
}

type Counted = (on: string) => string;

function talkRows(past: PastCase, counted: Counted): Contribution[] {
  if (!past.talk) return [];
  const period = counted(past.openedOn);
  return [
    { row: 'talks', period },
    ...splits('talks', past, period),
    { row: 'talks:phase:unknown', period },
    ...(past.escalation ? [{ row: 'talks-escalated', period } as const] : []),
  ];
}

function escalationRows(past: PastCase, counted: Counted): Contribution[] {
  const { escalation } = past;
  if (!escalation) return [];
  const period = counted(escalation.on);
  return [
    { row: 'escalations', period },
    ...splits('escalations', past, period),
    { row: 'escalations:phase:unknown', period },
    { row: `escalations:participation:${escalation.participation}`, period },
    ...escalation.reasons.map((reason) => ({ row: `reason:${reason}`, period }) as const),
    ...endRows(escalation.on, escalation.closed, counted),
  ];
}

function endRows(
  escalatedOn: string,
  closed: z.infer<typeof endSchema> | undefined,
  counted: Counted,
): Contribution[] {
  if (!closed) return [];
  const period = counted(closed.on);
  const days = daysBetween(escalatedOn, closed.on);
  return [
    ...(closed.outcome ? [{ row: `outcome:${closed.outcome}`, period } as const] : []),
    ...(days === undefined ? [] : [{ row: `close-days:${days}`, period } as const]),
  ];
}

/** Nothing when one of the two is known by its month only. */
function daysBetween(from: string, until: string): number | undefined {
  if (MONTH.test(from) || MONTH.test(until)) return undefined;
  return dateOf(until).diff(dateOf(from), 'days').days;
}

/** As for a case: "escalated" when an escalation came before it, as far as the dates tell. */
function realisationRows({ realisedOn, escalation }: PastCase, counted: Counted): Contribution[] {
  if (realisedOn === undefined) return [];
  const isEscalated = escalation !== undefined && isNotAfter(escalation.on, realisedOn);
  const row = isEscalated ? 'escalated-contraception' : 'partner-contraception';
  return [{ row, period: counted(realisedOn) }];
}

/** The record without what it said, and the numbers that stay. */
export function erasedImport(record: KeptImport): { put: Imported; remains: Remainder[] } {
  const { region, id, version, filedIn } = record;
  return {
    put: { region, id, version: version + 1, filedIn, status: 'erased' },
    remains: importedContributions(record).flatMap((one) => remainderOf(one) ?? []),
  };
}

/** Whether a region that keeps imported rows for a time must let go of this one today. */
export function isImportDue(
  { importedOn }: KeptImport,
  { importedMonths }: Region['retention'],
  today: string,
): boolean {
  return importedMonths !== undefined && dateAfter(importedOn, { months: importedMonths }) <= today;
}
