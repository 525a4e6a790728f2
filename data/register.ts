import { z } from 'zod/v4';
import { INDICATORS, REGISTER_ROWS, type Contribution } from './figureRows.js';
import { personSchema } from './person.js';
import { ORGANISATION_TYPES } from './region.js';
import { day, instant } from './weeks.js';

/** Where a partner stands: aangesloten, toegezegd, in gesprek, doet niet mee. */
export const PARTNER_STATUSES = ['joined', 'pledged', 'talking', 'declined'] as const;
export type PartnerStatus = (typeof PARTNER_STATUSES)[number];

/** What a target is set against: everything since the start, or one year. */
export const BASES = ['since-start', 'this-year'] as const;
export type Basis = (typeof BASES)[number];

/** What was reached before the bot, of which only the number is known. */
export const TOTAL_ROWS = [...REGISTER_ROWS, 'intervision-groups'] as const;
export type TotalRow = (typeof TOTAL_ROWS)[number];

export const MOST_PEOPLE = 999;
export const MOST_COUNTED = 99_999;
export const LONGEST_NAME = 120;

/** Of an intervision group: it stands in a list to choose from, so nothing of Markdown may be in it. */
export const PLAIN_NAME = /^[^[\]{}<>*_`~#|\\$]+$/;

const name = z.string().min(1).max(LONGEST_NAME);
const people = z.int().nonnegative().max(MOST_PEOPLE);
const counted = z.int().nonnegative().max(MOST_COUNTED);
const status = z.enum(PARTNER_STATUSES);
const year = z.int().min(2000).max(2100);

const standingSchema = z.object({ status, since: day });
export type PartnerStanding = z.infer<typeof standingSchema>;

const partnerParts = {
  kind: z.literal('partner'),
  name,
  organisationType: z.enum(ORGANISATION_TYPES),
};
const training = z.object({
  kind: z.literal('training'),
  on: day,
  title: name,
  /** Absent when it was not for one organisation. */
  organisation: z.string().optional(),
  /** How many attention officers were trained. */
  officers: people,
});
const group = z.object({ kind: z.literal('group'), name: name.regex(PLAIN_NAME), since: day });
const meeting = z.object({
  kind: z.literal('meeting'),
  on: day,
  /** Id of the group's entry; absent when it was of no group in particular. */
  group: z.string().optional(),
  attendance: z.array(z.object({ organisation: z.string(), n: people })),
});
const target = z.object({
  kind: z.literal('target'),
  indicator: z.enum(INDICATORS),
  /** ISO week-year. */
  year,
  basis: z.enum(BASES),
  n: counted,
});
const total = z.object({
  kind: z.literal('total'),
  row: z.enum(TOTAL_ROWS),
  n: counted,
  /** The last day it covers; it counts on that day. */
  until: day,
});

export const registerContentSchema = z.discriminatedUnion('kind', [
  /** Every change of status with its day, oldest first; the last one is how it stands. */
  z.object({ ...partnerParts, standings: z.array(standingSchema).min(1) }),
  training,
  group,
  meeting,
  target,
  total,
]);
export type RegisterContent = z.infer<typeof registerContentSchema>;
export type RegisterKind = RegisterContent['kind'];
export type ContentOf<K extends RegisterKind> = Extract<RegisterContent, { kind: K }>;

/** What somebody fills in: of a partner only how it stands from a day on. */
export const registerInputSchema = z.discriminatedUnion('kind', [
  z.object({ ...partnerParts, ...standingSchema.shape }),
  training,
  group,
  meeting,
  target,
  total,
]);
export type RegisterInput = z.infer<typeof registerInputSchema>;

/** In the order in which they are shown. */
export const REGISTER_KINDS = [
  'partner',
  'training',
  'group',
  'meeting',
  'target',
  'total',
] as const satisfies readonly RegisterKind[];
/** What coordinators register as well; the rest is for the project leader. */
export const COORDINATOR_KINDS: readonly RegisterKind[] = ['training', 'group', 'meeting'];

const done = { by: personSchema, at: instant };
const eventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('added'), ...done }),
  /** `before` is what it was until then. */
  z.object({ kind: z.literal('corrected'), ...done, before: registerContentSchema }),
  /** It no longer counts; what it was stays to be read. */
  z.object({ kind: z.literal('removed'), ...done }),
]);
export type RegisterEvent = z.infer<typeof eventSchema>;

export const ENTRY_ID = /^RG-[2-9A-HJKMNP-Z]{6}$/;

/** One entry of the programme register of a region. */
export const registerEntrySchema = z.object({
  id: z.string().regex(ENTRY_ID),
  region: z.string(),
  version: z.int().positive(),
  content: registerContentSchema,
  /** Oldest first; never shortened. */
  history: z.array(eventSchema).min(1),
});
export type RegisterEntry = z.infer<typeof registerEntrySchema>;
export type EntryOf<K extends RegisterKind> = RegisterEntry & { content: ContentOf<K> };

/** Who removed an entry and when; nothing while it stands. */
export function removalOf({ history }: RegisterEntry) {
  const last = history.at(-1);
  return last?.kind === 'removed' ? last : undefined;
}

/** Who added, corrected or removed it last, and when. */
export function lastChangeOf({ history }: RegisterEntry): RegisterEvent {
  const last = history.at(-1);
  if (!last) throw new Error('an entry without a history');
  return last;
}

/** How a partner stands, and since which day. */
export function presentStanding({ standings }: ContentOf<'partner'>): PartnerStanding {
  const last = standings.at(-1);
  if (!last) throw new Error('a partner without a status');
  return last;
}

/**
 * What an entry adds to the figures of its region, each on its own day.
 * @param asOf a day, on which a partner that has left since had still joined; absent: as it stands now
 */
export function registerContributions(entry: RegisterEntry, asOf?: string): Contribution[] {
  return removalOf(entry) ? [] : contributionsOf(entry.content, asOf);
}

function contributionsOf(content: RegisterContent, asOf?: string): Contribution[] {
  switch (content.kind) {
    case 'partner': {
      const standing = content.standings.findLast(
        ({ since }) => asOf === undefined || since <= asOf,
      );
      return standing?.status === 'joined' ? [{ row: 'partners', period: standing.since }] : [];
    }
    case 'training': {
      const { on: period, officers: n } = content;
      return [
        { row: 'trainings', period },
        ...(n > 0 ? [{ row: 'attention-officers', period, n } as const] : []),
      ];
    }
    case 'group':
      return [{ row: 'intervision-groups', period: content.since }];
    case 'meeting':
      return [{ row: 'intervision', period: content.on }];
    case 'target':
      return [];
    case 'total':
      return [{ row: content.row, period: content.until, n: content.n }];
  }
}

const byName = (one: { name: string }, other: { name: string }) =>
  one.name.localeCompare(other.name, 'nl');
const newestFirst = (one: { on: string }, other: { on: string }) =>
  one.on === other.on ? 0 : one.on < other.on ? 1 : -1;
const byTarget = (one: ContentOf<'target'>, other: ContentOf<'target'>) =>
  other.year - one.year ||
  INDICATORS.indexOf(one.indicator) - INDICATORS.indexOf(other.indicator) ||
  BASES.indexOf(one.basis) - BASES.indexOf(other.basis);

const ORDERS: { [K in RegisterKind]: (one: ContentOf<K>, other: ContentOf<K>) => number } = {
  partner: byName,
  training: newestFirst,
  group: byName,
  meeting: newestFirst,
  target: byTarget,
  total: (one, other) => TOTAL_ROWS.indexOf(one.row) - TOTAL_ROWS.indexOf(other.row),
};

const isOf =
  <K extends RegisterKind>(kind: K) =>
  (entry: RegisterEntry): entry is EntryOf<K> =>
    entry.content.kind === kind;

/** The entries of one kind that stand, or those that were removed, in the order of their list. */
export function entriesOf<K extends RegisterKind>(
  entries: readonly RegisterEntry[],
  kind: K,
  which: 'standing' | 'removed' = 'standing',
): EntryOf<K>[] {
  const order: (one: ContentOf<K>, other: ContentOf<K>) => number = ORDERS[kind];
  return entries
    .filter(isOf(kind))
    .filter((entry) => (removalOf(entry) !== undefined) === (which === 'removed'))
    .sort((one, other) => order(one.content, other.content) || (one.id < other.id ? -1 : 1));
}

/** The group that a meeting was of, also when it was removed since. */
export function groupOf(
  entries: readonly RegisterEntry[],
  id: string | undefined,
): EntryOf<'group'> | undefined {
  return entries.filter(isOf('group')).find((entry) => entry.id === id);
}
