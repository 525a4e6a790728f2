import { consultCard, callBackCard } from '../../cards/consultCard.js';
import { escalationCard } from '../../cards/escalationCard.js';
import { eventLine } from '../../cards/caseCard.js';
import { noticeCard } from '../../cards/noticeCard.js';
import type { Card } from '../../cards/render.js';
import type { CardContext } from '../../cards/context.js';
import { currentEscalation, type Case, type CaseEvent } from '../../data/case.js';
import type { Counts } from '../../data/counting.js';
import type { Subject } from '../../data/delivery.js';
import { projectBulletin, type BulletinDeps } from './bulletins.js';
import { isSamePerson, type Person } from '../../data/person.js';
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
  to: Person;
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
  card?: (context: CardContext, counts: Counts) => Card;
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
      return projectCase(subject.case);
    case 'consult':
      return projectConsult(subject.consult);
    case 'bulletin':
      return projectBulletin(deps, subject.bulletin);
  }
}

function projectCase(subject: Extract<Subject, { kind: 'case' }>['case']): Projection | undefined {
  const current = currentEscalation(subject);
  if (!current) return undefined;
  return {
    key: subject.code,
    region: subject.region,
    version: subject.version,
    summary: ({ words }) => words.escalation.summary(subject.code),
    card: (context, counts) => escalationCard(context, subject, current, counts),
    lines: sharedEvents(subject)
      .filter(isThreaded)
      .map((event) => ({
        number: event.number,
        text: (context) => eventLine(context, event),
      })),
    notices: sharedEvents(subject)
      .filter(isNotified)
      .flatMap((event) => noticesOf(subject, event)),
    lastEvent: subject.history.length,
  };
}

function noticesOf(
  subject: Extract<Subject, { kind: 'case' }>['case'],
  event: NotifiedEvent,
): Notice[] {
  return recipients(event, subject).map((to) => ({
    number: event.number,
    to,
    needs: staysReadable(subject, event, to) ? 'subject' : 'sharing',
    summary: ({ words }) => words.notices.summary(subject.code),
    card: (context) => noticeCard(context, subject, event, { canOpen: !endsSharing(event) }),
  }));
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
  const found = await repository.read('consult', key);
  return found && { kind, consult: found };
}
