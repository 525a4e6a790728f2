import {
  activeEscalation,
  currentEscalation,
  isShared,
  type Case,
  type Escalation,
} from './case.js';
import { slicePage, type Slice } from './casePage.js';
import type { Reason } from './checklist.js';
import { REASONS } from './checklist.js';
import type { Consult } from './consult.js';
import { tagOf, troubledSince, type Delivery, type Subject } from './delivery.js';
import { isAwaited } from './followUp.js';
import { isAmong, type Person } from './person.js';
import { openQuestions } from './questions.js';
import type { Region } from './region.js';
import { isSilent, overdueQuestions, passedAppointment, waitsTooLong } from './terms.js';
import { weekOf, weekOfDay, type DateTime } from './weeks.js';

/** What a coordinator can look at, in the order in which it is of use. */
export const QUEUE_GROUPS = ['open', 'mine', 'others', 'answer', 'appointment', 'trouble'] as const;
export type QueueGroup = (typeof QUEUE_GROUPS)[number];

/** What there is to say of a case in the queue. */
export const QUEUE_FACTS = [
  'open',
  'too-long',
  'mine',
  'covered',
  'offered',
  'others',
  'question',
  'question-late',
  'appointment',
  'appointment-passed',
  'silent',
] as const;
export type QueueFact = (typeof QUEUE_FACTS)[number];

const GROUP_OF: Record<QueueFact, QueueGroup> = {
  open: 'open',
  'too-long': 'open',
  mine: 'mine',
  covered: 'mine',
  // It waits for them, whoever holds it.
  offered: 'mine',
  others: 'others',
  question: 'answer',
  'question-late': 'answer',
  appointment: 'appointment',
  'appointment-passed': 'appointment',
  silent: 'answer',
};

/** What one region has to be done, as its repository gives it. */
export interface RegionQueue {
  region: Region;
  /** Absent colleagues for whom the reader stands in there. */
  covers: readonly Person[];
  /** Open and claimed ones, and those with a follow-up that was asked. */
  cases: readonly Case[];
  /** Call-back requests that nobody took. */
  consults: readonly Consult[];
  troubles: readonly Troubled[];
}

/** A delivery that does not get through; the subject is absent once it was erased. */
export interface Troubled {
  delivery: Delivery;
  subject: Subject | undefined;
}

interface Placed {
  region: Region;
  /** Where it stands among the others: nothing that happens to another row moves it. */
  place: string;
}
export interface CaseRow extends Placed {
  kind: 'case';
  case: Case;
  current: Escalation;
  facts: QueueFact[];
  /** Something of it does not get through. */
  isStuck: boolean;
}
export interface ConsultRow extends Placed {
  kind: 'consult';
  consult: Consult;
}
export interface TroubleRow extends Placed {
  kind: 'trouble';
  delivery: Delivery;
  subject: Subject;
}
export type QueueRow = CaseRow | ConsultRow | TroubleRow;

export interface WorkQueue {
  /** With priority first, then the oldest. */
  rows: QueueRow[];
  /** Messages of what was erased, or is no longer shared, that cannot be wiped out yet. */
  unwiped: number;
}

/** Everything that waits in the regions somebody coordinates; a case is one row. */
export function workQueue(
  queues: readonly RegionQueue[],
  reader: Person,
  now: DateTime,
): WorkQueue {
  const rows = queues.flatMap((queue) => [
    ...queue.cases.flatMap((subject) => caseRow(subject, queue, reader, now)),
    ...queue.consults.map((consult) => consultRow(consult, queue)),
    ...queue.troubles.flatMap((trouble) => troubleRow(trouble, queue)),
  ]);
  const troubles = queues.flatMap((queue) => queue.troubles);
  return {
    rows: rows.sort((one, other) => (one.place < other.place ? -1 : 1)),
    unwiped: troubles.filter(({ subject }) => !isReadable(subject)).length,
  };
}

function caseRow(
  subject: Case,
  { region, covers, troubles }: RegionQueue,
  reader: Person,
  now: DateTime,
): CaseRow[] {
  const current = currentEscalation(subject);
  if (!current || !isShared(subject)) return [];
  const facts = factsOf(subject, current, { region, covers, reader, now });
  if (facts.length === 0) return [];
  const isStuck = troubles.some(({ delivery }) => delivery.subject === subject.code);
  const place = placeOf(current.priority, current.at, subject.code);
  return [{ kind: 'case', region, place, case: subject, current, facts, isStuck }];
}

interface Reading {
  region: Region;
  covers: readonly Person[];
  reader: Person;
  now: DateTime;
}

function factsOf(
  subject: Case,
  { state }: Escalation,
  { region: { terms }, covers, reader, now }: Reading,
): QueueFact[] {
  const claimed = state.status === 'claimed' ? state : undefined;
  const offer = claimed?.offer;
  const holds = (people: readonly Person[]) =>
    claimed !== undefined && isAmong(people, claimed.holder);
  const facts: Record<QueueFact, boolean> = {
    open: state.status === 'open',
    'too-long': waitsTooLong(subject, terms, now),
    mine: holds([reader]),
    covered: holds(covers),
    offered: offer !== undefined && isAmong([reader, ...covers], offer.to),
    others: claimed !== undefined && !holds([reader, ...covers]),
    question: openQuestions(subject).length > 0,
    'question-late': overdueQuestions(subject, terms, now).length > 0,
    appointment: hasAppointmentThisWeek(subject, now),
    'appointment-passed': passedAppointment(subject, now) !== undefined,
    silent: isAwaited(subject) && isSilent(subject, terms, now),
  };
  return QUEUE_FACTS.filter((fact) => facts[fact]);
}

