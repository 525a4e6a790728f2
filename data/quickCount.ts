import type { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { personSchema, type Person } from './person.js';
import { DOMAINS, ORGANISATION_TYPES, type Organisation, type Region } from './region.js';
import { instant, instantOf, MONTH, ZONE } from './weeks.js';

export const MOST_TALKS = 999;

const tallySchema = z.object({
  /** Agreed talks that were not recorded one by one. */
  talks: z.int().nonnegative().max(MOST_TALKS),
  /** How many of them ended with contraception realised. */
  realised: z.int().nonnegative().max(MOST_TALKS),
  by: personSchema,
  at: instant,
});

/** Talks of one organisation in one month with clients of one municipality, counted together. */
export const quickCountSchema = z.object({
  region: z.string(),
  organisation: z.string(),
  organisationType: z.enum(ORGANISATION_TYPES),
  domain: z.enum(DOMAINS),
  municipality: z.string(),
  /** `YYYY-MM` */
  month: z.string().regex(MONTH),
  version: z.int().positive(),
  /** What was entered, oldest first; the last one counts. */
  entered: z.array(tallySchema).min(1),
});
export type QuickCount = z.infer<typeof quickCountSchema>;
export type QuickTally = z.infer<typeof tallySchema>;

export function quickCountKey({
  region,
  organisation,
  municipality,
  month,
}: Pick<QuickCount, 'region' | 'organisation' | 'municipality' | 'month'>): string {
  return `${region}/${organisation}/${municipality}/${month}`;
}

const MONTHS_OFFERED = 13;

/** Months that can be counted, newest first: the present one, not before the programme's start. */
export function countableMonths({ startedIn }: Region, now: DateTime): string[] {
  const present = now.setZone(ZONE).startOf('month');
  return Array.from({ length: MONTHS_OFFERED }, (_, back) =>
    present.minus({ months: back }).toFormat('yyyy-MM'),
  ).filter((month) => month >= startedIn);
}

/** The tally that counts. */
export function standing({ entered }: QuickCount): QuickTally {
  const last = entered.at(-1);
  if (!last) throw new Error('a quick count without a tally');
  return last;
}

/** The counts that were entered or corrected last, newest first. */
export function lately(counts: readonly QuickCount[], atMost: number): QuickCount[] {
  const enteredAt = (count: QuickCount) => standing(count).at;
  return [...counts]
    .sort((one, other) => enteredAt(other).localeCompare(enteredAt(one)))
    .slice(0, atMost);
}

/** The counts with this one in the place it takes. */
export function withCount(counts: readonly QuickCount[], count: QuickCount): QuickCount[] {
  const key = quickCountKey(count);
  return [count, ...counts.filter((row) => quickCountKey(row) !== key)];
}

/** What an attention officer fills in. */
export interface CountAnswers {
  month: string;
  municipality: string;
  talks: number;
  realised: number;
}

export interface CountEntry {
  region: Region;
  organisation: Organisation;
  answers: CountAnswers;
  by: Person;
  /** Version of the count that was on screen; 0 when none was. */
  seen: number;
}

export type CountDecision =
  /** To be stored. */
  | { kind: 'counted'; count: QuickCount }
  /** These very numbers stand already. */
  | { kind: 'unchanged'; count: QuickCount }
  /** Other numbers stand that were not on screen: they are shown before they are replaced. */
  | { kind: 'exists'; count: QuickCount }
  /** Zero is how a count is taken back; here is none. */
  | { kind: 'nothing-yet' };

/** One entry for a month and a municipality; a correction replaces the numbers and keeps the old. */
export function decideCount(
  stored: QuickCount | undefined,
  entry: CountEntry,
  now: DateTime,
): CountDecision {
  const { talks, realised } = entry.answers;
  if (!stored) {
    return talks === 0 ? { kind: 'nothing-yet' } : { kind: 'counted', count: first(entry, now) };
  }
  const stands = standing(stored);
  if (stands.talks === talks && stands.realised === realised) {
    return { kind: 'unchanged', count: stored };
  }
  if (stored.version !== entry.seen) return { kind: 'exists', count: stored };
  const entered = [...stored.entered, tallyOf(entry, now)];
  return { kind: 'counted', count: { ...stored, version: stored.version + 1, entered } };
}

function first(entry: CountEntry, now: DateTime): QuickCount {
  const { region, organisation, answers } = entry;
  return {
    region: region.id,
    organisation: organisation.id,
    organisationType: organisation.type,
    domain: organisation.domain,
    municipality: answers.municipality,
    month: answers.month,
    version: 1,
    entered: [tallyOf(entry, now)],
  };
}

function tallyOf({ answers, by }: CountEntry, now: DateTime): QuickTally {
  return { talks: answers.talks, realised: answers.realised, by, at: instantOf(now) };
}
