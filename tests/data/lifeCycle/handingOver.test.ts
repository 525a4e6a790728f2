import { describe, expect, test } from 'vitest';
import type { EscalationState } from '../../../data/case.js';
import type { CaseEvent } from '../../../data/caseEvents.js';
import { decide, type Command } from '../../../data/lifeCycle.js';
import type { Person } from '../../../data/person.js';
import { JOOST, MERYEM, TOM } from '../../builders.js';
import {
  HELD,
  SITUATION,
  LATER,
  AT,
  inSituation,
  accepted,
  refusal,
  current,
  after,
  type Situation,
} from './situations.js';

describe('handing over', () => {
  test('an offer leaves the case with its holder', () => {
    expect(after('claimed', { kind: 'offer', by: MERYEM, to: JOOST }).state).toEqual({
      ...HELD,
      offer: { to: JOOST, at: AT },
    });
  });

  test('a second offer is refused and tells to whom the first one went', () => {
    expect(refusal(inSituation('offered'), { kind: 'offer', by: MERYEM, to: TOM })).toEqual({
      kind: 'already-offered',
      to: JOOST,
    });
  });

  test('accepting makes the colleague the only holder, from now on, and clears the offer', () => {
    const taken = accepted(inSituation('offered'), { kind: 'accept', by: JOOST });
    expect(current(taken).state).toEqual({ status: 'claimed', holder: JOOST, claimedAt: AT });
    expect(refusal(taken, { kind: 'give-back', by: MERYEM })).toEqual({
      kind: 'not-the-holder',
      holder: JOOST,
    });
    expect(taken.history.at(-1)).toMatchObject({ kind: 'offer-accepted', by: JOOST, from: MERYEM });
  });

  test('accepting keeps the exception on which the case was taken', () => {
    const offered = { ...SITUATION.offered, exception: 'verhuist' } as EscalationState;
    expect(after('open', { kind: 'accept', by: JOOST }, { state: offered }).state).toMatchObject({
      exception: 'verhuist',
    });
  });

  test.each<[string, Command, Partial<CaseEvent>]>([
    ['refusing', { kind: 'refuse', by: JOOST }, { kind: 'offer-refused', from: MERYEM }],
    ['cancelling', { kind: 'cancel-offer', by: MERYEM }, { kind: 'offer-cancelled', to: JOOST }],
  ])('%s leaves the case with its holder as if nothing was offered', (_, command, event) => {
    const kept = accepted(inSituation('offered'), command);
    expect(current(kept).state).toEqual(HELD);
    expect(kept.history.at(-1)).toMatchObject(event);
    expect(refusal(kept, { kind: 'accept', by: JOOST })).toEqual({ kind: 'no-offer' });
    expect(current(accepted(kept, { kind: 'offer', by: MERYEM, to: TOM })).state).toMatchObject({
      offer: { to: TOM },
    });
  });
});

describe('a colleague who stands in', () => {
  const decideFor = (covers: Person[], situation: Situation, command: Command) =>
    decide(inSituation(situation), command, LATER, covers);

  test('does what the holder can do, in their own name', () => {
    const asked = { kind: 'ask', by: JOOST, text: 'Sinds wanneer?' } as const;
    expect(decideFor([TOM], 'claimed', asked)).toMatchObject({ ok: false });
    const decision = decideFor([MERYEM], 'claimed', asked);
    if (!decision.ok) throw new Error(decision.refusal.kind);
    expect(current(decision.case).state).toMatchObject({ holder: MERYEM });
    expect(decision.case.history.at(-1)).toMatchObject({ kind: 'asked', by: JOOST });
  });

  test('accepts what was offered to the absent one, and holds it then', () => {
    const decision = decideFor([JOOST], 'offered', { kind: 'accept', by: TOM });
    if (!decision.ok) throw new Error(decision.refusal.kind);
    expect(current(decision.case).state).toMatchObject({ status: 'claimed', holder: TOM });
  });
});
