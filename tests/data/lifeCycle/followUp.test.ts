import { describe, expect, test } from 'vitest';
import type { Case, Escalation } from '../../../data/case.js';
import type { FollowUp } from '../../../data/lanes.js';
import type { Person } from '../../../data/person.js';
import { JOOST, MERYEM, SANNE } from '../../builders.js';
import { AT, inSituation, run, accepted, refusal, current, type Situation } from './situations.js';

describe('the follow-up', () => {
  const planned = { on: '2026-11-16', asks: 'professional', settled: false } as const;
  const whole = (
    lane: FollowUp,
    situation: Situation = 'claimed',
    parts: Partial<Escalation> = {},
  ) => inSituation(situation, { reasons: ['follow-up'], lanes: { 'follow-up': lane }, ...parts });
  const laneOf = (subject: Case) => current(subject).lanes['follow-up'];
  const ASK = { kind: 'ask-follow-up' } as const;
  const answerBy = (by: Person) =>
    ({ kind: 'answer-follow-up', by, answer: 'appointment-kept', realisedOn: '2026-11' }) as const;

  test('asks the professional once', () => {
    const asked = accepted(whole(planned), ASK);
    expect(laneOf(asked)).toMatchObject({ askedAt: AT });
    expect(asked.history.at(-1)).toMatchObject({ kind: 'follow-up-asked', to: SANNE });
    expect(refusal(asked, ASK)).toEqual({ kind: 'no-follow-up' });
  });

  test.each<[Situation, FollowUp['asks'], Person | undefined]>([
    ['open', 'professional', SANNE],
    ['claimed', 'professional', SANNE],
    ['closed', 'professional', SANNE],
    ['claimed', 'coordinator', MERYEM],
    ['closed', 'coordinator', MERYEM],
    // Nobody holds it: better the professional than nobody.
    ['open', 'coordinator', SANNE],
    ['declined', 'professional', undefined],
    ['withdrawn', 'professional', undefined],
  ])('of a case that is %s asks the %s', (situation, asks, to) => {
    const decision = run(whole({ ...planned, asks }, situation), ASK);
    expect(decision.ok ? decision.case.history.at(-1) : undefined).toEqual(
      to && expect.objectContaining({ kind: 'follow-up-asked', to }),
    );
  });

  test('that was answered records how it goes, settles the lane and counts what was realised', () => {
    const answered = accepted(accepted(whole(planned), ASK), answerBy(SANNE));
    expect(laneOf(answered)).toMatchObject({
      settled: true,
      answered: { by: SANNE, answer: 'appointment-kept' },
    });
    expect(answered.realisation).toMatchObject({ on: '2026-11', route: 'escalated' });
    expect(answered.history.slice(-2).map(({ kind }) => kind)).toEqual([
      'follow-up-answered',
      'realised',
    ]);
    expect(refusal(answered, answerBy(SANNE))).toEqual({ kind: 'no-follow-up' });
  });

  test('is not answered by somebody else, nor before it was asked', () => {
    expect(refusal(whole(planned), answerBy(SANNE))).toEqual({ kind: 'no-follow-up' });
    const asked = accepted(whole(planned), ASK);
    expect(refusal(asked, answerBy(JOOST))).toEqual({ kind: 'no-follow-up' });
  });

  test('can be put off, and is asked again then', () => {
    const asked = accepted(whole(planned), ASK);
    const later = accepted(asked, { kind: 'snooze-follow-up', by: SANNE, until: '2026-12-01' });
    expect(laneOf(later)).toEqual({ ...planned, on: '2026-12-01', askedAt: undefined });
    expect(accepted(later, ASK).history.at(-1)).toMatchObject({ kind: 'follow-up-asked' });
  });

  test('is not asked without permission to ask, or to share', () => {
    expect(refusal(whole(planned, 'claimed', { ended: ['follow-up'] }), ASK)).toEqual({
      kind: 'no-follow-up',
    });
    const subject = whole(planned, 'closed');
    const back = { given: false, by: SANNE, at: AT };
    expect(
      refusal({ ...subject, permissions: { ...subject.permissions, share: back } }, ASK),
    ).toEqual({ kind: 'not-shared' });
  });
});
