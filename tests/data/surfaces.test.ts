import { describe, expect, test } from 'vitest';
import type { Case } from '../../data/case.js';
import { withEvents, type CaseEvent, type NewEvent } from '../../data/caseEvents.js';
import { correctEscalation } from '../../data/ownCase.js';
import { withdrawPermission } from '../../data/permission.js';
import { reportProgress } from '../../data/progress.js';
import { isNotified, recipients, sharedEvents, sharedTalks } from '../../data/surfaces.js';
import {
  anEscalatedCase,
  anEscalation,
  at,
  aTalk,
  HOLLANDS_MIDDEN,
  MERYEM,
  SANNE,
  utc,
} from '../builders.js';

const EVENT: Record<string, (moment: string) => NewEvent> = {
  talk: (moment) => ({ kind: 'talk-recorded', at: moment, by: SANNE }),
  progress: (moment) => ({ kind: 'progress', at: moment, by: SANNE, answer: 'other' }),
  escalated: (moment) => ({ kind: 'escalated', at: moment, by: SANNE, priority: false }),
  closed: (moment) => ({
    kind: 'closed',
    at: moment,
    by: MERYEM,
    outcome: 'postponed',
    contraception: 'none',
  }),
  declined: (moment) => ({ kind: 'declined', at: moment, by: MERYEM, reason: 'Hoort elders.' }),
  reopened: (moment) => ({ kind: 'reopened', at: moment, by: MERYEM }),
  withdrawn: (moment) => ({ kind: 'withdrawn', at: moment, by: SANNE, why: 'client-stops' }),
  'share-back': (moment) => ({
    kind: 'permission-withdrawn',
    at: moment,
    by: SANNE,
    permission: 'share',
  }),
  'network-back': (moment) => ({
    kind: 'permission-withdrawn',
    at: moment,
    by: SANNE,
    permission: 'network',
  }),
};

const moment = (index: number) => utc(`2026-11-16T09:${String(10 + index)}`);

/** A case with these events, a minute between them. */
function withCourse(course: string, whole: Partial<Case> = {}): Case {
  const events = course.split(' ').map((name, index) => {
    const make = EVENT[name];
    if (!make) throw new Error(name);
    return make(moment(index));
  });
  return anEscalatedCase({}, { history: withEvents([], events), ...whole });
}

const heard = (subject: Case) => sharedEvents(subject).map(({ number }) => number);

describe('coordinators hear', () => {
  test.each([
    ['nothing of a case that was never escalated', 'talk progress', []],
    ['nothing of what came before', 'talk progress escalated progress', [3, 4]],
    ['that it was closed, and nothing after', 'escalated progress closed progress talk', [1, 2, 3]],
    ['that it was declined, and nothing after', 'escalated declined progress', [1, 2]],
    ['what comes after reopening', 'escalated closed progress reopened progress', [1, 2, 4, 5]],
    ['that it was withdrawn, and nothing after', 'escalated withdrawn progress', [1, 2]],
    ['that what was closed is withdrawn', 'escalated closed progress withdrawn talk', [1, 2, 4]],
    ['that sharing was taken back, and nothing after', 'escalated share-back progress', [1, 2]],
    ['that too of what was closed', 'escalated closed share-back progress', [1, 2, 3]],
    [
      'nothing more of it when it is opened again',
      'escalated closed share-back reopened',
      [1, 2, 3],
    ],
    ['nor that it is withdrawn then', 'escalated closed share-back withdrawn', [1, 2, 3]],
    ['of another permission, and what goes on', 'escalated network-back progress', [1, 2, 3]],
    ['nothing of another permission once it is closed', 'escalated closed network-back', [1, 2]],
    [
      'nothing of what came in between when it is escalated again',
      'escalated share-back progress talk escalated progress',
      [1, 2, 5, 6],
    ],
  ])('%s: %s', (_, course, numbers) => {
    expect(heard(withCourse(course))).toEqual(numbers);
  });

  test('nothing after the last reason went with its permission', () => {
    const subject = anEscalatedCase({ reasons: ['somatic-network'] });
    const back = withdrawPermission(subject, 'network', SANNE, at('2026-11-16T09:30'));
    if (!back) throw new Error('nothing changed');
    const answer = { answer: 'other', note: 'Onder ons.' } as const;
    const reported = reportProgress(back, answer, SANNE, at('2026-11-16T09:40'));
    if (!reported.ok) throw new Error('refused');
    expect(heard(reported.case)).toEqual([2, 3]);
  });
});

describe('coordinators read', () => {
  const talks = [aTalk(), aTalk({ on: '2026-11-14' }), aTalk({ on: '2026-11-15' })];
  const read = (course: string) => sharedTalks(withCourse(course, { talks })).map(({ on }) => on);

  test.each([
    ['the talks that were there', 'talk talk escalated', ['2026-11-12', '2026-11-14']],
    ['talks while they have it', 'talk escalated talk', ['2026-11-12', '2026-11-14']],
    ['no talk after it was closed', 'talk escalated closed talk', ['2026-11-12']],
    ['not even once it is reopened', 'talk escalated closed talk reopened', ['2026-11-12']],
    [
      'a talk in the open after that',
      'talk escalated closed talk reopened talk',
      ['2026-11-12', '2026-11-15'],
    ],
    [
      'a talk in between once it is escalated again',
      'talk escalated closed talk escalated',
      ['2026-11-12', '2026-11-14'],
    ],
    ['no talk after sharing was taken back', 'talk escalated share-back talk', ['2026-11-12']],
  ])('%s: %s', (_, course, days) => {
    expect(read(course)).toEqual(days);
  });
});

test('an event that nobody is told of has no recipients', () => {
  const escalated: CaseEvent = {
    kind: 'escalated',
    number: 1,
    at: moment(0),
    by: SANNE,
    priority: true,
  };
  expect(isNotified(escalated)).toBe(false);
  expect(recipients(escalated, anEscalatedCase())).toEqual([]);
});

test('a correction of what coordinators have before them is told to who holds it', () => {
  const claimedAt = utc('2026-11-16T08:30');
  const escalation = anEscalation({ state: { status: 'claimed', holder: MERYEM, claimedAt } });
  const subject = anEscalatedCase({}, { escalations: [escalation] });
  const answers = { priority: true };
  const next = correctEscalation(HOLLANDS_MIDDEN, subject, answers, SANNE, at('2026-11-16T09:30'));
  if (!next.ok) throw new Error('refused');
  const [event] = sharedEvents(next.case).slice(-1);
  expect(event?.kind).toBe('corrected');
  expect(event && recipients(event, next.case)).toEqual([MERYEM]);
});
