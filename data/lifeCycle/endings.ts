import { isShared } from '../case.js';
import { hasEnded } from '../permission.js';
import { isSamePerson } from '../person.js';
import type { Of } from './commands.js';
import { whenHeld, withState, type Change, type Now, type Step } from './step.js';

export function decline(now: Now, { by, reason }: Of<'decline'>): Step {
  const { escalation, at } = now;
  const declined: Change = {
    escalation: withState(escalation, { status: 'declined', by, at, reason }),
    event: { kind: 'declined', by, reason },
  };
  return escalation.state.status === 'open' ? declined : whenHeld(now, by, () => declined);
}

export function close(now: Now, { by, outcome, contraception, realisedOn }: Of<'close'>): Step {
  const { subject, escalation, at } = now;
  return whenHeld(now, by, () => {
    const isKnown = subject.realisation !== undefined || realisedOn !== undefined;
    if (contraception === 'realised' && !isKnown) return { refusal: { kind: 'month-needed' } };
    return {
      escalation: withState(escalation, { status: 'closed', by, at, outcome, contraception }),
      event: { kind: 'closed', by, outcome, contraception },
    };
  });
}

export function reopen({ subject, escalation }: Now, { by }: Of<'reopen'>): Step {
  const { status } = escalation.state;
  if (status !== 'closed' && status !== 'declined') {
    return { refusal: { kind: 'wrong-status', status } };
  }
  if (!isShared(subject)) return { refusal: { kind: 'not-shared' } };
  if (hasEnded(escalation)) return { refusal: { kind: 'all-ended' } };
  return { escalation: withState(escalation, { status: 'open' }), event: { kind: 'reopened', by } };
}

export function withdraw({ subject, escalation, at }: Now, { by, why }: Of<'withdraw'>): Step {
  if (!isSamePerson(subject.professional, by)) return { refusal: { kind: 'not-the-professional' } };
  const { state } = escalation;
  if (state.status === 'withdrawn') {
    return { refusal: { kind: 'wrong-status', status: state.status } };
  }
  const holder = state.status === 'claimed' ? state.holder : undefined;
  const declined = state.status === 'declined' ? true : undefined;
  return {
    escalation: withState(escalation, { status: 'withdrawn', at, why, declined }),
    event: { kind: 'withdrawn', by, why, holder },
  };
}
