import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { ELSEWHERE, type Elsewhere } from './checklist.js';
import { dayOf, MONTH } from './weeks.js';

export const ORGANISATION_TYPES = [
  'midwives',
  'gp',
  'hospital',
  'maternity-care',
  'abortion-clinic',
  'sexual-health',
  'youth-health',
  'youth-care',
  'child-protection',
  'supported-living',
  'homeless-shelter',
  'womens-shelter',
  'addiction-care',
  'mental-health',
  'disability-care',
  'social-work',
  'neighbourhood-team',
  'outside-region',
  'other',
] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

export const DOMAINS = ['social', 'medical'] as const;
export type Domain = (typeof DOMAINS)[number];

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What professionals can hand over, or learn from; `conversation-cards` are the praatplaten. */
export const MATERIAL_KINDS = [
  'conversation-cards',
  'e-learning',
  'client-information',
  'other',
] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

const ISO_639 = /^[a-z]{2,3}$/;
const id = z.string().regex(/^[a-z0-9-]{2,60}$/, 'lower-case letters, digits and hyphens');
const month = z.string().regex(MONTH, 'a month as YYYY-MM');
const text = z.string().trim().min(1).max(300);
/** Teams writes them in small letters. */
const objectId = z.guid('the Entra object id (a GUID)').toLowerCase();

/** Somebody the region file names. Rights hang on the object id; the name is for people. */
const member = z.strictObject({ aadObjectId: objectId, name: text });

const coordinator = member.extend({
  /** How and when professionals reach them; theirs to publish. */
  reachable: z.string().trim().min(1).max(120).optional(),
  /** Object id of the coordinator who stands in for them. */
  replacedBy: objectId.optional(),
});

const meeting = z.strictObject({
  on: z.iso.date(),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm')
    .optional(),
  place: text,
});

