import { quartersOfHalf, readPeriod, type HalfYear, type Period } from '../periods.js';
import type { Region } from '../region.js';
import { daysSpanned } from '../suppression/periods.js';
import {
  dayOf,
  quarterOf,
  weekOf,
  weekOfDay,
  yearOf,
  type DateTime,
  type Quarter,
} from '../weeks.js';

/** Whole quarters of one year, so that reports can be held against each other. */
export type ReportPeriod = Extract<Period, { kind: 'quarter' | 'half-year' | 'year' }>;

/** What `periodKey` made of it. */
export function readReportPeriod(text: string): ReportPeriod | undefined {
  const period = readPeriod(text);
  const isReported =
    period?.kind === 'quarter' || period?.kind === 'half-year' || period?.kind === 'year';
  return isReported ? period : undefined;
}

type Quarters = [Quarter, ...Quarter[]];

const quartersOfYear = (year: number): Quarters => [
  `${year}-K1`,
  `${year}-K2`,
  `${year}-K3`,
  `${year}-K4`,
];

/** In their order. */
export function quartersOf(period: ReportPeriod): Quarters {
  switch (period.kind) {
    case 'quarter':
      return [period.quarter];
    case 'half-year':
      return quartersOfHalf(period.half);
    case 'year':
      return quartersOfYear(period.year);
  }
}

/** Of the years before, whole years are asked for. */
const YEARS_IN_PARTS = 2;

/** What can be reported on: what has ended, the latest first, and of those the shortest. */
export function reportPeriods(region: Region, now: DateTime): ReportPeriod[] {
  return yearsUntil(yearOf(weekOf(now)), region)
    .flatMap((year) => (isInParts(year, now) ? partsOf(year) : wholeYear(year)))
    .filter((period) => spanOf(period).until < dayOf(now) && isReported(period, region))
    .sort(latestFirst);
}

/** Whether its quarters can be reported on apart. */
export function isInParts(year: number, now: DateTime): boolean {
  return year > yearOf(weekOf(now)) - YEARS_IN_PARTS;
}

/** Not of the time before the programme began. */
export function isReported(period: ReportPeriod, region: Region): boolean {
  return quartersOf(period).some((quarter) => quarter >= firstQuarter(region));
}

function latestFirst(one: ReportPeriod, other: ReportPeriod): number {
  const [a, b] = [spanOf(one), spanOf(other)];
  return b.until.localeCompare(a.until) || b.from.localeCompare(a.from);
}

function yearsUntil(present: number, region: Region): number[] {
  const first = yearOf(firstQuarter(region));
  return Array.from({ length: present - first + 1 }, (_, n) => first + n);
}

const wholeYear = (year: number): ReportPeriod[] => [{ kind: 'year', year }];

function partsOf(year: number): ReportPeriod[] {
  const halves: HalfYear[] = [`${year}-H1`, `${year}-H2`];
  return [
    ...quartersOfYear(year).map((quarter) => ({ kind: 'quarter', quarter }) as const),
    ...halves.map((half) => ({ kind: 'half-year', half }) as const),
    ...wholeYear(year),
  ];
}

const spanOf = (period: ReportPeriod) => daysSpanned(quartersOf(period));

/** In which the programme began. The first of a month may lie in the quarter before its own. */
export function firstQuarter({ startedIn }: Region): Quarter {
  return quarterOf(weekOfDay(`${startedIn}-15`));
}

/** Since the programme began. */
export function quartersBefore(region: Region, end: Quarter): Quarter[] {
  const first = firstQuarter(region);
  return yearsUntil(yearOf(end), region)
    .flatMap(quartersOfYear)
    .filter((quarter) => quarter >= first && quarter < end);
}
