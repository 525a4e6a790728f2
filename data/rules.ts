import type { Permission, Talk } from './case.js';
import {
  REASONS,
  SITUATIONS_OF,
  type Arrangement,
  type Reason,
  type Situation,
} from './checklist.js';

export type Verdict = 'no' | 'consider' | 'proposed';

/** An answer a verdict rests on, for "omdat …". */
export type Ground =
  | { kind: 'situation'; situation: Situation }
  | { kind: 'wish'; wantsContraceptionHelp: false }
  | { kind: 'arrangement'; arrangement: Arrangement }
  | { kind: 'care-first'; situation: Situation };

export interface Proposal {
  reason: Reason;
  verdict: Verdict;
  grounds: Ground[];
}

export interface Advice {
  /** One per reason, in the order of the checklist. */
  proposals: Proposal[];
  /** R4: violence or coercion also proposes "met voorrang" and shows where to turn at once. */
  urgent: boolean;
}

export type DecisionAnswers = Pick<Talk, 'wants' | 'arrangement' | 'situations'>;

interface ReasonRule {
  /** R2 and R3 hold for these: help the regular route can give, and only when it is wanted. */
  needsContraceptionHelp: boolean;
  /** R4: steps back while there are worries about coercion or capacity. */
  waitsForCare: boolean;
  /** R5: what escalating for this reason needs besides sharing with the coordinator. */
  permission?: Permission;
}

export const REASON_RULES: Record<Reason, ReasonRule> = {
  complex: { needsContraceptionHelp: false, waitsForCare: false },
  finance: { needsContraceptionHelp: true, waitsForCare: true },
  'somatic-network': { needsContraceptionHelp: true, waitsForCare: true, permission: 'network' },
  'follow-up': { needsContraceptionHelp: false, waitsForCare: false, permission: 'followUp' },
};

/** R3, regular where possible: the most that one situation can bring about per arrangement. */
const REGULAR_FIRST: Record<
  Arrangement,
  { most: Verdict; except?: Partial<Record<Situation, Verdict>> }
> = {
  self: { most: 'no' },
  realised: { most: 'no', except: { cost: 'consider' } },
  regular: { most: 'consider', except: { uninsured: 'proposed', 'no-gp': 'proposed' } },
  'regular-fails': { most: 'proposed' },
  'no-choice': { most: 'proposed' },
  'not-applicable': { most: 'proposed' },
};

const CARE_FIRST: readonly Situation[] = ['coercion', 'capacity'];

const RANK: Record<Verdict, number> = { no: 0, consider: 1, proposed: 2 };
const highest = (one: Verdict, other: Verdict) => (RANK[one] >= RANK[other] ? one : other);

/** R1–R4: what the answers propose per reason, and why. */
export function advise(answers: DecisionAnswers): Advice {
  return {
    proposals: REASONS.map((reason) => propose(reason, answers)),
    urgent: answers.situations.includes('coercion'),
  };
}

function propose(reason: Reason, answers: DecisionAnswers): Proposal {
  const rule = REASON_RULES[reason];
  const ticked = SITUATIONS_OF[reason].filter((id) => answers.situations.includes(id));
  const grounds: Ground[] = ticked.map((situation) => ({ kind: 'situation', situation }));
  if (ticked.length === 0) return { reason, verdict: 'no', grounds };
  if (!rule.needsContraceptionHelp) return { reason, verdict: 'proposed', grounds };
  if (!answers.wants.includes('contraception-help')) {
    return {
      reason,
      verdict: 'no',
      grounds: [...grounds, { kind: 'wish', wantsContraceptionHelp: false }],
    };
  }
  return careFirst(regularFirst(reason, answers.arrangement, ticked, grounds), answers);
}

function regularFirst(
  reason: Reason,
  arrangement: Arrangement,
  ticked: readonly Situation[],
  grounds: Ground[],
): Proposal {
  const { most, except } = REGULAR_FIRST[arrangement];
  const verdict = ticked.map((id) => except?.[id] ?? most).reduce(highest, 'no');
  if (verdict === 'proposed') return { reason, verdict, grounds };
  return { reason, verdict, grounds: [...grounds, { kind: 'arrangement', arrangement }] };
}

function careFirst(proposal: Proposal, answers: DecisionAnswers): Proposal {
  const worry = CARE_FIRST.find((id) => answers.situations.includes(id));
  const waits = REASON_RULES[proposal.reason].waitsForCare;
  if (worry === undefined || !waits || proposal.verdict !== 'proposed') return proposal;
  return {
    ...proposal,
    verdict: 'consider',
    grounds: [...proposal.grounds, { kind: 'care-first', situation: worry }],
  };
}

/** R5: the permissions these reasons need and that were not given. */
export function missingPermissions(
  reasons: readonly Reason[],
  given: readonly Permission[],
): Permission[] {
  const needed: Permission[] = ['share'];
  for (const reason of reasons) {
    const extra = REASON_RULES[reason].permission;
    if (extra !== undefined) needed.push(extra);
  }
  return needed.filter((permission) => !given.includes(permission));
}

/** R6: did the professional choose otherwise than proposed? "Consider" is open to both. */
export function departsFrom(advice: Advice, chosen: readonly Reason[]): boolean {
  return advice.proposals.some(({ reason, verdict }) => {
    const takes = chosen.includes(reason);
    return (verdict === 'proposed' && !takes) || (verdict === 'no' && takes);
  });
}

/** R7: the regular route will do. */
export function nothingProposed(advice: Advice): boolean {
  return advice.proposals.every(({ verdict }) => verdict === 'no');
}
