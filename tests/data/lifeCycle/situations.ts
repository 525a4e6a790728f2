import {
  currentEscalation,
  type Case,
  type Escalation,
  type EscalationState,
} from '../../../data/case.js';
import { decide, type Command, type Decision, type Refusal } from '../../../data/lifeCycle.js';
import { anEscalatedCase, JOOST, MERYEM, NOW, utc } from '../../builders.js';

export const HELD = {
  status: 'claimed',
  holder: MERYEM,
  claimedAt: utc('2026-11-16T08:30'),
} as const;

/** Meryem holds, Joost is the colleague; `offered` is claimed with an offer to Joost. */
export const SITUATION: Record<
  'open' | 'claimed' | 'offered' | 'declined' | 'closed' | 'withdrawn',
  EscalationState
> = {
  open: { status: 'open' },
  claimed: HELD,
  offered: { ...HELD, offer: { to: JOOST, at: utc('2026-11-16T08:40') } },
  declined: { status: 'declined', by: MERYEM, at: utc('2026-11-16T08:40'), reason: 'dubbel' },
  closed: {
    status: 'closed',
    by: MERYEM,
    at: utc('2026-11-16T08:40'),
    outcome: 'postponed',
    contraception: 'planned',
  },
  withdrawn: { status: 'withdrawn', at: utc('2026-11-16T08:40'), why: 'client-stops' },
};
export type Situation = keyof typeof SITUATION;
export const SITUATIONS = Object.keys(SITUATION) as Situation[];

export const LATER = NOW.plus({ hours: 2 });
export const AT = utc('2026-11-16T11:00');

export function inSituation(situation: Situation, parts: Partial<Escalation> = {}): Case {
  const asked = { id: 1, by: MERYEM, at: utc('2026-11-16T08:35'), text: 'Wanneer past het?' };
  return anEscalatedCase({ state: SITUATION[situation], questions: [asked], ...parts });
}

/** Freezes first, so that a command that changes its input throws. */
export function run(subject: Case, command: Command): Decision {
  return decide(frozen(subject), frozen(command), LATER);
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

export function accepted(subject: Case, command: Command): Case {
  const decision = run(subject, command);
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.kind}`);
  return decision.case;
}

export function refusal(subject: Case, command: Command): Refusal | undefined {
  const decision = run(subject, command);
  return decision.ok ? undefined : decision.refusal;
}

export function current(subject: Case): Escalation {
  const escalation = currentEscalation(subject);
  if (!escalation) throw new Error('not escalated');
  return escalation;
}

export function after(
  situation: Situation,
  command: Command,
  parts: Partial<Escalation> = {},
): Escalation {
  return current(accepted(inSituation(situation, parts), command));
}

export const GRANTED = {
  reason: 'finance',
  lane: { askedCents: 200_00, grantedCents: 150_00, year: 2026, settled: true },
} as const;
export const CLOSE = { kind: 'close', outcome: 'postponed', contraception: 'planned' } as const;
