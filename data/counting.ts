import type { Case, Escalation, EscalationStatus } from './case.js';
import type { Reason } from './checklist.js';
import type { QuickCount } from './quickCount.js';
import { countingDay, counts, isDeclined } from './realisation.js';
import {
  dayOf,
  parseInstant,
  quarterOf,
  weekOf,
  weekOfDay,
  yearOf,
  type CalendarYear,
  type Quarter,
  type Week,
} from './weeks.js';

/** The programme's counted rows, in its own order. */
export const COUNTED_ROWS = [
  'talks',
  'partner-contraception',
  'escalations',
  'escalated-contraception',
] as const;
export type CountedRow = (typeof COUNTED_ROWS)[number];

/** Lines below the counted rows, and lines of their own. */
export const SUB_ROWS = [
  'talks-escalated',
  'escalations-again',
  'not-taken',
  'not-taken-not-participating',
  'offered-not-wanted',
  'consults',
] as const;
export type SubRow = (typeof SUB_ROWS)[number];

/** Breakdowns exist per quarter and longer only, and are never crossed with each other. */
export type BreakdownRow = `reason:${Reason}`;
/** What one municipality was asked for and granted, in cents; by the year of its budget. */
export type MoneyRow = `finance-asked:${string}` | `finance-granted:${string}`;
/** How many are in this state at this moment. */
export type StockRow = `now:${EscalationStatus}`;

/** To be added to a row in a period; one when `n` is absent. */
export type Contribution = { n?: number } & (
  | { row: CountedRow | SubRow; period: Week }
  | { row: BreakdownRow; period: Quarter }
  | { row: MoneyRow; period: CalendarYear }
  | { row: StockRow; period: 'now' }
);

/** Everything one case adds to the figures of its region; recomputed when the case changes. */
export function contributions(subject: Case): Contribution[] {
  return [
    ...talkContributions(subject),
    ...subject.escalations.flatMap((escalation, index) =>
      escalationContributions(escalation, subject.escalations.slice(0, index)),
    ),
    ...subject.escalations.flatMap(moneyContributions),
    ...realisationContributions(subject),
  ];
}

function talkContributions({ talks, escalations }: Case): Contribution[] {
  const days = talks.map((talk) => talk.on).sort();
  const first = days[0];
  if (first === undefined) return [];
  const period = weekOfDay(first);
  const escalated = escalations.some((row) => counts(row) && dayOf(parseInstant(row.at)) >= first);
  return [
    { row: 'talks', period },
    ...(escalated ? [{ row: 'talks-escalated', period } as const] : []),
  ];
}

function escalationContributions(
  escalation: Escalation,
  earlier: readonly Escalation[],
): Contribution[] {
  const period = weekOf(parseInstant(escalation.at));
  const stock: Contribution = { row: `now:${escalation.state.status}`, period: 'now' };
  if (!counts(escalation)) return [stock, ...notTaken(escalation, period)];
  return [
    stock,
    { row: 'escalations', period },
    ...(earlier.some(counts) ? [{ row: 'escalations-again', period } as const] : []),
    ...escalation.reasons.map(
      (reason) => ({ row: `reason:${reason}`, period: quarterOf(period) }) as const,
    ),
  ];
}

/** Of a mistake or a case that was not taken on nothing is spent, unless it had been paid. */
function moneyContributions(escalation: Escalation): Contribution[] {
  const lane = escalation.lanes.finance;
  if (lane?.chargedTo === undefined) return [];
  if (!counts(escalation) && lane.declaration !== 'paid') return [];
  const { chargedTo, askedCents: asked = 0, grantedCents: granted = 0 } = lane;
  const period: CalendarYear = `${lane.year}`;
  return [
    ...(asked > 0 ? [{ row: `finance-asked:${chargedTo}`, period, n: asked } as const] : []),
    ...(granted > 0 ? [{ row: `finance-granted:${chargedTo}`, period, n: granted } as const] : []),
  ];
}

function notTaken(escalation: Escalation, period: Week): Contribution[] {
  if (!isDeclined(escalation)) return [];
  return [
    { row: 'not-taken', period },
    ...(escalation.participation === 'not-participating'
      ? [{ row: 'not-taken-not-participating', period } as const]
      : []),
  ];
}

function realisationContributions({ realisation }: Case): Contribution[] {
  if (!realisation) return [];
  const period = weekOfDay(countingDay(realisation));
  const row =
    realisation.route === 'escalated' ? 'escalated-contraception' : 'partner-contraception';
  return [{ row, period }];
}

/** What a quick count adds: its month's last day decides the week, as for a realisation. */
export function quickContributions({ month, entered }: QuickCount): Contribution[] {
  const [first, last] = [entered[0], entered.at(-1)];
  if (!first || !last) return [];
  const period = weekOfDay(countingDay({ on: month, recordedAt: first.at }));
  return [
    { row: 'talks', period, n: last.talks },
    { row: 'partner-contraception', period, n: last.realised },
  ];
}

/** Numbers by row and period; the only thing figures and tallies are computed from. */
export class Counts {
  readonly #rows = new Map<string, Map<string, number>>();

  add({ row, period, n: own = 1 }: Contribution, n = own): void {
    const periods = this.#rows.get(row) ?? new Map<string, number>();
    periods.set(period, (periods.get(period) ?? 0) + n);
    this.#rows.set(row, periods);
  }

  /** Sum over the periods of a row that lie within the scope. */
  sum(row: Contribution['row'], scope: Scope): number {
    let total = 0;
    for (const [period, n] of this.#rows.get(row) ?? []) {
      if (covers(scope, period)) total += n;
    }
    return total;
  }

  entries(): { row: string; period: string; n: number }[] {
    return [...this.#rows].flatMap(([row, periods]) =>
      [...periods].map(([period, n]) => ({ row, period, n })),
    );
  }
}

/** A stretch of time that figures are asked for. */
export type Scope =
  { kind: 'week'; week: Week } | { kind: 'year'; year: number } | { kind: 'since-start' };

function covers(scope: Scope, period: string): boolean {
  switch (scope.kind) {
    case 'week':
      return period === scope.week;
    case 'year':
      return yearOf(period as Week | CalendarYear) === scope.year;
    case 'since-start':
      return true;
  }
}
