import { ELSEWHERE } from '../checklist.js';
import type { Counts } from '../counts.js';
import { eachOf } from '../eachOf.js';
import { REGISTER_ROWS, type RegisterRow } from '../figureRows.js';
import type { Period } from '../periods.js';
import { entriesOf, registerContributions, type RegisterEntry } from '../register.js';
import { participation, type Region } from '../region.js';
import { issueReport } from '../suppression.js';
import { daysSpanned } from '../suppression/periods.js';
import type { Issue } from '../suppression/report.js';
import { instantOf, parseInstant, yearOf, type DateTime } from '../weeks.js';
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
export function periodsCounted(period: ReportPeriod): Period[] {
  return quartersOf(period).map((quarter) => ({ kind: 'quarter', quarter }) as const);
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
    participation: participationOf(asked),
    targets: targets
      .filter(({ year }) => year === yearOf(start))
      .map(({ indicator, basis, n }) => ({ indicator, basis, n })),
  };
}

/** As it stood on the last day of the period. */
function fromRegister({ period, entries }: ToReport): IssuedReport['register'] {
  const { from, until } = daysSpanned(quartersOf(period));
  const contributed = entries.flatMap((entry) => registerContributions(entry, until));
  const sum = (row: RegisterRow, isIn: (day: string) => boolean) =>
    contributed
      .filter((one) => one.row === row && isIn(one.period))
      .reduce((all, { n = 1 }) => all + n, 0);
  return eachOf(REGISTER_ROWS, (row) => ({
    before: sum(row, (day) => day < from),
    done: sum(row, (day) => day >= from && day <= until),
  }));
}

function participationOf({ region, period }: ToReport): IssuedReport['participation'] {
  const { until } = daysSpanned(quartersOf(period));
  const lastDay = parseInstant(`${until}T12:00:00Z`);
  const places = [...region.municipalities.map(({ id }) => id), ...ELSEWHERE];
  return eachOf(places, (id) => participation(region, id, lastDay));
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
