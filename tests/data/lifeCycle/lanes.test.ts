import { describe, expect, test } from 'vitest';
import { REASONS } from '../../../data/checklist.js';
import type { Lane } from '../../../data/lanes.js';
import type { Command } from '../../../data/lifeCycle.js';
import { MERYEM } from '../../builders.js';
import { inSituation, accepted, refusal, current, GRANTED } from './situations.js';

describe('lanes', () => {
  const LANES: Lane[] = [
    { reason: 'complex', lane: { result: 'advised', settled: true } },
    {
      reason: 'finance',
      lane: {
        askedCents: 200_00,
        chargedTo: 'leiden',
        year: 2026,
        declaration: 'submitted',
        settled: true,
      },
    },
    {
      reason: 'somatic-network',
      lane: { provider: 'verloskundigen-voorbeeld', happened: 'moved', settled: true },
    },
    { reason: 'follow-up', lane: { on: '2027-01-18', asks: 'professional', settled: true } },
  ];

  test.each(LANES)('$reason is settled when it was a reason of the escalation', (lane) => {
    const command: Command = { kind: 'update-lane', by: MERYEM, ...lane };
    const settled = accepted(inSituation('claimed', { reasons: [...REASONS] }), command);
    expect(current(settled).lanes).toEqual({ [lane.reason]: lane.lane });
    expect(settled.history.at(-1)).toMatchObject({ kind: 'lane-settled', reason: lane.reason });
    const reasons = REASONS.filter((reason) => reason !== lane.reason);
    expect(refusal(inSituation('claimed', { reasons }), command)).toEqual({
      kind: 'reason-not-asked',
    });
  });

  test('settling one lane keeps the others; settling it again replaces it', () => {
    const reasons = ['complex', 'finance'] as const;
    const one = accepted(inSituation('claimed', { reasons: [...reasons] }), {
      kind: 'update-lane',
      by: MERYEM,
      reason: 'complex',
      lane: { result: 'taken-over', settled: false },
    });
    const two = accepted(one, { kind: 'update-lane', by: MERYEM, ...GRANTED });
    const three = accepted(two, {
      kind: 'update-lane',
      by: MERYEM,
      reason: 'finance',
      lane: { askedCents: 90_00, year: 2026, settled: false },
    });
    expect(current(two).lanes).toEqual({
      complex: { result: 'taken-over', settled: false },
      finance: GRANTED.lane,
    });
    expect(current(three).lanes).toEqual({
      complex: { result: 'taken-over', settled: false },
      finance: { askedCents: 90_00, year: 2026, settled: false },
    });
  });
});

describe('a reason that ended', () => {
  test('is not settled any more; the others are', () => {
    const subject = inSituation('claimed', {
      reasons: ['finance', 'complex'],
      ended: ['finance'],
    });
    const settle = { kind: 'update-lane', by: MERYEM } as const;
    expect(refusal(subject, { ...settle, ...GRANTED })).toEqual({ kind: 'reason-ended' });
    const advised = { reason: 'complex', lane: { result: 'advised', settled: true } } as const;
    expect(refusal(subject, { ...settle, ...advised })).toBeUndefined();
  });
});
