import { describe, expect, it } from 'vitest';
import type { Case, Escalation } from '../../data/case.js';
import {
  followUpIsDue,
  isSilent,
  lapsesOn,
  overdueQuestions,
  passedAppointment,
  waitsTooLong,
  warnsOn,
} from '../../data/terms.js';
import { regionSchema } from '../../data/region.js';
import { anEscalatedCase, at, MERYEM, SANNE, utc } from '../builders.js';
import { COMPLETE } from './regionBuilder.js';

/** 3 workdays to claim, 10 to lapse with 2 of warning, 2 to answer, 5 for how it goes. */
const { terms } = regionSchema.parse(COMPLETE);

/** Escalated on Monday 16 November, in the morning. */
function held(parts: Partial<Escalation> = {}, touched = '2026-11-16T09:00'): Case {
  const subject = anEscalatedCase({
    reasons: ['complex', 'somatic-network', 'follow-up'],
    state: { status: 'claimed', holder: MERYEM, claimedAt: utc(touched) },
    ...parts,
  });
  const history = [
    ...subject.history,
    { kind: 'claimed', number: 3, at: utc(touched), by: MERYEM } as const,
  ];
  return { ...subject, history };
}

describe('a claim', () => {
  it.each([
    ['2026-11-16T09:00', '2026-11-30', 'ten workdays after'],
    ['2026-11-20T23:30', '2026-12-04', 'counted from the day on the Dutch clock'],
    ['2026-12-18T09:00', '2027-01-05', 'Christmas and New Year do not count'],
    ['2026-03-27T09:00', '2026-04-13', 'nor does Easter Monday, over the change of the clock'],
  ])('touched on %s lapses on %s: %s', (touched, expected) => {
    expect(lapsesOn(held({}, touched), terms)).toBe(expected);
  });

  it('is warned of two workdays before', () => {
    expect(warnsOn(held(), terms)).toBe('2026-11-26');
  });

  it.each([
    [{ 'somatic-network': { appointmentOn: '2026-12-14', settled: false } }, '2026-12-29'],
    [{ 'follow-up': { on: '2026-12-14', asks: 'professional', settled: false } }, '2026-12-29'],
    // Done with: nothing is waited for.
    [{ 'follow-up': { on: '2026-12-14', asks: 'professional', settled: true } }, '2026-11-30'],
    [{ 'somatic-network': { appointmentOn: '2026-11-02', settled: false } }, '2026-11-30'],
  ] as [Escalation['lanes'], string][])(
    'that waits for what is agreed, %o, lapses on %s',
    (lanes, expected) => {
      expect(lapsesOn(held({ lanes }), terms)).toBe(expected);
    },
  );

  it('is not kept up by the clock itself', () => {
    const subject = held();
    const history: Case['history'] = [
      ...subject.history,
      { kind: 'follow-up-asked', number: 4, at: utc('2026-11-25T09:00'), to: SANNE },
    ];
    expect(lapsesOn({ ...subject, history }, terms)).toBe('2026-11-30');
  });

  it('does not lapse when nobody has it', () => {
    expect(lapsesOn(anEscalatedCase({ state: { status: 'open' } }), terms)).toBeUndefined();
  });
});

describe('an open escalation', () => {
  const open = anEscalatedCase({ state: { status: 'open' } });

  it.each([
    ['2026-11-19T16:59', false],
    ['2026-11-20T08:30', true],
  ])('of Monday waits too long at %s: %s', (now, expected) => {
    expect(waitsTooLong(open, terms, at(now))).toBe(expected);
  });

  it('waits anew after it was given back', () => {
    const history: Case['history'] = [
      ...open.history,
      { kind: 'given-back', number: 3, at: utc('2026-11-19T12:00'), by: MERYEM },
    ];
    const back = { ...open, history };
    expect(waitsTooLong(back, terms, at('2026-11-24T16:00'))).toBe(false);
    expect(waitsTooLong(back, terms, at('2026-11-25T08:30'))).toBe(true);
  });

  it('does not wait once claimed', () => {
    expect(waitsTooLong(held(), terms, at('2027-01-25T08:30'))).toBe(false);
  });
});

describe('a question', () => {
  const asked = { id: 1, by: MERYEM, at: utc('2026-11-16T10:00'), text: 'Wanneer past het?' };
  const answered = { ...asked, id: 2, answer: { by: SANNE, at: asked.at, text: 'Dinsdag' } };

  it('is overdue after two workdays, as long as it has no answer', () => {
    const subject = held({ questions: [answered, asked] });
    expect(overdueQuestions(subject, terms, at('2026-11-18T17:00'))).toEqual([]);
    expect(overdueQuestions(subject, terms, at('2026-11-19T08:30'))).toEqual([asked]);
  });

  it('is not when nobody holds the case any more', () => {
    const open = anEscalatedCase({ state: { status: 'open' }, questions: [asked] });
    expect(overdueQuestions(open, terms, at('2026-11-30T08:30'))).toEqual([]);
  });
});

describe('an appointment', () => {
  const on = '2026-11-18';
  it.each([
    [{ appointmentOn: on, settled: false }, '2026-11-18T23:00', undefined],
    [{ appointmentOn: on, settled: false }, '2026-11-19T08:30', on],
    [{ appointmentOn: on, happened: 'took-place', settled: false }, '2026-11-19T08:30', undefined],
    [{ appointmentOn: on, happened: 'moved', settled: false }, '2026-11-18T23:00', undefined],
    [{ appointmentOn: on, happened: 'moved', settled: false }, '2026-11-19T08:30', on],
    [{ appointmentOn: on, settled: true }, '2026-11-19T08:30', undefined],
  ] as const)('%o at %s: %s', (lane, now, expected) => {
    expect(passedAppointment(held({ lanes: { 'somatic-network': lane } }), at(now))).toBe(expected);
  });
});

describe('the follow-up', () => {
  const planned = { on: '2026-11-23', asks: 'professional', settled: false } as const;
  const whole = (lane: Escalation['lanes']['follow-up']) => held({ lanes: { 'follow-up': lane } });

  it('is due from its day on', () => {
    expect(followUpIsDue(whole(planned), at('2026-11-22T23:59'))).toBe(false);
    expect(followUpIsDue(whole(planned), at('2026-11-23T00:00'))).toBe(true);
  });

  it('is not due when a coordinator has settled the lane', () => {
    expect(followUpIsDue(whole({ ...planned, settled: true }), at('2026-11-23T08:30'))).toBe(false);
  });

  it('is not due twice', () => {
    const lane = { ...planned, askedAt: utc('2026-11-23T08:30') };
    expect(followUpIsDue(whole(lane), at('2026-11-24T08:30'))).toBe(false);
  });

  it('is silent after five workdays without an answer', () => {
    const lane = { ...planned, askedAt: utc('2026-11-23T08:30') };
    expect(isSilent(whole(lane), terms, at('2026-11-30T17:00'))).toBe(false);
    expect(isSilent(whole(lane), terms, at('2026-12-01T08:30'))).toBe(true);
    const answer = { at: lane.askedAt, by: SANNE, answer: 'going-well' } as const;
    const told = whole({ ...lane, answered: answer });
    expect(isSilent(told, terms, at('2026-12-01T08:30'))).toBe(false);
  });
});
