import type { DateTime } from 'luxon';
import type { Counts } from './counts.js';
import { SINCE_START, yearAt, type Period } from './periods.js';
import type { ContentOf } from './register.js';

export type Target = Omit<ContentOf<'target'>, 'kind'>;

/** A target beside what was counted on the same basis. */
export interface Progress {
  target: Target;
  done: number;
  /** Of the target's year: it has to come, it runs, or it is over. */
  year: 'ahead' | 'running' | 'over';
}

/** The periods that `progressOf` wants to be counted. */
export function progressPeriods(targets: readonly Target[], now: DateTime): Period[] {
  const years = targets.flatMap(({ year, basis }) =>
    basis === 'this-year' ? [year] : yearsAfter(year, now),
  );
  return [SINCE_START, ...[...new Set(years)].sort().map(ofYear)];
}

/**
 * Like with like. A target of one year: what that ISO year counts. A target since the start: what
 * was counted from the start until the end of its year.
 */
export function progressOf(targets: readonly Target[], counts: Counts, now: DateTime): Progress[] {
  const { year: present } = yearAt(now);
  return targets.map((target) => {
    const { year } = target;
    const when = year > present ? 'ahead' : year < present ? 'over' : 'running';
    return { target, done: doneOf(target, counts, now), year: when };
  });
}

function doneOf({ indicator, year, basis }: Target, counts: Counts, now: DateTime): number {
  if (basis === 'this-year') return counts.sum(indicator, ofYear(year));
  const later = yearsAfter(year, now).map((after) => counts.sum(indicator, ofYear(after)));
  return later.reduce((done, n) => done - n, counts.sum(indicator, SINCE_START));
}

const ofYear = (year: number) => ({ kind: 'year', year }) as const;

/** The years after this one until now; nothing is counted in a year that has to come. */
function yearsAfter(year: number, now: DateTime): number[] {
  const { year: present } = yearAt(now);
  return Array.from({ length: Math.max(0, present - year) }, (_, n) => year + 1 + n);
}
