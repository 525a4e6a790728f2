import { currentEscalation, type Case, type CaseEvent } from './case.js';
import { isSamePerson, type Person } from './person.js';

interface Surface<E> {
  /** Whether the channel thread gets a line: who and when, no content. */
  thread: boolean;
  /** Who hears of it in their own chat; who did it is left out. */
  tells: (event: E, subject: Case) => (Person | undefined)[];
}

type Surfaces = { [K in CaseEvent['kind']]: Surface<Extract<CaseEvent, { kind: K }>> };

const nobody = () => [];
const professional = (_event: CaseEvent, subject: Case) => [subject.professional];
const holder = (_event: CaseEvent, subject: Case) => {
  const state = currentEscalation(subject)?.state;
  return [state?.status === 'claimed' ? state.holder : undefined];
};

const SURFACES: Surfaces = {
  'talk-recorded': { thread: true, tells: holder },
  // Closing a case says so itself.
  realised: { thread: false, tells: holder },
  corrected: { thread: true, tells: holder },
  progress: { thread: true, tells: holder },
  'permission-withdrawn': { thread: true, tells: (event) => [event.holder] },
  // Who gave them up is told once of all together (data/handOver.ts).
  'taken-over': { thread: true, tells: holder },
  // The card itself says it.
  escalated: { thread: false, tells: nobody },
  claimed: { thread: true, tells: professional },
  'given-back': { thread: true, tells: professional },
  lapsed: { thread: true, tells: (event, subject) => [subject.professional, event.holder] },
  offered: { thread: false, tells: (event) => [event.to] },
  'offer-accepted': { thread: true, tells: (event, subject) => [subject.professional, event.from] },
  'offer-refused': { thread: false, tells: (event) => [event.from] },
  'offer-cancelled': { thread: false, tells: (event) => [event.to] },
  declined: { thread: true, tells: professional },
  'lane-settled': { thread: true, tells: nobody },
  asked: { thread: true, tells: professional },
  answered: { thread: true, tells: holder },
  closed: { thread: true, tells: professional },
  reopened: { thread: true, tells: professional },
  withdrawn: { thread: true, tells: (event) => [event.holder] },
};

/** What happened since the coordinators were first asked; what was before is not theirs to hear. */
export function sharedEvents({ history }: Case): CaseEvent[] {
  const first = history.findIndex(({ kind }) => kind === 'escalated');
  return first === -1 ? [] : history.slice(first);
}

/** Whether the channel thread gets a line. */
export function isThreaded(event: CaseEvent): boolean {
  return SURFACES[event.kind].thread;
}

/** Whom an event is told in their own chat. */
export function recipients(event: CaseEvent, subject: Case): Person[] {
  // The table pairs each kind with its own event, which the index alone cannot show.
  const { tells } = SURFACES[event.kind] as Surface<CaseEvent>;
  return tells(event, subject)
    .filter((person) => person !== undefined)
    .filter((person) => event.by === undefined || !isSamePerson(person, event.by));
}
