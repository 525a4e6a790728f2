import { daysOf, neighbour, periodKey, readPeriod, SINCE_START, type Period } from './periods.js';
import type { Region } from './region.js';
import {
  dateAfter,
  dayOf,
  daysOfWeek,
  quarterOf,
  weekOfDay,
  yearOf,
  type DateTime,
  type Week,
} from './weeks.js';

/** Of what people see figures. */
export const FIGURE_KINDS = ['week', 'quarter', 'year', 'since-start'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];
export type FigurePeriod = Extract<Period, { kind: FigureKind }>;

function isFigurePeriod(period: Period): period is FigurePeriod {
  return FIGURE_KINDS.some((kind) => kind === period.kind);
}

/** What `periodKey` made of it. */
export function readFigurePeriod(text: string): FigurePeriod | undefined {
  if (text === periodKey(SINCE_START)) return SINCE_START;
  const period = readPeriod(text);
  return period && isFigurePeriod(period) ? period : undefined;
}

/** The last day that has figures: of the period, or today while it runs. */
function lastDay(period: FigurePeriod, now: DateTime): string {
  const today = dayOf(now);
  const until = daysOf(period)?.until ?? today;
  return until < today ? until : today;
}

/** The week, quarter or year in which this period ends, or that runs now. */
export function ofKind(period: FigurePeriod, kind: FigureKind, now: DateTime): FigurePeriod {
  const week = weekOfDay(lastDay(period, now));
  const periods: Record<FigureKind, FigurePeriod> = {
    week: { kind: 'week', week },
    quarter: { kind: 'quarter', quarter: quarterOf(week) },
    year: { kind: 'year', year: yearOf(week) },
    'since-start': SINCE_START,
  };
  return kind === period.kind ? period : periods[kind];
}

/** Whether a part of it lies between the programme's start and now. */
export function hasFigures(period: FigurePeriod, { startedIn }: Region, now: DateTime): boolean {
  const days = daysOf(period);
  if (!days) return true;
  return days.from <= dayOf(now) && days.until >= `${startedIn}-01`;
}

/** The one before or after it, as far as there can be figures. */
export function besides(
  period: FigurePeriod,
  step: -1 | 1,
  region: Region,
  now: DateTime,
): FigurePeriod | undefined {
  const beside = neighbour(period, step);
  if (!beside || !isFigurePeriod(beside)) return undefined;
  return hasFigures(beside, region, now) ? beside : undefined;
}

/** What stands side by side: the period, its year, and since the start. */
export function columnsOf(period: FigurePeriod): FigurePeriod[] {
  switch (period.kind) {
    case 'week':
      return [period, { kind: 'year', year: yearOf(period.week) }, SINCE_START];
    case 'quarter':
      return [period, { kind: 'year', year: yearOf(period.quarter) }, SINCE_START];
    case 'year':
      return [period, SINCE_START];
    case 'since-start':
      return [period];
  }
}

const CHART_WEEKS = 12;

/** Twelve weeks, up to the last one of the period or the one that runs now. */
export function weeksUpTo(period: FigurePeriod, now: DateTime): { kind: 'week'; week: Week }[] {
  const weeks = [{ kind: 'week' as const, week: weekOfDay(lastDay(period, now)) }];
  while (weeks.length < CHART_WEEKS) {
    const before = weeks[0] && neighbour(weeks[0], -1);
    if (before?.kind !== 'week') throw new Error('a week without one before it');
    weeks.unshift(before);
  }
  return weeks;
}

const EXPORTED = { week: 8, quarter: 8, year: 8 } as const;

/** What can be had as a file, the running one first of each kind. */
export function exportPeriods(region: Region, now: DateTime): FigurePeriod[] {
  const week: FigurePeriod = { kind: 'week', week: weekOfDay(dayOf(now)) };
  const back = (kind: keyof typeof EXPORTED) => {
    const found = [ofKind(week, kind, now)];
    while (found.length < EXPORTED[kind]) {
      const before = found.at(-1) && besides(found.at(-1) ?? week, -1, region, now);
      if (!before) break;
      found.push(before);
    }
    return found;
  };
  return [...back('week'), ...back('quarter'), ...back('year'), SINCE_START];
}

/** The weeks that a period is made of, up to the running one; none for a week itself. */
export function weeksIn(
  period: FigurePeriod,
  { startedIn }: Region,
  now: DateTime,
): { kind: 'week'; week: Week }[] {
  if (period.kind === 'week') return [];
  const first = daysOf(period)?.from ?? `${startedIn}-01`;
  const { from } = daysOfWeek(weekOfDay(first));
  const weeks: { kind: 'week'; week: Week }[] = [];
  for (let day = from; day <= lastDay(period, now); day = dateAfter(day, { weeks: 1 })) {
    weeks.push({ kind: 'week', week: weekOfDay(day) });
  }
  return weeks;
}
