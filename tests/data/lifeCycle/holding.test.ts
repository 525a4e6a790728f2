import { describe, expect, test } from 'vitest';
import type { Escalation } from '../../../data/case.js';
import { lacksException, type Command } from '../../../data/lifeCycle.js';
import { anEscalation, JOOST, MERYEM, TOM } from '../../builders.js';
import { AT, inSituation, run, accepted, refusal, current, after } from './situations.js';

describe('claiming', () => {
  test('writes down who holds it and since when', () => {
    expect(after('open', { kind: 'claim', by: MERYEM }).state).toEqual({
      status: 'claimed',
      holder: MERYEM,
      claimedAt: AT,
    });
  });

  test('the loser of a race is told who won', () => {
    const won = accepted(inSituation('open'), { kind: 'claim', by: MERYEM });
    expect(refusal(won, { kind: 'claim', by: JOOST })).toEqual({ kind: 'held-by', holder: MERYEM });
  });

  test('knows a person by tenant and object id, not by name', () => {
    const renamed = { ...MERYEM, name: 'M. Kaya' };
    const namesake = { ...JOOST, name: MERYEM.name };
    const elsewhere = { ...MERYEM, tenantId: '22222222-2222-4222-8222-222222222222' };
    expect(after('claimed', { kind: 'give-back', by: renamed }).state.status).toBe('open');
    for (const by of [namesake, elsewhere]) {
      expect(refusal(inSituation('claimed'), { kind: 'give-back', by })).toEqual({
        kind: 'not-the-holder',
        holder: MERYEM,
      });
    }
  });

  const EXCEPTION = 'moeder verhuist in december naar Leiden';
  test.each([
    ['participating', undefined, 'claimed'],
    ['unknown', undefined, 'claimed'],
    ['not-participating', undefined, 'exception-needed'],
    ['not-participating', '', 'exception-needed'],
    ['not-participating', EXCEPTION, 'claimed'],
  ] as const)(
    'from a municipality that is %s, with ground %j: %s',
    (participation, exception, expected) => {
      const subject = inSituation('open', { participation });
      const decision = run(subject, { kind: 'claim', by: MERYEM, exception });
      expect(decision.ok ? current(decision.case).state.status : decision.refusal.kind).toBe(
        expected,
      );
    },
  );

  test('the exception stands in the case and in its history', () => {
    const subject = inSituation('open', { participation: 'not-participating' });
    const claimed = accepted(subject, { kind: 'claim', by: MERYEM, exception: EXCEPTION });
    expect(current(claimed).state).toMatchObject({ exception: EXCEPTION });
    expect(claimed.history.at(-1)).toMatchObject({ kind: 'claimed', exception: EXCEPTION });
  });

  test('an exception is asked again after giving back', () => {
    const subject = inSituation('open', { participation: 'not-participating' });
    const claimed = accepted(subject, { kind: 'claim', by: MERYEM, exception: EXCEPTION });
    const open = accepted(claimed, { kind: 'give-back', by: MERYEM });
    expect(refusal(open, { kind: 'claim', by: JOOST })).toEqual({ kind: 'exception-needed' });
  });

  test('a municipality that does not take part can be declined without an exception', () => {
    const command = { kind: 'decline', by: MERYEM, reason: 'gemeente doet niet mee' } as const;
    expect(after('open', command, { participation: 'not-participating' }).state).toEqual({
      status: 'declined',
      by: MERYEM,
      at: AT,
      reason: 'gemeente doet niet mee',
    });
  });
});

describe('a case claimed from a municipality that does not take part', () => {
  const exception = 'Zoekt onderdak in Leiden.';
  const outside = { participation: 'not-participating' } as const;
  const claimed = (parts: Partial<Escalation>, ground?: string) => {
    const { state } = current(inSituation('claimed'));
    if (state.status !== 'claimed') throw new Error(state.status);
    return anEscalation({ ...parts, state: { ...state, exception: ground } });
  };

  test.each([
    ['lacks a reason for it', claimed(outside), true],
    ['has one', claimed(outside, exception), false],
    ['needs none where it takes part', claimed({}), false],
    ['needs none yet while it is open', anEscalation(outside), false],
  ])('%s', (_, escalation, lacks) => {
    expect(lacksException(escalation)).toBe(lacks);
  });
});

describe('giving up a case', () => {
  test.each<[string, Command]>([
    ['giving back', { kind: 'give-back', by: MERYEM }],
    ['lapsing', { kind: 'lapse' }],
  ])('%s leaves it open to everybody, an offer gone', (_, command) => {
    const open = accepted(inSituation('offered'), command);
    expect(current(open).state).toEqual({ status: 'open' });
    expect(refusal(open, { kind: 'accept', by: JOOST })).toEqual({
      kind: 'wrong-status',
      status: 'open',
    });
    expect(current(accepted(open, { kind: 'claim', by: TOM })).state).toMatchObject({
      holder: TOM,
    });
  });

  test('a lapse tells whose it was and that the clock did it', () => {
    const lapsed = accepted(inSituation('claimed'), { kind: 'lapse' }).history.at(-1);
    expect(lapsed).toEqual({ kind: 'lapsed', number: 3, at: AT, holder: MERYEM });
  });
});
