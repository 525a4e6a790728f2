import { describe, expect, test } from 'vitest';
import { caseSchema, type EscalationStatus } from '../../../data/case.js';
import type { Command, Refusal } from '../../../data/lifeCycle.js';
import { aCase, JOOST, MERYEM, SANNE, TOM } from '../../builders.js';
import {
  SITUATION,
  SITUATIONS,
  AT,
  inSituation,
  run,
  refusal,
  current,
  GRANTED,
  CLOSE,
  type Situation,
} from './situations.js';

describe('the life cycle, command by command', () => {
  type Cell = EscalationStatus | `no: ${Refusal['kind']}`;
  type Row = Record<Situation, Cell>;

  /** Every situation the same, but for these. */
  const otherwise = (rest: Cell, parts: Partial<Row>): Row => ({
    open: rest,
    claimed: rest,
    offered: rest,
    declined: rest,
    closed: rest,
    withdrawn: rest,
    ...parts,
  });
  const wrong = (parts: Partial<Row>) => otherwise('no: wrong-status', parts);
  const whenClaimed = (claimed: Cell, offered = claimed) => wrong({ claimed, offered });

  const MATRIX: [who: string, Command, Row][] = [
    [
      'the holder',
      { kind: 'claim', by: MERYEM },
      wrong({ open: 'claimed', claimed: 'no: already-yours', offered: 'no: already-yours' }),
    ],
    [
      'another coordinator',
      { kind: 'claim', by: JOOST },
      wrong({ open: 'claimed', claimed: 'no: held-by', offered: 'no: held-by' }),
    ],
    ['the holder', { kind: 'give-back', by: MERYEM }, whenClaimed('open')],
    ['another coordinator', { kind: 'give-back', by: JOOST }, whenClaimed('no: not-the-holder')],
    ['the clock', { kind: 'lapse' }, whenClaimed('open')],
    [
      'the holder',
      { kind: 'offer', by: MERYEM, to: JOOST },
      whenClaimed('claimed', 'no: already-offered'),
    ],
    [
      'the holder',
      { kind: 'offer', by: MERYEM, to: MERYEM },
      whenClaimed('no: offer-to-self', 'no: already-offered'),
    ],
    [
      'another coordinator',
      { kind: 'offer', by: JOOST, to: TOM },
      whenClaimed('no: not-the-holder'),
    ],
    ['the colleague', { kind: 'accept', by: JOOST }, whenClaimed('no: no-offer', 'claimed')],
    ['the holder', { kind: 'accept', by: MERYEM }, whenClaimed('no: no-offer')],
    ['a third coordinator', { kind: 'accept', by: TOM }, whenClaimed('no: no-offer')],
    ['the colleague', { kind: 'refuse', by: JOOST }, whenClaimed('no: no-offer', 'claimed')],
    ['the holder', { kind: 'refuse', by: MERYEM }, whenClaimed('no: no-offer')],
    ['a third coordinator', { kind: 'refuse', by: TOM }, whenClaimed('no: no-offer')],
    ['the holder', { kind: 'cancel-offer', by: MERYEM }, whenClaimed('no: no-offer', 'claimed')],
    ['the colleague', { kind: 'cancel-offer', by: JOOST }, whenClaimed('no: not-the-holder')],
    [
      'the holder',
      { kind: 'decline', by: MERYEM, reason: 'regulier kan' },
      wrong({ open: 'declined', claimed: 'declined', offered: 'declined' }),
    ],
    [
      'another coordinator',
      { kind: 'decline', by: JOOST, reason: 'regulier kan' },
      wrong({ open: 'declined', claimed: 'no: not-the-holder', offered: 'no: not-the-holder' }),
    ],
    ['the holder', { kind: 'update-lane', by: MERYEM, ...GRANTED }, whenClaimed('claimed')],
    [
      'another coordinator',
      { kind: 'update-lane', by: JOOST, ...GRANTED },
      whenClaimed('no: not-the-holder'),
    ],
    ['the holder', { kind: 'ask', by: MERYEM, text: 'Sinds wanneer?' }, whenClaimed('claimed')],
    [
      'another coordinator',
      { kind: 'ask', by: JOOST, text: 'Sinds wanneer?' },
      whenClaimed('no: not-the-holder'),
    ],
    [
      'the professional',
      { kind: 'answer', by: SANNE, question: 1, text: 'Dinsdag' },
      whenClaimed('claimed'),
    ],
    [
      'the holder',
      { kind: 'answer', by: MERYEM, question: 1, text: 'Dinsdag' },
      whenClaimed('no: not-the-professional'),
    ],
    ['the holder', { ...CLOSE, by: MERYEM }, whenClaimed('closed')],
    ['another coordinator', { ...CLOSE, by: JOOST }, whenClaimed('no: not-the-holder')],
    ['the holder', { kind: 'reopen', by: MERYEM }, wrong({ closed: 'open', declined: 'open' })],
    [
      'another coordinator',
      { kind: 'reopen', by: JOOST },
      wrong({ closed: 'open', declined: 'open' }),
    ],
    [
      'the professional',
      { kind: 'withdraw', by: SANNE, why: 'mistake' },
      otherwise('withdrawn', { withdrawn: 'no: wrong-status' }),
    ],
    [
      'the professional',
      { kind: 'withdraw', by: SANNE, why: 'client-stops' },
      otherwise('withdrawn', { withdrawn: 'no: wrong-status' }),
    ],
    [
      'the holder',
      { kind: 'withdraw', by: MERYEM, why: 'mistake' },
      otherwise('no: not-the-professional', {}),
    ],
  ];

  const cells = MATRIX.flatMap(([who, command, row]) =>
    SITUATIONS.map((situation) => ({
      who,
      what: command.kind,
      command,
      situation,
      cell: row[situation],
    })),
  );

  test.each(cells)('$who: $what when $situation → $cell', ({ command, situation, cell }) => {
    const before = inSituation(situation);
    const decision = run(before, command);
    if (!decision.ok) {
      expect(`no: ${decision.refusal.kind}`).toBe(cell);
      if (decision.refusal.kind === 'wrong-status') {
        expect(decision.refusal.status).toBe(SITUATION[situation].status);
      }
      return;
    }
    expect(current(decision.case).state.status).toBe(cell);
    expect(decision.case.version).toBe(before.version + 1);
    expect(decision.case.history.slice(0, -1)).toEqual(before.history);
    expect(decision.case.history.at(-1)).toMatchObject({
      number: before.history.length + 1,
      at: AT,
      ...('by' in command ? { by: command.by } : {}),
    });
    expect(caseSchema.safeParse(decision.case).error).toBeUndefined();
  });

  test.each(cells)(
    '$who: $what when $situation leaves everything else of the case as it was',
    ({ command, situation }) => {
      const before = inSituation(situation);
      const decision = run(before, command);
      if (!decision.ok) return;
      const { version, escalations, history, ...rest } = decision.case;
      expect([version, escalations.length, history.length]).toEqual([2, 1, 3]);
      expect(before).toMatchObject(rest);
      const { state, lanes, questions, ...kept } = current(decision.case);
      expect([state, lanes, questions].every(Boolean)).toBe(true);
      expect(current(before)).toMatchObject(kept);
    },
  );

  test.each(MATRIX)('%s: a case that was never escalated refuses every command', (_, command) => {
    expect(refusal(aCase(), command)).toEqual({ kind: 'not-escalated' });
  });
});
