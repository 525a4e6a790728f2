import { isActive, type Escalation } from '../data/case.js';
import type { Participation } from '../data/region.js';

/** What there is to say of a municipality; an exception is only asked of who is still at it. */
export type ParticipationNow = Participation | 'as-exception' | 'ended';

export function participationNow({ participation, state }: Escalation): ParticipationNow {
  if (participation !== 'not-participating') return participation;
  if (!isActive(state)) return 'ended';
  const isException = state.status === 'claimed' && state.exception !== undefined;
  return isException ? 'as-exception' : participation;
}
