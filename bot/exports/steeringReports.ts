import type { Region } from '../../data/region.js';
import { firstQuarter, type ReportPeriod } from '../../data/steeringReport/periods.js';
import { periodsCounted, prepareReport, type Prepared } from '../../data/steeringReport/prepare.js';
import { steeringReportsKey, type SteeringReports } from '../../data/steeringReport/record.js';
import { weekOf, yearOf } from '../../data/weeks.js';
import type { Deps } from '../deps.js';

type Reading = Pick<Deps, 'repository' | 'now'>;

/** Every report for the steering group that was issued in a region, by year. */
export async function issuedReports(
  { repository, now }: Reading,
  region: Region,
): Promise<SteeringReports[]> {
  const { id } = region;
  const first = yearOf(firstQuarter(region));
  const years = Array.from({ length: yearOf(weekOf(now())) - first + 1 }, (_, n) => first + n);
  const found = await Promise.all(
    years.map((year) =>
      repository.read('steering-reports', steeringReportsKey({ region: id, year })),
    ),
  );
  return found.flatMap((reports) => reports ?? []);
}

/** The report on a period: as it was issued, or as it would be now. */
export async function reportOn(
  deps: Reading,
  region: Region,
  period: ReportPeriod,
  issued: readonly SteeringReports[],
): Promise<Prepared> {
  const [counts, entries] = await Promise.all([
    deps.repository.counts(region.id, periodsCounted(period)),
    deps.repository.register(region.id),
  ]);
  return prepareReport({ region, period, counts, entries, issued, now: deps.now() });
}
