import type { Row, RowPrefix } from '../../../data/figureRows.js';
import {
  AT_THIS_MOMENT,
  periodKey,
  readPeriod,
  SINCE_START,
  type Period,
} from '../../../data/periods.js';
import type { Repository, Sources } from '../../../data/repository.js';
import { isoOf, written } from './calendar.js';
import { lies, unitsOf } from './reference.js';
import type { Unit } from './units.js';
import { REGIONS, takesPart, type World } from './world.js';

/** Everything that the store tells otherwise than the log, as sentences. */
export async function differences(repository: Repository, world: World): Promise<string[]> {
  const periods = [...wholePeriods(world), ...stretches(world)];
  const found: string[] = [];
  for (const { id } of REGIONS) {
    const units = unitsOf(world.log, id, takesPart);
    const counts = await repository.counts(id, periods);
    for (const period of periods) {
      const name = `${id} ${periodKey(period)}`;
      const inside = totals(units.filter((unit) => lies(unit, period) === 'inside'));
      found.push(...unlike(name, new Map(counts.rowsIn(period)), inside));
      if (period.kind !== 'days') continue;
      const rows = new Set(units.map(({ row }) => row as Row));
      const told = new Map([...rows].map((row) => [row, counts.unplaced(row, period)]));
      const perhaps = units.filter((unit) => lies(unit, period) === 'perhaps');
      found.push(...unlike(`${name} unplaced`, told, totals(perhaps)));
    }
    found.push(...(await differingSources(repository, world, id, units, periods)));
  }
  return found;
}

function totals(units: readonly Unit[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { row, n } of units) sums.set(row, (sums.get(row) ?? 0) + n);
  return sums;
}

function unlike(
  name: string,
  found: ReadonlyMap<string, number>,
  expected: ReadonlyMap<string, number>,
): string[] {
  return [...new Set([...found.keys(), ...expected.keys()])]
    .filter((row) => (found.get(row) ?? 0) !== (expected.get(row) ?? 0))
    .map((row) => `${name} ${row}: ${found.get(row) ?? 0}, the log says ${expected.get(row) ?? 0}`);
}

/** Every week, quarter, half-year and year that something can lie in, and what has no days. */
function wholePeriods({ log, today }: World): Period[] {
  const keys = new Set<string>();
  const first = Math.min(today, ...log.map(({ at }) => Math.floor(at / 86_400_000))) - 500;
  for (let day = first; day <= today + 40; day += 1) {
    const { week, quarter, half, year } = isoOf(day);
    for (const key of [week, quarter, half, String(year)]) keys.add(key);
  }
  const years = [2024, 2025, 2026, 2027, 2028, 2029];
  const money = years.map((year): Period => ({ kind: 'calendar-year', year }));
  return [...[...keys].map(asPeriod), ...money, SINCE_START, AT_THIS_MOMENT];
}

function asPeriod(text: string): Period {
  const period = readPeriod(text);
  if (!period) throw new Error(`no period: ${text}`);
  return period;
}

function stretches({ pick, today }: World): Period[] {
  const offsets = Array.from({ length: 420 }, (_, n) => n);
  return [1, 2, 3, 4].map(() => {
    const [one = 0, other = 0] = [pick(offsets), pick(offsets)].sort((a, b) => b - a);
    return { kind: 'days', from: written(today - one), until: written(today - other) };
  });
}

const SAMPLES = 8;
const PREFIXES = ['reason:', 'outcome:', 'talks:municipality:', 'now:', 'finance-asked:'] as const;

/** Of some of the figures: what each is made of, as far as it was not erased. */
async function differingSources(
  repository: Repository,
  { pick }: World,
  region: string,
  units: readonly Unit[],
  periods: readonly Period[],
): Promise<string[]> {
  if (units.length === 0) return [];
  const found: string[] = [];
  for (let n = 0; n < SAMPLES; n += 1) {
    const row = n % 4 === 0 ? pick(PREFIXES) : (pick(units).row as Row);
    const period = n % 3 === 0 ? SINCE_START : pick(periods);
    const [told, expected] = [
      await repository.sourcesOf(region, row, period),
      sources(units.filter((unit) => isOf(unit, row) && lies(unit, period) === 'inside')),
    ].map((one) => JSON.stringify(one));
    if (told === expected) continue;
    found.push(
      `sources of ${region} ${row} ${periodKey(period)}: ${told}, the log says ${expected}`,
    );
  }
  return found;
}

const isOf = (unit: Unit, row: Row | RowPrefix) =>
  row.endsWith(':') ? unit.row.startsWith(row) : unit.row === row;

function sources(units: readonly Unit[]): Sources {
  const from = (kind: string) =>
    units.filter(({ source }) => source?.kind === kind).reduce((sum, { n }) => sum + n, 0);
  const codes = units.flatMap(({ source, n }) =>
    source?.kind === 'case' && n !== 0 ? [source.code] : [],
  );
  return {
    codes: [...new Set(codes)].sort(),
    cases: from('case'),
    quickCounts: from('quick-count'),
    register: from('register'),
    imported: from('imported'),
  };
}
