import { describe, expect, test } from 'vitest';
import type { Case, Escalation } from '../../data/case.js';
import { keptUntil, opensBefore, remains } from '../../data/erase.js';
import { instantOf } from '../../data/weeks.js';
import { aCase, anEscalatedCase, at, MERYEM, SANNE, utc } from '../builders.js';

const RETENTION = { draftDays: 7, caseMonths: 6, escalatedCaseMonths: 3 };
const ENDED = utc('2026-12-01T10:00');

const ends: [string, Escalation['state']][] = [
  ['closed', { status: 'closed', by: MERYEM, at: ENDED, outcome: 'other', contraception: 'none' }],
  ['declined', { status: 'declined', by: MERYEM, at: ENDED, reason: 'dubbel' }],
  ['withdrawn', { status: 'withdrawn', at: ENDED, why: 'mistake' }],
];

function untilOf(subject: Case): string | undefined {
  const until = keptUntil(subject, RETENTION);
  return until && instantOf(until);
}

const furtherTalk = (at: string): Pick<Case, 'history'> => ({
  history: [
    ...anEscalatedCase().history,
    { kind: 'talk-recorded', number: 3, at, by: SANNE },
    { kind: 'corrected', number: 4, at: utc('2027-05-01T10:00'), by: SANNE, corrections: [] },
  ],
});

describe('a case is kept', () => {
  test('six months after its talk when it was not escalated', () => {
    expect(untilOf(aCase())).toBe(utc('2027-05-16T07:55'));
  });

  test('six months after the last of several talks', () => {
    const { history } = furtherTalk(utc('2027-02-01T10:00'));
    expect(untilOf(aCase({ history }))).toBe(utc('2027-08-01T10:00'));
  });

  test.each(ends)('three months after it was %s', (_, state) => {
    expect(untilOf(anEscalatedCase({ state }))).toBe(utc('2027-03-01T10:00'));
  });

  test('three months after a later talk', () => {
    const subject = anEscalatedCase({ state: ends[0]?.[1] }, furtherTalk(utc('2027-02-01T10:00')));
    expect(untilOf(subject)).toBe(utc('2027-05-01T10:00'));
  });

  test.each<Escalation['state']>([
    { status: 'open' },
    { status: 'claimed', holder: MERYEM, claimedAt: ENDED },
  ])('as long as it is $status', (state) => {
    expect(untilOf(anEscalatedCase({ state }))).toBeUndefined();
  });

  test('from its opening when there was no talk', () => {
    const subject = aCase({ talks: [], history: [] });
    expect(untilOf(subject)).toBe(utc('2027-05-16T07:55'));
  });
});

test('what remains of a case are totals by week, and by quarter what is kept of its origin', () => {
  const rows = remains(anEscalatedCase()).map(({ row, period }) => `${row} ${period}`);
  expect(rows.sort()).toEqual([
    'escalations 2026-W47',
    'escalations:municipality:leiden 2026-K4',
    'escalations:type:youth-health 2026-K4',
    'reason:finance 2026-K4',
    'talks 2026-W46',
    'talks-escalated 2026-W46',
    'talks:municipality:leiden 2026-K4',
    'talks:type:youth-health 2026-K4',
  ]);
});

test('what is past its term is among what was opened long enough ago, on every day of four years', () => {
  for (let day = at('2024-01-01T00:30'); day.year < 2028; day = day.plus({ days: 1 })) {
    const openedAt = instantOf(day);
    for (const months of [1, 2, 6, 13, 60]) {
      const never = { draftDays: 7, caseMonths: months, escalatedCaseMonths: 60 };
      const ended = { draftDays: 7, caseMonths: 60, escalatedCaseMonths: months };
      const state = { status: 'withdrawn', at: openedAt, why: 'mistake' } as const;
      const opened = { openedAt, history: [] };
      for (const [subject, retention] of [
        [aCase(opened), never],
        [anEscalatedCase({ state }, opened), ended],
      ] as const) {
        const until = keptUntil(subject, retention);
        if (!until) throw new Error('kept for ever');
        expect(openedAt < instantOf(opensBefore(retention, until)), openedAt).toBe(true);
      }
    }
  }
});
