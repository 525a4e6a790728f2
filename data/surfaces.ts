import { currentEscalation, type Case, type Talk } from './case.js';
import type { CaseEvent } from './caseEvents.js';
import { isSamePerson, type Person } from './person.js';

interface Surface<E> {
  /** Whether the channel thread gets a line: who and when, no content. */
  thread: boolean;
  /** Who hears of it in their own chat; who did it is left out. False when nobody ever does. */
  tells: false | ((event: E, subject: Case) => (Person | undefined)[]);
}

type Surfaces = { [K in CaseEvent['kind']]: Surface<Extract<CaseEvent, { kind: K }>> };

const professional = (_event: CaseEvent, subject: Case) => [subject.professional];
const holder = (_event: CaseEvent, subject: Case) => {
  const state = currentEscalation(subject)?.state;
  return [state?.status === 'claimed' ? state.holder : undefined];
};

/** Everybody who works or worked on it; an answer can come after closing. */
const concerned = (_event: CaseEvent, subject: Case) => {
  const state = currentEscalation(subject)?.state;
  const closer = state?.status === 'closed' ? state.by : undefined;
  return [subject.professional, ...holder(_event, subject), closer];
};

const SURFACES = {
  'talk-recorded': { thread: true, tells: holder },
  // Closing a case says so itself.
  realised: { thread: false, tells: holder },
  corrected: { thread: true, tells: holder },
  progress: { thread: true, tells: holder },
  'permission-withdrawn': { thread: true, tells: (event) => [event.holder] },
  // Who gave them up is told once of all together (data/bulletin.ts).
  'taken-over': { thread: true, tells: holder },
  // The card itself says it.
  escalated: { thread: false, tells: false },
  claimed: { thread: true, tells: professional },
  'given-back': { thread: true, tells: professional },
  lapsed: { thread: true, tells: (event, subject) => [subject.professional, event.holder] },
  offered: { thread: false, tells: (event) => [event.to] },
  'offer-accepted': { thread: true, tells: (event, subject) => [subject.professional, event.from] },
  'offer-refused': { thread: false, tells: (event) => [event.from] },
  'offer-cancelled': { thread: false, tells: (event) => [event.to] },
  declined: { thread: true, tells: professional },
  'lane-updated': { thread: true, tells: false },
  'lane-settled': { thread: true, tells: false },
  // Who is asked gets the question itself.
  'follow-up-asked': { thread: false, tells: (event) => [event.to] },
  'follow-up-snoozed': { thread: false, tells: false },
  'follow-up-answered': { thread: true, tells: concerned },
  asked: { thread: true, tells: professional },
  answered: { thread: true, tells: holder },
  closed: { thread: true, tells: professional },
  reopened: { thread: true, tells: professional },
  withdrawn: { thread: true, tells: (event) => [event.holder] },
} satisfies Surfaces;

type Table = typeof SURFACES;
type NotifiedKind = {
  [K in keyof Table]: Table[K]['tells'] extends false ? never : K;
}[keyof Table];

/** The events somebody hears of in their own chat. */
export type NotifiedEvent = Extract<CaseEvent, { kind: NotifiedKind }>;

/**
 * What coordinators may hear of a case: nothing, everything, or, once it has ended and is still
 * theirs to read, only what becomes of the escalation itself.
 */
type Hearing = 'nothing' | 'the-end' | 'everything';

const HEARD_AT_THE_END: readonly CaseEvent['kind'][] = [
  'reopened',
  'withdrawn',
  'follow-up-asked',
  'follow-up-answered',
];

/**
 * What happened while coordinators were asked; what came before, in between or after is not theirs
 * to hear. The event that ends it is heard itself.
 */
export function sharedEvents(subject: Case): CaseEvent[] {
  const shared: CaseEvent[] = [];
  let hearing: Hearing = 'nothing';
  for (const event of subject.history) {
    if (isHeard(event, hearing)) shared.push(event);
    hearing = hearingAfter(event, hearing, subject);
  }
  return shared;
}

function isHeard(event: CaseEvent, hearing: Hearing): boolean {
  if (event.kind === 'escalated' || hearing === 'everything') return true;
  return hearing === 'the-end' && (HEARD_AT_THE_END.includes(event.kind) || isTakenBack(event));
}

function hearingAfter(event: CaseEvent, hearing: Hearing, subject: Case): Hearing {
  if (event.kind === 'escalated') return 'everything';
  // Once taken back only a new escalation shares it again.
  if (hearing === 'nothing') return 'nothing';
  if (event.kind === 'reopened') return 'everything';
  if (event.kind === 'closed' || event.kind === 'declined') return 'the-end';
  if (event.kind === 'withdrawn' || isTakenBack(event)) return 'nothing';
  return endsEscalation(event, subject) ? 'nothing' : hearing;
}

const isTakenBack = (event: CaseEvent) =>
  event.kind === 'permission-withdrawn' && event.permission === 'share';

/** The last reason may go with the permission it needs. */
function endsEscalation({ kind, at }: CaseEvent, { escalations }: Case): boolean {
  if (kind !== 'permission-withdrawn') return false;
  return escalations.some(({ state }) => state.status === 'withdrawn' && state.at === at);
}

/** The talks coordinators may read: those an escalation was made on, and those they heard of. */
export function sharedTalks(subject: Case): Talk[] {
  const { history, talks } = subject;
  const heard = new Set(sharedEvents(subject).map(({ number }) => number));
  const askedAt = history.findLast(({ kind }) => kind === 'escalated')?.number ?? 0;
  const recorded = history.filter(({ kind }) => kind === 'talk-recorded');
  return talks.filter((_talk, index) => {
    const number = recorded[index]?.number;
    return number !== undefined && (number < askedAt || heard.has(number));
  });
}

/** Whether the channel thread gets a line. */
export function isThreaded(event: CaseEvent): boolean {
  return SURFACES[event.kind].thread;
}

/** Whether it is an event somebody hears of in their own chat. */
export function isNotified(event: CaseEvent): event is NotifiedEvent {
  return SURFACES[event.kind].tells !== false;
}

/** Whom an event is told in their own chat. */
export function recipients(event: CaseEvent, subject: Case): Person[] {
  // The table pairs each kind with its own event, which the index alone cannot show.
  const { tells } = SURFACES[event.kind] as Surface<CaseEvent>;
  if (tells === false) return [];
  return tells(event, subject)
    .filter((person) => person !== undefined)
    .filter((person) => event.by === undefined || !isSamePerson(person, event.by));
}
