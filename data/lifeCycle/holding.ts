import { isAmong, isSamePerson, type Person } from '../person.js';
import type { Of } from './commands.js';
import { whenClaimed, whenHeld, withState, type Claimed, type Now, type Step } from './step.js';

export function claim({ escalation, at }: Now, { by, exception }: Of<'claim'>): Step {
  const { state } = escalation;
  if (state.status === 'claimed') {
    return isSamePerson(state.holder, by)
      ? { refusal: { kind: 'already-yours' } }
      : { refusal: { kind: 'held-by', holder: state.holder } };
  }
  if (state.status !== 'open') return { refusal: { kind: 'wrong-status', status: state.status } };
  const needsException = escalation.participation === 'not-participating';
  if (needsException && !exception) {
    return { refusal: { kind: 'exception-needed' } };
  }
  const ground = needsException ? exception : undefined;
  return {
    escalation: withState(escalation, {
      status: 'claimed',
      holder: by,
      claimedAt: at,
      exception: ground,
    }),
    event: { kind: 'claimed', by, exception: ground },
  };
}

export function giveBack(now: Now, { by }: Of<'give-back'>): Step {
  return whenHeld(now, by, () => ({
    escalation: withState(now.escalation, { status: 'open' }),
    event: { kind: 'given-back', by },
  }));
}

export function lapse(now: Now): Step {
  return whenClaimed(now, ({ holder }) => ({
    escalation: withState(now.escalation, { status: 'open' }),
    event: { kind: 'lapsed', holder },
  }));
}

export function offer(now: Now, { by, to }: Of<'offer'>): Step {
  return whenHeld(now, by, (state) => {
    if (state.offer) return { refusal: { kind: 'already-offered', to: state.offer.to } };
    if (isSamePerson(by, to)) return { refusal: { kind: 'offer-to-self' } };
    return {
      escalation: withState(now.escalation, { ...state, offer: { to, at: now.at } }),
      event: { kind: 'offered', by, to },
    };
  });
}

export function accept(now: Now, { by }: Of<'accept'>): Step {
  return whenOffered(now, by, (state) => ({
    escalation: withState(now.escalation, {
      ...withoutOffer(state),
      holder: by,
      claimedAt: now.at,
    }),
    event: { kind: 'offer-accepted', by, from: state.holder },
  }));
}

export function refuse(now: Now, { by }: Of<'refuse'>): Step {
  return whenOffered(now, by, (state) => ({
    escalation: withState(now.escalation, withoutOffer(state)),
    event: { kind: 'offer-refused', by, from: state.holder },
  }));
}

export function cancelOffer(now: Now, { by }: Of<'cancel-offer'>): Step {
  return whenHeld(now, by, (state) => {
    if (!state.offer) return { refusal: { kind: 'no-offer' } };
    return {
      escalation: withState(now.escalation, withoutOffer(state)),
      event: { kind: 'offer-cancelled', by, to: state.offer.to },
    };
  });
}

function whenOffered(now: Now, to: Person, next: (state: Claimed) => Step): Step {
  return whenClaimed(now, (state) =>
    state.offer !== undefined && isAmong([to, ...now.covers], state.offer.to)
      ? next(state)
      : { refusal: { kind: 'no-offer' } },
  );
}

function withoutOffer(state: Claimed): Claimed {
  return { ...state, offer: undefined };
}
