import type { Case, Escalation } from './case.js';
import type { Contribution, Duration } from './figureRows.js';
import type { QuickCount } from './quickCount.js';
import { countingDay, counts, isDeclined } from './realisation.js';
import { dayOfInstant, wholeDays } from './weeks.js';

/** Everything one case adds to the figures of its region; recomputed when the case changes. */
export function contributions(subject: Case): Contribution[] {
  return [
    ...talkContributions(subject),
    ...subject.escalations.flatMap((escalation, index) => [
      ...escalationContributions(subject, escalation, subject.escalations.slice(0, index)),
      ...moneyContributions(escalation),
    ]),
    ...durationContributions(subject),
    ...realisationContributions(subject),
  ];
}

type Origin = Pick<Case, 'municipality' | 'organisationType' | 'domain'>;

/** What is known of where talks and escalations come from. */
export function splits(
  of: 'talks' | 'escalations',
  { municipality, organisationType, domain }: Origin,
  period: string,
  n?: number,
): Contribution[] {
  const rows = [
    `${of}:municipality:${municipality}`,
    `${of}:type:${organisationType}`,
    `${of}:domain:${domain}`,
  ] as const;
  return rows.map((row) => ({ row, period, ...(n !== undefined && { n }) }));
}

function talkContributions(subject: Case): Contribution[] {
  const first = [...subject.talks].sort((one, other) => (one.on < other.on ? -1 : 1))[0];
  if (!first) return [];
  const { on: period, phase } = first;
  const isEscalated = subject.escalations.some((row) => counts(row) && escalatedOn(row) >= period);
  return [
    { row: 'talks', period },
    ...splits('talks', subject, period),
    { row: `talks:phase:${phase}`, period },
    ...(isEscalated ? [{ row: 'talks-escalated', period } as const] : []),
  ];
}

const escalatedOn = ({ at }: Escalation) => dayOfInstant(at);

function escalationContributions(
  subject: Case,
  escalation: Escalation,
  earlier: readonly Escalation[],
): Contribution[] {
  const { state, reasons, phase, participation } = escalation;
  const period = escalatedOn(escalation);
  const stock: Contribution = { row: `now:${state.status}`, period: 'now' };
  if (!counts(escalation)) return [stock, ...notTaken(escalation, period)];
  return [
    stock,
    { row: 'escalations', period },
    ...splits('escalations', subject, period),
    { row: `escalations:phase:${phase}`, period },
    { row: `escalations:participation:${participation}`, period },
    ...(earlier.some(counts) ? [{ row: 'escalations-again', period } as const] : []),
    ...reasons.map((reason) => ({ row: `reason:${reason}`, period }) as const),
    ...outcomeContributions(escalation),
  ];
}

/** In the period in which it was closed. */
function outcomeContributions({ state }: Escalation): Contribution[] {
  if (state.status !== 'closed') return [];
  const period = dayOfInstant(state.at);
  return [
    { row: `outcome:${state.outcome}`, period },
    { row: `result:${state.contraception}`, period },
  ];
}

/** Of a mistake or a case that was not taken on nothing is spent, unless it had been paid. */
function moneyContributions(escalation: Escalation): Contribution[] {
  const lane = escalation.lanes.finance;
  if (lane?.chargedTo === undefined) return [];
  if (!counts(escalation) && lane.declaration !== 'paid') return [];
  const { chargedTo, askedCents: asked = 0, grantedCents: granted = 0 } = lane;
  const period = String(lane.year);
  return [
    ...(asked > 0 ? [{ row: `finance-asked:${chargedTo}`, period, n: asked } as const] : []),
    ...(granted > 0 ? [{ row: `finance-granted:${chargedTo}`, period, n: granted } as const] : []),
  ];
}

function notTaken(escalation: Escalation, period: string): Contribution[] {
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
  const period = countingDay(realisation);
  const row =
    realisation.route === 'escalated' ? 'escalated-contraception' : 'partner-contraception';
  return [{ row, period }];
}

/** How long it took coordinators, on the day it was done; waiting again after reopening is left out. */
function durationContributions(subject: Case): Contribution[] {
  return subject.escalations
    .filter(counts)
    .flatMap((escalation) => [
      ...durationOf('claim-days', escalation, firstClaim(subject, escalation)),
      ...durationOf(
        'close-days',
        escalation,
        escalation.state.status === 'closed' ? escalation.state.at : undefined,
      ),
    ]);
}

function durationOf(row: Duration, { at }: Escalation, doneAt: string | undefined): Contribution[] {
  if (doneAt === undefined) return [];
  const days = wholeDays(at, doneAt);
  return [{ row: `${row}:${days}`, period: dayOfInstant(doneAt) }];
}

/** Between being escalated and the next time: the history does not say of which escalation an event is. */
function firstClaim(
  { history, escalations }: Case,
  { number, at }: Escalation,
): string | undefined {
  const next = escalations.find((row) => row.number === number + 1)?.at;
  return history.find(
    (event) =>
      event.kind === 'claimed' && event.at >= at && (next === undefined || event.at < next),
  )?.at;
}

/** What a quick count adds, on the day that its month counts on. */
export function quickContributions(count: QuickCount): Contribution[] {
  const [first, last] = [count.entered[0], count.entered.at(-1)];
  if (!first || !last) return [];
  const { talks: n, realised } = last;
  const period = countingDay({ on: count.month, recordedAt: first.at });
  return [
    { row: 'talks', period, n },
    ...splits('talks', count, period, n),
    { row: 'partner-contraception', period, n: realised },
  ];
}
