import { consultCard, callBackCard } from '../../cards/consultCard.js';
import { escalationCard } from '../../cards/escalationCard.js';
import { eventLine } from '../../cards/caseCard.js';
import { followUpCard } from '../../cards/followUpCard.js';
import { noticeCard } from '../../cards/noticeCard.js';
import type { Card } from '../../cards/render.js';
import type { CardContext } from '../../cards/context.js';
import { onDuty } from '../../data/absence.js';
import { currentEscalation, type Case } from '../../data/case.js';
import type { CaseEvent } from '../../data/caseEvents.js';
import type { Counts } from '../../data/counts.js';
import type { Subject } from '../../data/delivery.js';
import { askedNow } from '../../data/followUp.js';
import { projectBulletin, type BulletinDeps } from './bulletins.js';
import { projectDigest } from './digests.js';
import { isSamePerson, type Person } from '../../data/person.js';
import { dayOf } from '../../data/weeks.js';
import { absencesIn } from '../coordinators.js';
import type { Repository } from '../../data/repository.js';
import {
  isNotified,
  isThreaded,
  recipients,
  sharedEvents,
  type NotifiedEvent,
} from '../../data/surfaces.js';

/** One thing to tell one person, with the event number after which it is done. */
export interface Notice {
  number: number;
  /** For whom it is meant, away or not: by this is known what has been told. */
  to: Person;
  /** Who gets it today in the place of that person. */
  standIn?: Person | undefined;
  /** What it may be read for: `subject` as long as that is there, `sharing` as long as it is shared. */
  needs?: 'subject' | 'sharing';
  /** Keys of what it tells of; the subject's own when absent. */
  tells?: string[];
  summary: (context: CardContext) => string;
  card: (context: CardContext) => Card;
}

export interface ThreadLine {
  number: number;
  text: (context: CardContext) => string;
}

/** What others are to see of a case or a call-back request, as functions of the reader's context. */
export interface Projection {
  key: string;
  region: string;
  version: number;
  summary: (context: CardContext) => string;
  /** For the channel; absent when it is not told there at all. */
  card?: (context: CardContext, counts: Counts, called?: readonly Person[]) => Card;
  /** Whether those on duty are called to the card when it is posted for the first time. */
  isUrgent?: boolean;
  lines: ThreadLine[];
  notices: Notice[];
  /** Number of the last event there is. */
  lastEvent: number;
}

/** Nothing for a case that was never escalated, or a message that has nothing to say any more. */
export async function project(
  deps: BulletinDeps,
  subject: Subject,
): Promise<Projection | undefined> {
  switch (subject.kind) {
    case 'case':
      return projectCase(subject.case, await awayIn(deps, subject.case.region));
    case 'consult':
      return projectConsult(subject.consult);
    case 'bulletin':
      return projectBulletin(deps, subject.bulletin);
    case 'digest':
      return projectDigest(deps, subject.digest);
  }
}

/** Who does the work of somebody today. */
type OnDuty = (person: Person) => Person;

async function awayIn(deps: BulletinDeps, regionId: string): Promise<OnDuty> {
  const region = deps.regions.find(regionId);
  const absences = region ? await absencesIn(deps, region) : [];
  const today = dayOf(deps.now());
  return (person) => onDuty(person, absences, today);
}

function projectCase(subject: Case, dutyOf: OnDuty): Projection | undefined {
  const current = currentEscalation(subject);
  if (!current) return undefined;
  return {
    key: subject.code,
    region: subject.region,
    version: subject.version,
    summary: ({ words }) => words.escalation.summary(subject.code),
    card: (context, counts, called) => escalationCard(context, subject, current, counts, called),
    isUrgent: current.priority && current.state.status === 'open',
    lines: sharedEvents(subject)
      .filter(isThreaded)
      .map((event) => ({
        number: event.number,
        text: (context) => eventLine(context, event),
      })),
    notices: sharedEvents(subject)
      .filter(isNotified)
      .filter((event) => isStillTold(subject, event))
      .flatMap((event) => noticesOf(subject, event, dutyOf)),
    lastEvent: subject.history.length,
  };
}

/** A question that was answered, put off or passed on before it got through asks nobody. */
function isStillTold(subject: Case, event: NotifiedEvent): boolean {
  if (event.kind !== 'follow-up-asked') return true;
  const asked = askedNow(subject);
  const last = subject.history.findLast(({ kind }) => kind === event.kind);
  return asked !== undefined && isSamePerson(asked, event.to) && last?.number === event.number;
}

function noticesOf(subject: Case, event: NotifiedEvent, dutyOf: OnDuty): Notice[] {
  const meant = recipients(event, subject);
  return meant.flatMap((to) => {
    const standIn = standInFor(to, subject, dutyOf);
    // They did it themselves, or hear of it anyway.
    const knows = [...meant, event.by].some((row) => row && standIn && isSamePerson(row, standIn));
    return knows ? [] : [noticeOf(subject, event, to, standIn)];
  });
}

/** What coordinators are told goes to who is on duty; a professional's own case stays theirs. */
function standInFor(to: Person, { professional }: Case, dutyOf: OnDuty): Person | undefined {
  const reader = isSamePerson(to, professional) ? to : dutyOf(to);
  return isSamePerson(reader, to) ? undefined : reader;
}

function noticeOf(
  subject: Case,
  event: NotifiedEvent,
  to: Person,
  standIn: Person | undefined,
): Notice {
  const options = { canOpen: !endsSharing(event), insteadOf: standIn && to };
  return {
    number: event.number,
    to,
    standIn,
    needs: staysReadable(subject, event, to) ? 'subject' : 'sharing',
    summary: ({ words }) => words.notices.summary(subject.code),
    card: (context) =>
      event.kind === 'follow-up-asked'
        ? followUpCard(context, subject, standIn ?? to)
        : noticeCard(context, subject, event, options),
  };
}

/** The professional's own, and the notice that the case is no longer shared. */
function staysReadable({ professional }: Case, event: CaseEvent, to: Person): boolean {
  return endsSharing(event) || isSamePerson(to, professional);
}

const endsSharing = (event: CaseEvent) =>
  event.kind === 'permission-withdrawn' && event.permission === 'share';

function projectConsult(consult: Extract<Subject, { kind: 'consult' }>['consult']): Projection {
  const { state } = consult;
  const summary: Projection['summary'] = ({ words }) => words.consult.summary;
  return {
    key: consult.id,
    region: consult.region,
    version: consult.version,
    summary,
    card: (context) => consultCard(context, consult),
    lines: [],
    notices:
      state.status === 'taken'
        ? [
            {
              number: 1,
              to: state.by,
              needs: 'subject',
              summary,
              card: (context) => callBackCard(context, consult),
            },
          ]
        : [],
    lastEvent: state.status === 'taken' ? 1 : 0,
  };
}

/** The state of a subject as it is stored now. */
export async function readSubject(
  repository: Pick<Repository, 'read'>,
  kind: Subject['kind'],
  key: string,
): Promise<Subject | undefined> {
  if (kind === 'case') {
    const found = await repository.read('case', key);
    return found && { kind, case: found };
  }
  if (kind === 'bulletin') {
    const found = await repository.read('bulletin', key);
    return found && { kind, bulletin: found };
  }
  if (kind === 'digest') {
    const found = await repository.read('digest', key);
    return found && { kind, digest: found };
  }
  const found = await repository.read('consult', key);
  return found && { kind, consult: found };
}