/** Stands in a Markdown link on a card, so neither part may hold what ends or changes one. */
const material = z.strictObject({
  title: text.regex(/^[^[\]{}*_`\\]+$/, 'no brackets or signs of Markdown'),
  url: z.string().regex(/^https:\/\/[^\s()<>[\]{}"\\]+$/, 'an address that starts with https://'),
  kind: z.enum(MATERIAL_KINDS),
  /** ISO 639, such as `ar`; absent when it is in Dutch. */
  language: z.string().regex(ISO_639, 'a language as in ISO 639').optional(),
});

/** What a municipality has for contraception in one calendar year, in whole euros. */
const budget = z.strictObject({
  year: z.int().min(2000).max(2100),
  euros: z.int().nonnegative(),
});

/** Somebody of the somatic network whom clients of these municipalities can go to. */
const provider = z.strictObject({
  id,
  name: text,
  profession: text,
  place: text,
  /** What they do, such as placing an IUD. */
  does: text,
  /** ISO 639. */
  languages: z.array(z.string().regex(ISO_639, 'a language as in ISO 639')).default([]),
  municipalities: z.array(id).min(1),
});

const workdays = z.int().min(1).max(60);
/** In working days. */
const terms = z.strictObject({
  /** An escalation waits no longer than this to be claimed; then coordinators are reminded. */
  claimWithin: workdays.default(3),
  /** A claim lapses when so long nothing happened. */
  lapseAfter: workdays.default(10),
  /** So long before it lapses its holder is warned. */
  warnBefore: workdays.default(2),
  /** A question is answered within; then the professional is reminded. */
  answerWithin: workdays.default(2),
  /** How it goes is answered within; then the queue shows the silence. */
  followUpWithin: workdays.default(5),
});

const municipality = z
  .strictObject({
    id: id.refine((value) => !isElsewhere(value), 'a word the checklist keeps for elsewhere'),
    name: text,
    /** First month of participation, inclusive; absent when it does not participate. */
    participatesFrom: month.optional(),
    /** Last month of participation, inclusive. */
    participatesUntil: month.optional(),
    budgets: z.array(budget).default([]),
  })
  .refine(
    ({ participatesFrom: from, participatesUntil: until }) =>
      until === undefined || (from !== undefined && from <= until),
    { path: ['participatesUntil'], error: 'needs a participatesFrom that is not later' },
  );

const organisation = z.strictObject({
  id,
  name: text,
  type: z.enum(ORGANISATION_TYPES),
  domain: z.enum(DOMAINS),
  attentionOfficers: z.array(member).default([]),
});

export const regionSchema = z
  .strictObject({
    id,
    name: text,
    /** First part of every case code, such as `HM`. */
    codePrefix: z.string().regex(/^[A-Z]{2}$/, 'two capitals'),
    /** Language of what several people see: channel card and thread. */
    language: z.enum(LANGUAGES),
    /** First month that figures "since the start" cover. */
    startedIn: month,
    municipalities: z.array(municipality).min(1),
    organisations: z.array(organisation).min(1),
    coordinators: z.array(coordinator).min(1),
    projectLeaders: z.array(member).min(1),
    controller: text,
    dataProtectionContact: text,
    complaintsRoute: text,
    intervision: z.array(meeting).default([]),
    materials: z.array(material).default([]),
    providers: z.array(provider).default([]),
    /** Whether the weekly digest is also posted in the coordinators' channel. */
    digestInChannel: z.boolean().default(false),
    terms: terms.prefault({}),
    retention: z.strictObject({
      draftDays: z.int().min(1).max(31),
      caseMonths: z.int().min(1).max(60),
      escalatedCaseMonths: z.int().min(1).max(60),
      /** Past cases that were imported, from the day of importing; absent: they are kept. */
      importedMonths: z.int().min(1).max(120).optional(),
    }),
  })
  .check(({ value: region, issues }) => {
    const wrong = (path: PropertyKey[], message: string, input: unknown) =>
      issues.push({ code: 'custom', path, message, input });
    for (const list of ['municipalities', 'organisations', 'providers'] as const) {
      const seen = new Set<string>();
      region[list].forEach((row, index) => {
        if (seen.has(row.id)) wrong([list, index, 'id'], 'used twice', row.id);
        seen.add(row.id);
      });
    }
    region.municipalities.forEach(({ budgets }, index) => {
      const years = budgets.map(({ year }) => year);
      const twice = years.find((year, at) => years.indexOf(year) < at);
      if (twice === undefined) return;
      wrong(['municipalities', index, 'budgets'], 'two budgets for one year', twice);
    });
    const municipalities = region.municipalities.map((row) => row.id);
    region.providers.forEach((row, index) => {
      const unknown = row.municipalities.find((place) => !municipalities.includes(place));
      if (unknown === undefined) return;
      const path = ['providers', index, 'municipalities'];
      wrong(path, 'not a municipality of this region', unknown);
    });
    if (region.terms.warnBefore >= region.terms.lapseAfter) {
      const path = ['terms', 'warnBefore'];
      wrong(path, 'must be less than lapseAfter', region.terms.warnBefore);
    }
    const listed = region.coordinators.map(({ aadObjectId }) => aadObjectId);
    region.coordinators.forEach(({ aadObjectId, replacedBy }, index) => {
      if (replacedBy === undefined) return;
      if (replacedBy !== aadObjectId && listed.includes(replacedBy)) return;
      const path = ['coordinators', index, 'replacedBy'];
      wrong(path, 'not another coordinator of this region', replacedBy);
    });
  });

export type Region = z.infer<typeof regionSchema>;
export type Organisation = Region['organisations'][number];
export type Coordinator = Region['coordinators'][number];
export type Meeting = Region['intervision'][number];
export type Provider = Region['providers'][number];
export type Terms = Region['terms'];
export type Material = Region['materials'][number];

/** Whether the client's municipality takes part; nobody can tell for an unknown one. */
export type Participation = 'participating' | 'not-participating' | 'unknown';

const ELSEWHERE_PARTICIPATION: Record<Elsewhere, Participation> = {
  'no-fixed-abode': 'unknown',
  'outside-region': 'not-participating',
  unknown: 'unknown',
};

function isElsewhere(municipality: string): municipality is Elsewhere {
  return (ELSEWHERE as readonly string[]).includes(municipality);
}

/** R8: does this municipality take part on this day? */
export function participation(region: Region, municipality: string, on: DateTime): Participation {
  if (isElsewhere(municipality)) return ELSEWHERE_PARTICIPATION[municipality];
  const row = region.municipalities.find((candidate) => candidate.id === municipality);
  const from = row?.participatesFrom;
  if (from === undefined) return 'not-participating';
  const inMonth = dayOf(on).slice(0, 'YYYY-MM'.length);
  const until = row?.participatesUntil ?? '9999-12';
  return from <= inMonth && inMonth <= until ? 'participating' : 'not-participating';
}

/** Two files may not claim the same region id, code prefix or organisation id. */
export function findOverlap(regions: readonly Region[]): string | undefined {
  const owners = new Map<string, string>();
  for (const region of regions) {
    const claims = [
      `id ${region.id}`,
      `codePrefix ${region.codePrefix}`,
      ...region.organisations.map((row) => `organisation ${row.id}`),
    ];
    for (const claim of claims) {
      const owner = owners.get(claim);
      if (owner !== undefined) return `${claim} stands in ${owner} and in ${region.id}`;
      owners.set(claim, region.id);
    }
  }
  return undefined;
}
