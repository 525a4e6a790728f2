import { describe, expect, test } from 'vitest';
import { caseSchema } from '../../../data/case.js';
import {
  CONTRACEPTION_RESULTS,
  OUTCOMES,
  type ContraceptionResult,
} from '../../../data/checklist.js';
import type { Command } from '../../../data/lifeCycle.js';
import { aCase, anEscalation, JOOST, MERYEM, SANNE, utc } from '../../builders.js';
import {
  SITUATION,
  AT,
  inSituation,
  accepted,
  refusal,
  current,
  after,
  GRANTED,
  CLOSE,
} from './situations.js';

describe('closing', () => {
  const close = (contraception: ContraceptionResult, realisedOn?: string): Command => ({
    ...CLOSE,
    by: MERYEM,
    contraception,
    realisedOn,
  });
  const earlier = { on: '2026-10', recordedAt: utc('2026-11-01T09:00'), route: 'partner' } as const;

  test.each(OUTCOMES)('with outcome %s keeps it in the state and in the history', (outcome) => {
    const closed = accepted(inSituation('claimed'), { ...CLOSE, by: MERYEM, outcome });
    expect(current(closed).state).toEqual({
      status: 'closed',
      by: MERYEM,
      at: AT,
      outcome,
      contraception: 'planned',
    });
    expect(closed.history.at(-1)).toMatchObject({
      kind: 'closed',
      outcome,
      contraception: 'planned',
    });
  });

  test('as realised records the month, in one change with two events by the same person', () => {
    const closed = accepted(inSituation('claimed'), close('realised', '2026-11'));
    expect(closed.realisation).toEqual({ on: '2026-11', recordedAt: AT, route: 'escalated' });
    expect(closed.version).toBe(2);
    expect(closed.history.slice(2)).toMatchObject([
      { kind: 'closed', number: 3, by: MERYEM },
      { kind: 'realised', number: 4, by: MERYEM },
    ]);
    expect(caseSchema.safeParse(closed).success).toBe(true);
  });

  test('as realised without a month is refused', () => {
    expect(refusal(inSituation('claimed'), close('realised'))).toEqual({ kind: 'month-needed' });
  });

  test('asks no month of who does not hold it', () => {
    const command: Command = { ...CLOSE, by: JOOST, contraception: 'realised' };
    expect(refusal(inSituation('claimed'), command)?.kind).toBe('not-the-holder');
  });

  test.each([undefined, '2026-11'])(
    'as realised once more (month %s) leaves the first realisation',
    (month) => {
      const subject = { ...inSituation('claimed'), realisation: earlier };
      const closed = accepted(subject, close('realised', month));
      expect(closed.realisation).toEqual(earlier);
      expect(closed.history.at(-1)?.kind).toBe('closed');
    },
  );

  test.each(CONTRACEPTION_RESULTS.filter((result) => result !== 'realised'))(
    'as %s realises nothing, even when a month was still filled in',
    (result) => {
      const closed = accepted(inSituation('claimed'), close(result, '2026-11'));
      expect(closed.realisation).toBeUndefined();
      expect(closed.history.at(-1)?.kind).toBe('closed');
    },
  );
});

describe('reopening', () => {
  test.each(['closed', 'declined'] as const)(
    'a %s escalation is the same one, with all it had',
    (situation) => {
      const before = inSituation(situation, { lanes: { finance: GRANTED.lane } });
      const { state, ...rest } = current(accepted(before, { kind: 'reopen', by: JOOST }));
      expect(state).toEqual({ status: 'open' });
      expect(current(before)).toMatchObject(rest);
      expect(rest.number).toBe(1);
    },
  );

  test('touches the last escalation only', () => {
    const first = anEscalation({ state: SITUATION.closed });
    const second = anEscalation({ number: 2, state: SITUATION.declined });
    const reopened = accepted(aCase({ escalations: [first, second] }), {
      kind: 'reopen',
      by: JOOST,
    });
    expect(reopened.escalations).toEqual([first, { ...second, state: { status: 'open' } }]);
  });

  const back = { given: false, by: SANNE, at: utc('2026-11-16T08:40') };
  const reopen = { kind: 'reopen', by: JOOST } as const;

  test('is refused once the client no longer lets coordinators read it', () => {
    const before = inSituation('closed');
    const subject = { ...before, permissions: { ...before.permissions, share: back } };
    expect(refusal(subject, reopen)).toEqual({ kind: 'not-shared' });
  });

  test('is refused when every reason ended with its permission', () => {
    const reasons = ['somatic-network', 'follow-up'] as const;
    const some = inSituation('closed', { reasons: [...reasons], ended: ['follow-up'] });
    expect(current(accepted(some, reopen))).toMatchObject({ ended: ['follow-up'] });
    const all = inSituation('closed', { reasons: [...reasons], ended: [...reasons] });
    expect(refusal(all, reopen)).toEqual({ kind: 'all-ended' });
  });
});

describe('withdrawing', () => {
  test.each([
    ['claimed', MERYEM],
    ['offered', MERYEM],
    ['open', undefined],
    ['closed', undefined],
  ] as const)('when %s names who must hear of it', (situation, holder) => {
    const withdrawn = accepted(inSituation(situation), {
      kind: 'withdraw',
      by: SANNE,
      why: 'client-stops',
    });
    expect(withdrawn.history.at(-1)).toEqual({
      kind: 'withdrawn',
      number: 3,
      at: AT,
      by: SANNE,
      why: 'client-stops',
      holder,
    });
    expect(current(withdrawn).state).toEqual({ status: 'withdrawn', at: AT, why: 'client-stops' });
  });

  test('remembers that it had been declined', () => {
    expect(
      after('declined', { kind: 'withdraw', by: SANNE, why: 'client-stops' }).state,
    ).toMatchObject({
      declined: true,
    });
  });
});
