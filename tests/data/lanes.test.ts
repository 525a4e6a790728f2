import { describe, expect, test } from 'vitest';
import { withEvents, type NewEvent } from '../../data/caseEvents.js';
import { REASONS } from '../../data/checklist.js';
import { lastChangeOf, laneState, openLanes } from '../../data/lanes.js';
import { openQuestions } from '../../data/questions.js';
import { anEscalatedCase, anEscalation, MERYEM, SANNE, utc } from '../builders.js';

const at = utc('2026-11-16T10:00');
const current = anEscalation({
  reasons: [...REASONS],
  lanes: { complex: { settled: true }, finance: { year: 2026, settled: false } },
  ended: ['follow-up'],
});

describe('a lane', () => {
  test.each([
    ['complex', 'settled'],
    ['finance', 'busy'],
    ['somatic-network', 'not-begun'],
    ['follow-up', 'ended'],
  ] as const)('%s is %s', (reason, state) => {
    expect(laneState(current, reason)).toBe(state);
  });

  test('that ended is not under way, whatever was recorded of it', () => {
    expect(laneState({ ...current, ended: ['finance'] }, 'finance')).toBe('ended');
  });

  test('is open until it is settled or ended', () => {
    expect(openLanes(current)).toEqual(['finance', 'somatic-network']);
  });
});

describe('the last change of a lane', () => {
  const by = { at, by: MERYEM };
  const events: NewEvent[] = [
    { ...by, kind: 'declined', reason: 'finance' },
    { ...by, kind: 'lane-updated', reason: 'finance' },
    { ...by, kind: 'lane-settled', reason: 'complex' },
    { at, kind: 'follow-up-asked', to: SANNE },
    { ...by, kind: 'progress', answer: 'other' },
  ];
  const history = withEvents([], events);

  test.each([
    ['finance', 2],
    ['complex', 3],
    ['follow-up', 4],
    ['somatic-network', 0],
  ] as const)('of %s is event %i', (reason, number) => {
    expect(lastChangeOf(reason, history)).toBe(number);
  });
});

describe('a question', () => {
  const asked = { id: 1, by: MERYEM, at, text: 'Wanneer past het?' };
  const answered = { ...asked, id: 2, answer: { by: SANNE, at, text: 'Dinsdag' } };
  const claimed = { status: 'claimed', holder: MERYEM, claimedAt: at } as const;
  const subject = anEscalatedCase({ state: claimed, questions: [asked, answered] });

  test('is open until it is answered', () => {
    expect(openQuestions(subject)).toEqual([asked]);
  });

  test('is not open while nobody has the case in hand', () => {
    expect(openQuestions(anEscalatedCase({ questions: [asked] }))).toEqual([]);
  });

  test('is not open once sharing was taken back', () => {
    const share = { given: false, by: SANNE, at };
    const permissions = { ...subject.permissions, share };
    expect(openQuestions({ ...subject, permissions })).toEqual([]);
  });
});
