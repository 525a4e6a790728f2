import type { Person } from './person.js';
import type { Region } from './region.js';
import {
  groupOf,
  registerContentSchema,
  removalOf,
  type EntryOf,
  type PartnerStanding,
  type RegisterContent,
  type RegisterEntry,
  type RegisterEvent,
  type RegisterInput,
  type RegisterKind,
} from './register.js';
import { dayOf, type DateTime } from './weeks.js';

/** Of these there is one of each name, or of each row. */
export type UniqueKind = Exclude<RegisterKind, 'training' | 'meeting'>;

export type DateProblem = 'future' | 'before-start';

export type RegisterRefusal =
  | { kind: DateProblem }
  /** A partner's status changed after this day already. */
  | { kind: 'before-earlier-status'; since: string }
  | { kind: 'unknown-organisation'; organisation: string }
  | { kind: 'unknown-group' }
  /** It would count twice: that entry is to be corrected instead. */
  | { kind: 'duplicate'; of: EntryOf<UniqueKind> }
  | { kind: 'removed-meanwhile'; by: RegisterEvent }
  | { kind: 'changed-meanwhile'; by: RegisterEvent };

/** Something filled in by somebody, beside everything that the register of the region holds. */
export interface Entering {
  region: Region;
  entries: readonly RegisterEntry[];
  input: RegisterInput;
  by: Person;
}

type Made = { ok: true; content: RegisterContent } | { ok: false; refusal: RegisterRefusal };

/** What an entry says from now on, or why it cannot say that. */
export function contentFrom(entering: Entering, now: DateTime, stored?: RegisterEntry): Made {
  const content = asContent(entering.input, stored?.content);
  if (!content.ok) return content;
  const refusal = whyNot(content.content, entering, now, stored);
  return refusal ? { ok: false, refusal } : content;
}

function asContent(input: RegisterInput, before: RegisterContent | undefined): Made {
  if (input.kind !== 'partner') return { ok: true, content: registerContentSchema.parse(input) };
  const { status, since, ...parts } = input;
  const earlier = before?.kind === 'partner' ? before.standings : [];
  const standings = standingsAfter(earlier, { status, since });
  if ('since' in standings) {
    return { ok: false, refusal: { kind: 'before-earlier-status', since: standings.since } };
  }
  return { ok: true, content: registerContentSchema.parse({ ...parts, standings }) };
}

/**
 * Another status from a later day on is a change, and what was stays beside it. The same status, or
 * another one from a day that is not later, says that the last one was wrong.
 */
function standingsAfter(
  earlier: readonly PartnerStanding[],
  next: PartnerStanding,
): PartnerStanding[] | PartnerStanding {
  const last = earlier.at(-1);
  if (!last) return [next];
  const isChange = next.status !== last.status && next.since > last.since;
  const kept = isChange ? earlier : earlier.slice(0, -1);
  const before = kept.at(-1);
  if (!before) return [next];
  if (before.status === next.status) return [...kept.slice(0, -1), next];
  return before.since < next.since ? [...kept, next] : before;
}

function whyNot(
  content: RegisterContent,
  { region, entries }: Entering,
  now: DateTime,
  stored: RegisterEntry | undefined,
): RegisterRefusal | undefined {
  const on = dateIn(content);
  const problem = on === undefined ? undefined : dateProblem(on, region, now);
  if (problem) return { kind: problem };
  const organisation = organisationsIn(content).find(
    (id) => !isKnownOrganisation(region, id, stored),
  );
  if (organisation !== undefined) return { kind: 'unknown-organisation', organisation };
  if (content.kind === 'meeting' && !isGroup(entries, content.group, stored)) {
    return { kind: 'unknown-group' };
  }
  const twin = twinOf(content, entries, stored);
  return twin && { kind: 'duplicate', of: twin };
}

/** Nothing lies in the future, nor before the month in which the programme started. */
export function dateProblem(
  on: string,
  { startedIn }: Region,
  now: DateTime,
): DateProblem | undefined {
  if (on > dayOf(now)) return 'future';
  return on.slice(0, startedIn.length) < startedIn ? 'before-start' : undefined;
}

function dateIn(content: RegisterContent): string | undefined {
  switch (content.kind) {
    case 'partner':
      return content.standings.at(-1)?.since;
    case 'training':
    case 'meeting':
      return content.on;
    case 'group':
      return content.since;
    case 'target':
      return undefined;
    case 'total':
      return content.until;
  }
}

function organisationsIn(content: RegisterContent): string[] {
  switch (content.kind) {
    case 'training':
      return content.organisation === undefined ? [] : [content.organisation];
    case 'meeting':
      return content.attendance.map(({ organisation }) => organisation);
    case 'partner':
    case 'group':
    case 'target':
    case 'total':
      return [];
  }
}

/** What is recorded already may stay when its organisation has left the region file. */
export function isKnownOrganisation(
  region: Region,
  id: string,
  stored: RegisterEntry | undefined,
): boolean {
  if (stored && organisationsIn(stored.content).includes(id)) return true;
  return region.organisations.some((row) => row.id === id);
}

function isGroup(
  entries: readonly RegisterEntry[],
  id: string | undefined,
  stored: RegisterEntry | undefined,
): boolean {
  if (id === undefined) return true;
  if (stored?.content.kind === 'meeting' && stored.content.group === id) return true;
  const group = groupOf(entries, id);
  return group !== undefined && !removalOf(group);
}

/** Another entry that stands and says the same: of two, one would count twice. */
function twinOf(
  content: RegisterContent,
  entries: readonly RegisterEntry[],
  stored: RegisterEntry | undefined,
): EntryOf<UniqueKind> | undefined {
  const identity = identityOf(content);
  // Two on one day are possible.
  if (identity === undefined) return undefined;
  return entries
    .filter(isUnique)
    .filter((entry) => entry.id !== stored?.id && !removalOf(entry))
    .find((entry) => identityOf(entry.content) === identity);
}

const isUnique = (entry: RegisterEntry): entry is EntryOf<UniqueKind> =>
  entry.content.kind !== 'training' && entry.content.kind !== 'meeting';

/** Alike in two entries that would say the same; nothing where there may be two. */
export function identityOf(content: RegisterContent | RegisterInput): string | undefined {
  switch (content.kind) {
    case 'partner':
    case 'group':
      return `${content.kind} ${folded(content.name)}`;
    case 'target':
      return `target ${content.indicator} ${content.year} ${content.basis}`;
    case 'total':
      return `total ${content.row}`;
    case 'training':
    case 'meeting':
      return undefined;
  }
}

const folded = (name: string) => name.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
