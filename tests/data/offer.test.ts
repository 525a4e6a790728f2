import { describe, expect, it } from 'vitest';
import type { Case } from '../../data/case.js';
import { decide, type Command } from '../../data/lifeCycle.js';
import { lastOfferEnding, pendingOffer } from '../../data/offer.js';
import { anEscalatedCase, at, JOOST, MERYEM } from '../builders.js';

const claim: Command = { kind: 'claim', by: MERYEM };
const offer: Command = { kind: 'offer', by: MERYEM, to: JOOST };
const accept: Command = { kind: 'accept', by: JOOST };
const refuse: Command = { kind: 'refuse', by: JOOST };
const cancel: Command = { kind: 'cancel-offer', by: MERYEM };
const giveBack: Command = { kind: 'give-back', by: MERYEM };

function after(...commands: Command[]): Case {
  return commands.reduce((subject, command) => {
    const decision = decide(subject, command, at('2026-11-16T10:00'));
    if (!decision.ok) throw new Error(decision.refusal.kind);
    return decision.case;
  }, anEscalatedCase());
}

describe('an offer', () => {
  it.each<[string, Command[], boolean, string | undefined]>([
    ['was never made', [claim], false, undefined],
    ['waits for an answer', [claim, offer], true, undefined],
    ['was accepted', [claim, offer, accept], false, 'offer-accepted'],
    ['was refused', [claim, offer, refuse], false, 'offer-refused'],
    ['was cancelled', [claim, offer, cancel], false, 'offer-cancelled'],
    ['was made again', [claim, offer, refuse, offer], true, undefined],
    ['went with the claim', [claim, offer, giveBack], false, undefined],
    ['was of a former claim', [claim, offer, refuse, giveBack, claim], false, undefined],
  ])('%s', (_, commands, isPending, ending) => {
    const subject = after(...commands);
    expect(pendingOffer(subject)?.to).toEqual(isPending ? JOOST : undefined);
    expect(lastOfferEnding(subject)?.kind).toBe(ending);
  });
});
