import { parseArgs } from 'node:util';
import type { Region } from '../../data/region.js';
import { findRegion, readOptions, type Asked } from '../commandLine.js';

export interface ImportAsked {
  region: Region;
  file: string;
  /** Check everything, store nothing. */
  dryRun: boolean;
  /** Rows that say something else than before take the place of what is stored. */
  update: boolean;
}

const TYPE = 'Type: npm run import -- --region ID FILE.csv [--dry-run] [--update]';

/** What somebody typed after `npm run import --`. */
export function readImportArguments(
  args: string[],
  regions: readonly Region[],
): Asked<ImportAsked> {
  const read = readImport(args, regions);
  return read.ok ? read : { ok: false, why: `${read.why}\n${TYPE}` };
}

const OPTIONS = {
  region: { type: 'string' },
  'dry-run': { type: 'boolean' },
  update: { type: 'boolean' },
} as const;

function readImport(args: string[], regions: readonly Region[]): Asked<ImportAsked> {
  const options = readOptions(() => parseArgs({ args, options: OPTIONS, allowPositionals: true }));
  if (!options.ok) return options;
  const { values, positionals } = options.asked;
  const region = findRegion(values.region, regions);
  if (!region.ok) return region;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) return { ok: false, why: 'Name one file.' };
  const { 'dry-run': dryRun = false, update = false } = values;
  return { ok: true, asked: { region: region.asked, file, dryRun, update } };
}
