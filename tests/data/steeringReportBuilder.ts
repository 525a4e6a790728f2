import type { Contribution, Row } from '../../data/figureRows.js';
import { daysOf } from '../../data/periods.js';
import type { Region } from '../../data/region.js';
import type { RegisterEntry } from '../../data/register.js';
import { readReportPeriod, type ReportPeriod } from '../../data/steeringReport/periods.js';
import { periodsCounted, prepareReport, type Prepared } from '../../data/steeringReport/prepare.js';
import type { IssuedReport, SteeringReports } from '../../data/steeringReport/record.js';
import type { DateTime } from '../../data/weeks.js';
import { countsOf, HOLLANDS_MIDDEN, NOW } from '../builders.js';
import { anEntry, aTarget, aTotal } from './registerBuilder.js';

export function aReportPeriod(text: string): ReportPeriod {
  const period = readReportPeriod(text);
  if (!period) throw new Error(`not a period of a report: ${text}`);
  return period;
}

/** These numbers, on the first day of a period. */
export function countedIn(text: string, numbers: Partial<Record<Row, number>>): Contribution[] {
  const period = daysOf(aReportPeriod(text))?.from ?? '';
  return (Object.entries(numbers) as [Row, number][]).map(([row, n]) => ({ row, period, n }));
}

/** Of everything some, of some only a few. */
export const THIRD_QUARTER: Contribution[] = countedIn('2026-K3', {
  talks: 57,
  'talks:municipality:leiden': 43,
  'talks:municipality:lisse': 11,
  'talks:municipality:gouda': 3,
  'partner-contraception': 12,
  escalations: 16,
  'escalations:municipality:leiden': 12,
  'escalations:municipality:lisse': 4,
  'escalations:type:youth-health': 11,
  'escalations:type:gp': 5,
  'reason:finance': 12,
  'reason:complex': 6,
  'escalated-contraception': 4,
  'outcome:postponed': 10,
  'outcome:undecided': 2,
});

interface Asked {
  contributed?: readonly Contribution[];
  entries?: readonly RegisterEntry[];
  issued?: readonly SteeringReports[];
  region?: Region;
  now?: DateTime;
}

export function prepared(text: string, asked: Asked = {}): Prepared {
  const { contributed = THIRD_QUARTER, entries = [], issued = [], now = NOW } = asked;
  const { region = HOLLANDS_MIDDEN } = asked;
  const period = aReportPeriod(text);
  const counts = countsOf(contributed, periodsCounted(period));
  return prepareReport({ region, period, counts, entries, issued, now });
}

export function newReport(...asked: Parameters<typeof prepared>): IssuedReport {
  const made = prepared(...asked);
  if (made.kind !== 'new') throw new Error(made.kind);
  return made.report;
}

/** Issues these one after the other, those of one year in one record. */
export function issuedInTurn(
  texts: readonly string[],
  asked: Omit<Asked, 'issued'> = {},
): SteeringReports[] {
  return texts.reduce<SteeringReports[]>((issued, text) => {
    const made = prepared(text, { ...asked, issued });
    if (made.kind !== 'new') throw new Error(`${text} is ${made.kind}`);
    return [...issued.filter(({ year }) => year !== made.put.year), made.put];
  }, []);
}

/** Of the third quarter of 2026, with targets and what was reached before. */
export function someReports(): SteeringReports {
  const [issued] = issuedInTurn(['2026-K3'], {
    entries: [anEntry(aTarget()), anEntry(aTotal(), { id: 'RG-2222BB' })],
  });
  if (!issued) throw new Error('nothing was issued');
  return issued;
}

export function aSteeringReport(parts: Partial<IssuedReport> = {}): IssuedReport {
  const [report] = someReports().reports;
  if (!report) throw new Error('nothing was issued');
  return { ...report, ...parts };
}
