import { describe, expect, it } from 'vitest';
import type { Case, Escalation } from '../../data/case.js';
import {
  agreedFollowUp,
  askedNow,
  isAwaited,
  snoozedUntil,
  type Snooze,
} from '../../data/followUp.js';
import type { FollowUp } from '../../data/lanes.js';
import type { Person } from '../../data/person.js';
import { aCase, anEscalatedCase, at, JOOST, MERYEM, SANNE, utc } from '../builders.js';

const moment = utc('2026-11-20T09:00');
const LANE: FollowUp = { on: '2026-11-20', asks: 'professional', askedAt: moment, settled: false };
const STATES = {
  open: { status: 'open' },
  claimed: { status: 'claimed', holder: MERYEM, claimedAt: moment },
  closed: {
    ...{ status: 'closed', by: JOOST, at: moment },
    ...{ outcome: 'postponed', contraception: 'none' },
  },
  declined: { status: 'declined', by: MERYEM, at: moment, reason: 'Hoort elders.' },
  withdrawn: { status: 'withdrawn', at: moment, why: 'mistake' },
} as const satisfies Record<string, Escalation['state']>;

function followed(status: keyof typeof STATES, lane: Partial<FollowUp> = {}): Case {
  return anEscalatedCase({ state: STATES[status], lanes: { 'follow-up': { ...LANE, ...lane } } });
}

describe('who is asked', () => {
  it.each<[keyof typeof STATES, FollowUp['asks'], Person | undefined]>([
    ['open', 'professional', SANNE],
    ['claimed', 'professional', SANNE],
    ['closed', 'professional', SANNE],
    ['open', 'coordinator', SANNE],
    ['claimed', 'coordinator', MERYEM],
    ['closed', 'coordinator', JOOST],
    ['declined', 'professional', undefined],
    ['withdrawn', 'coordinator', undefined],
  ])('of a case that is %s, as agreed the %s', (status, asks, expected) => {
    expect(askedNow(followed(status, { asks }))).toEqual(expected);
  });

  it.each<[string, Case]>([
    ['before the day', followed('claimed', { askedAt: undefined })],
    [
      'after an answer',
      followed('closed', { answered: { at: moment, by: SANNE, answer: 'other' } }),
    ],
    ['without an agreement', anEscalatedCase()],
    ['without an escalation', aCase()],
  ])('nobody: %s', (_, subject) => {
    expect(askedNow(subject)).toBeUndefined();
    expect(isAwaited(subject)).toBe(false);
  });

  it('nobody waits any more once the coordinator settled it; who was asked may still answer', () => {
    const subject = followed('claimed', { settled: true });
    expect(askedNow(subject)).toEqual(SANNE);
    expect(isAwaited(subject)).toBe(false);
    expect(isAwaited(followed('claimed'))).toBe(true);
  });

  it('nobody without permission to ask, or to share', () => {
    const subject = followed('closed');
    const [escalation] = subject.escalations;
    if (!escalation) throw new Error('not escalated');
    const ended = { ...subject, escalations: [{ ...escalation, ended: ['follow-up' as const] }] };
    expect(agreedFollowUp(ended)).toEqual({ kind: 'no-follow-up' });
    const share = { given: false, by: SANNE, at: moment };
    const unshared = { ...subject, permissions: { ...subject.permissions, share } };
    expect(agreedFollowUp(unshared)).toEqual({ kind: 'not-shared' });
  });
});

describe('asking later', () => {
  it.each<[Snooze, string, string, string]>([
    ['week', '2026-11-16T09:00', '2026-11-23', 'seven days on'],
    ['two-weeks', '2026-11-16T09:00', '2026-11-30', 'fourteen days on'],
    ['month', '2026-11-16T09:00', '2026-12-16', 'the same date'],
    ['month', '2027-01-29T09:00', '2027-03-01', 'no such date, and a Sunday: Monday'],
    ['week', '2026-11-21T09:00', '2026-11-30', 'a Saturday: Monday'],
    ['week', '2026-12-18T09:00', '2026-12-28', 'Christmas: the Monday after'],
    ['week', '2026-11-16T23:30', '2026-11-23', 'late in the evening it is still that day'],
    ['week', '2026-10-22T00:30', '2026-10-29', 'over the change of the clock'],
  ])('%s after %s is %s: %s', (snooze, now, expected) => {
    expect(snoozedUntil(snooze, at(now))).toBe(expected);
  });
});
