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
const lowest = (one: Verdict, other: Verdict) => (RANK[one] <= RANK[other] ? one : other);

/** R1–R4: what the answers propose per reason, and why. */
export function advise(answers: DecisionAnswers): Advice {
  return {
    proposals: REASONS.map((reason) => propose(reason, answers)),
    urgent: answers.situations.includes('coercion'),
  };
}

/** An answer that keeps a reason from being proposed, and the most it leaves. */
interface Limit {
  most: Verdict;
  ground: Ground;
}

/**
 * The grounds name the situations that carry the verdict and, when it was lowered, every answer that
 * alone lowers it this far: who sees a single one may trust that the verdict hangs on it.
 */
function propose(reason: Reason, answers: DecisionAnswers): Proposal {
  const ticked = SITUATIONS_OF[reason].filter((id) => answers.situations.includes(id));
  if (ticked.length === 0) return { reason, verdict: 'no', grounds: [] };
  const limits = limitsOn(reason, ticked, answers);
  const verdict = limits.map(({ most }) => most).reduce(lowest, 'proposed');
  const carrying = ticked.filter((id) => RANK[mostOf(reason, id, answers)] >= RANK[verdict]);
  return {
    reason,
    verdict,
    grounds: [
      ...carrying.map((situation): Ground => ({ kind: 'situation', situation })),
      ...limits.filter(({ most }) => most === verdict).map(({ ground }) => ground),
    ],
  };
}

function limitsOn(
  reason: Reason,
  ticked: readonly Situation[],
  answers: DecisionAnswers,
): readonly Limit[] {
  const { needsContraceptionHelp, waitsForCare } = REASON_RULES[reason];
  return [
    ...(needsContraceptionHelp ? ownWish(answers) : []),
    ...(needsContraceptionHelp ? regularFirst(reason, ticked, answers) : []),
    ...(waitsForCare ? careFirst(answers) : []),
  ];
}

function ownWish({ wants }: DecisionAnswers): Limit[] {
  if (wants.includes('contraception-help')) return [];
  return [{ most: 'no', ground: { kind: 'wish', wantsContraceptionHelp: false } }];
}

function regularFirst(
  reason: Reason,
  ticked: readonly Situation[],
  answers: DecisionAnswers,
): Limit[] {
  const most = ticked.map((id) => mostOf(reason, id, answers)).reduce(highest, 'no');
  if (most === 'proposed') return [];
  return [{ most, ground: { kind: 'arrangement', arrangement: answers.arrangement } }];
}

/** R3 for one situation. */
function mostOf(reason: Reason, situation: Situation, { arrangement }: DecisionAnswers): Verdict {
  if (!REASON_RULES[reason].needsContraceptionHelp) return 'proposed';
  const { most, except } = REGULAR_FIRST[arrangement];
  return except?.[situation] ?? most;
}

function careFirst({ situations }: DecisionAnswers): Limit[] {
  return CARE_FIRST.filter((id) => situations.includes(id)).map((situation) => ({
    most: 'consider',
    ground: { kind: 'care-first', situation },
  }));
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
