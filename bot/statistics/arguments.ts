import { parseArgs } from 'node:util';
import { z } from 'zod/v4';
import { readPeriod, SINCE_START, type Period } from '../../data/periods.js';
import type { Region } from '../../data/region.js';
import { findRegion, readOptions, type Asked } from '../commandLine.js';

export interface StatsAsked {
  region: Region;
  period: Period;
  json: boolean;
}

const TYPE =
  'Type: npm run stats -- --region ID [--week 2026-W46 | --from 2026-01-01 --until 2026-03-31] [--json]';

/** What somebody typed after `npm run stats --`. */
export function readStatsArguments(args: string[], regions: readonly Region[]): Asked<StatsAsked> {
  const read = readStats(args, regions);
  return read.ok ? read : { ok: false, why: `${read.why}\n${TYPE}` };
}

function readStats(args: string[], regions: readonly Region[]): Asked<StatsAsked> {
  const options = readOptions(() => parseArgs({ args, options: OPTIONS }).values);
  if (!options.ok) return options;
  const region = findRegion(options.asked.region, regions);
  if (!region.ok) return region;
  const period = readAskedPeriod(options.asked);
  if (!period.ok) return period;
  const { json = false } = options.asked;
  return { ok: true, asked: { region: region.asked, period: period.asked, json } };
}

const OPTIONS = {
  region: { type: 'string' },
  week: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  json: { type: 'boolean' },
} as const;

interface AskedPeriod {
  week?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

function readAskedPeriod({ week, from, until }: AskedPeriod): Asked<Period> {
  if (week !== undefined) {
    if (from === undefined && until === undefined) return readWeek(week);
    return { ok: false, why: 'Write either --week or --from and --until, not both.' };
  }
  if (from === undefined && until === undefined) return { ok: true, asked: SINCE_START };
  if (from === undefined || until === undefined) {
    return { ok: false, why: 'Write both --from and --until.' };
  }
  return readDays(from, until);
}

function readWeek(week: string): Asked<Period> {
  const period = readPeriod(week);
  if (period?.kind === 'week') return { ok: true, asked: period };
  return { ok: false, why: `“${week}” is not a week: write it as 2026-W46.` };
}

/** Days are added up one by one, so that there may not be endlessly many. */
const day = z.iso.date().regex(/^20/);

function readDays(from: string, until: string): Asked<Period> {
  const wrong = [from, until].find((text) => !day.safeParse(text).success);
  if (wrong !== undefined) {
    return { ok: false, why: `“${wrong}” is not a day of this century: write it as 2026-11-09.` };
  }
  if (until < from) return { ok: false, why: `--until ${until} comes before --from ${from}.` };
  return { ok: true, asked: { kind: 'days', from, until } };
}
