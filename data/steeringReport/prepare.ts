import type { Counts } from '../counts.js';
import { eachOf } from '../eachOf.js';
import { REGISTER_ROWS } from '../figureRows.js';
import { daysOf, SINCE_START, type Period } from '../periods.js';
import { entriesOf, type RegisterEntry } from '../register.js';
import type { Region } from '../region.js';
import { issueReport } from '../suppression.js';
import type { Issue } from '../suppression/report.js';
import { dayOf, instantOf, yearOf, type DateTime } from '../weeks.js';
import { doneBefore } from './before.js';
import { trueNumbers } from './numbers.js';
import { quartersOf, type ReportPeriod } from './periods.js';
import type { IssuedReport, SteeringReports } from './record.js';

export type Prepared =
  /** Storing `put` issues it. */
  | { kind: 'new'; report: IssuedReport; put: SteeringReports }
  /** It was issued before, and stays as it is. */
  | { kind: 'issued'; report: IssuedReport }
  | { kind: 'not-ended' };

export interface ToReport {
  region: Region;
  period: ReportPeriod;
  /** Of `periodsCounted`. */
  counts: Counts;
  entries: readonly RegisterEntry[];
  /** Everything that was issued in the region before. */
  issued: readonly SteeringReports[];
  now: DateTime;
}

/** Of which a report needs the figures. */
export function periodsCounted(period: ReportPeriod, now: DateTime): Period[] {
  const quarters = quartersOf(period).map((quarter) => ({ kind: 'quarter', quarter }) as const);
  return [...quarters, period, sinceItBegan(period, now), SINCE_START];
}

function sinceItBegan(period: ReportPeriod, now: DateTime): Period {
  const today = dayOf(now);
  return { kind: 'days', from: daysOf(period)?.from ?? today, until: today };
}

/** The report as it is now, or as it was issued. */
export function prepareReport(asked: ToReport): Prepared {
  const { region, period, counts, issued, now } = asked;
  const quarters = quartersOf(period);
  const ofYear = issued.find(({ year }) => year === yearOf(quarters[0]));
  const made = issueReport({
    period,
    numbers: trueNumbers(counts, region, quarters),
    earlier: ofYear?.reports ?? [],
    now,
  });
  switch (made.kind) {
    case 'refused':
      return { kind: 'not-ended' };
    case 'issued-before':
      return { kind: 'issued', report: made.issue };
    case 'issued': {
      const report = { ...made.issue, ...besides(asked), quarters };
      return { kind: 'new', report, put: withReport(report, asked, ofYear) };
    }
  }
}

/** What a report says beside the numbers of its quarters. */
function besides(asked: ToReport): Omit<IssuedReport, keyof Issue> {
  const { region, period, entries, issued, now } = asked;
  const [start] = quartersOf(period);
  const before = issued.flatMap(({ reports }) => reports);
  const targets = entriesOf(entries, 'target').map(({ content }) => content);
  return {
    at: instantOf(now),
    before: doneBefore(region, start, before),
    register: fromRegister(asked),
    targets: targets
      .filter(({ year }) => year === yearOf(start))
      .map(({ indicator, basis, n }) => ({ indicator, basis, n })),
  };
}

function fromRegister({ period, counts, now }: ToReport): IssuedReport['register'] {
  return eachOf(REGISTER_ROWS, (row) => ({
    before: counts.sum(row, SINCE_START) - counts.sum(row, sinceItBegan(period, now)),
    done: counts.sum(row, period),
  }));
}

function withReport(
  report: IssuedReport,
  { region, period }: ToReport,
  ofYear: SteeringReports | undefined,
): SteeringReports {
  const [start] = quartersOf(period);
  const { version, reports } = ofYear ?? { version: 0, reports: [] };
  return {
    region: region.id,
    year: yearOf(start),
    version: version + 1,
    reports: [...reports, report],
  };
}
