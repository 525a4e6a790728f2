import type { Case, Escalation, EscalationState } from '../data/case.js';
import { anEscalatedCase, JOOST, MERYEM, SANNE, utc } from './builders.js';

const held = { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T08:30') } as const;
const ended = { by: MERYEM, at: utc('2026-11-16T08:40') };
/** Every state an escalation can be in. */
export const STATES = {
  open: { status: 'open' },
  claimed: held,
  offered: { ...held, offer: { to: JOOST, at: ended.at } },
  declined: { status: 'declined', ...ended, reason: 'dubbel' },
  closed: { status: 'closed', ...ended, outcome: 'postponed', contraception: 'planned' },
  withdrawn: { status: 'withdrawn', at: ended.at, why: 'client-stops' },
} satisfies Record<string, EscalationState>;

export const YES = { given: true, by: SANNE, at: utc('2026-11-16T07:55') };

/** Nothing about it is left undone: what a button needs to be offered is all there. */
export function aFullCase(
  escalation: Pick<Escalation, 'state'> & Partial<Escalation>,
  whole: Partial<Case>,
): Case {
  return anEscalatedCase(
    {
      reasons: ['finance', 'complex', 'follow-up'],
      questions: [{ id: 1, by: MERYEM, at: utc('2026-11-16T08:35'), text: 'Welke dag?' }],
      lanes: {
        'follow-up': { on: '2026-11-16', asks: 'professional', askedAt: ended.at, settled: false },
      },
      ...escalation,
    },
    { permissions: { record: YES, share: YES, followUp: YES }, ...whole },
  );
}