/** Still to come, or today; of one that has passed the reader wants to know how it went. */
function hasAppointmentThisWeek(subject: Case, now: DateTime): boolean {
  const lane = activeEscalation(subject)?.lanes['somatic-network'];
  if (lane?.appointmentOn === undefined || lane.settled || lane.happened) return false;
  const isThisWeek = weekOfDay(lane.appointmentOn) === weekOf(now);
  return isThisWeek && passedAppointment(subject, now) === undefined;
}

function consultRow(consult: Consult, { region }: RegionQueue): ConsultRow {
  return { kind: 'consult', region, place: placeOf(false, consult.at, consult.id), consult };
}

function troubleRow({ delivery, subject }: Troubled, { region }: RegionQueue): TroubleRow[] {
  if (!isReadable(subject)) return [];
  // Nobody can do anything for who did not hear that a case has ended.
  const since = troubledSince(hasEnded(subject) ? { ...delivery, unreached: [] } : delivery);
  if (since === undefined) return [];
  const place = placeOf(false, since, tagOf(subject).key);
  return [{ kind: 'trouble', region, place, delivery, subject }];
}

/** Of what is gone or no longer shared, not even the code is shown. */
function isReadable(subject: Subject | undefined): subject is Subject {
  return subject !== undefined && (subject.kind !== 'case' || isShared(subject.case));
}

function hasEnded(subject: Subject): boolean {
  if (subject.kind !== 'case') return false;
  return activeEscalation(subject.case) === undefined && !isAwaited(subject.case);
}

/** Priority, then age; the key tells two of the same moment apart. */
function placeOf(priority: boolean, at: string, key: string): string {
  return `${priority ? 0 : 1} ${at} ${key}`;
}

export interface QueueFilter {
  /** The first that has something when absent. */
  group?: QueueGroup | undefined;
  reason?: Reason | undefined;
  /** Id of a municipality, or of elsewhere. */
  municipality?: string | undefined;
  /** Place of the first row. */
  at?: string | undefined;
}

export interface QueuePage extends Slice<QueueRow> {
  group: QueueGroup;
  reason: Reason | undefined;
  municipality: string | undefined;
  /** How many each group has, whatever is filtered. */
  counts: Record<QueueGroup, number>;
  /** How many are left after filtering. */
  total: number;
  /** What there is to filter this group by. */
  reasons: Reason[];
  municipalities: { id: string; region: Region }[];
}

/** One page of one group. What is filtered by and has gone meanwhile leaves an empty page. */
export function queuePage(
  rows: readonly QueueRow[],
  { group: asked, reason, municipality, at }: QueueFilter,
  size: number,
): QueuePage {
  const inGroup = (group: QueueGroup) => rows.filter((row) => groupsOf(row).includes(group));
  const group = asked ?? QUEUE_GROUPS.find((one) => inGroup(one).length > 0) ?? 'open';
  const all = inGroup(group);
  const cases = all.flatMap((row) => caseOf(row) ?? []);
  const left = all.filter((row) => fits(row, reason, municipality));
  const found = at === undefined ? 0 : left.findIndex(({ place }) => place >= at);
  return {
    ...slicePage(left, found, size, ({ place }) => place),
    ...{ group, reason, municipality, total: left.length },
    counts: countsOf(rows),
    reasons: REASONS.filter((one) => cases.some((row) => reasonsOf(row).includes(one))),
    municipalities: municipalitiesOf(all),
  };
}

function countsOf(rows: readonly QueueRow[]): Record<QueueGroup, number> {
  const counts = { open: 0, mine: 0, others: 0, answer: 0, appointment: 0, trouble: 0 };
  for (const group of rows.flatMap(groupsOf)) counts[group] += 1;
  return counts;
}

export function groupsOf(row: QueueRow): QueueGroup[] {
  switch (row.kind) {
    case 'case':
      return [...new Set(row.facts.map((fact) => GROUP_OF[fact]))];
    case 'consult':
      return ['open'];
    case 'trouble':
      return ['trouble'];
  }
}

/** The case a row is about; a call-back request is about none. */
function caseOf(row: QueueRow): Case | undefined {
  if (row.kind === 'case') return row.case;
  return row.kind === 'trouble' && row.subject.kind === 'case' ? row.subject.case : undefined;
}

const reasonsOf = (subject: Case): readonly Reason[] => currentEscalation(subject)?.reasons ?? [];

function fits(row: QueueRow, reason: Reason | undefined, municipality: string | undefined) {
  const subject = caseOf(row);
  if (!subject) return reason === undefined && municipality === undefined;
  const isForReason = reason === undefined || reasonsOf(subject).includes(reason);
  return isForReason && (municipality === undefined || subject.municipality === municipality);
}

function municipalitiesOf(rows: readonly QueueRow[]): QueuePage['municipalities'] {
  const found = new Map<string, Region>();
  for (const row of rows) {
    const id = caseOf(row)?.municipality;
    if (id !== undefined && !found.has(id)) found.set(id, row.region);
  }
  return [...found].map(([id, region]) => ({ id, region })).sort((a, b) => (a.id < b.id ? -1 : 1));
}
