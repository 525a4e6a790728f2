import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findOverlap, regionSchema, type Region } from '../data/region.js';
import type { Log } from './log.js';

export type RegionsRead = { ok: true; regions: Region[] } | { ok: false; problems: string[] };

/** Reads every region file of a folder; each problem names file, path and rule. */
export function readRegions(directory: string): RegionsRead {
  const files = regionFilesIn(directory);
  if (files.length === 0) {
    return { ok: false, problems: [`${directory}: holds no region file (*.json)`] };
  }
  const read = files.map((name) => readRegion(path.join(directory, name)));
  const problems = read.flatMap((file) => (file.ok ? [] : file.problems));
  const regions = read.flatMap((file) => (file.ok ? file.regions : []));
  const overlap = findOverlap(regions);
  if (overlap !== undefined) problems.push(`${directory}: ${overlap}`);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, regions };
}

/** None when the folder cannot be read. */
function regionFilesIn(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

function readRegion(file: string): RegionsRead {
  const content = readJson(file);
  if (content === undefined) {
    return { ok: false, problems: [`${file}: the whole file: is not valid JSON`] };
  }
  const parsed = regionSchema.safeParse(content);
  if (parsed.success) return { ok: true, regions: [parsed.data] };
  const problems = parsed.error.issues.map(
    (issue) => `${file}: ${issue.path.join('.') || 'the whole file'}: ${issue.message}`,
  );
  return { ok: false, problems };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** The regions as they are now; files that changed are read again, a wrong one is not taken. */
export interface Regions {
  all(): readonly Region[];
  find(id: string): Region | undefined;
}

/** A turn asks several times; the folder is looked at once a second at most. */
const LOOK_EVERY_MS = 1_000;

export function watchRegions(directory: string, first: Region[], log: Log): Regions {
  let regions = first;
  let seen = stamp(directory);
  let lookedAt = -LOOK_EVERY_MS;
  const refresh = () => {
    if (performance.now() - lookedAt < LOOK_EVERY_MS) return;
    lookedAt = performance.now();
    const present = stamp(directory);
    if (present === seen) return;
    seen = present;
    const read = readRegions(directory);
    if (read.ok) regions = read.regions;
    else log.error({ problems: read.problems }, 'changed region files refused, old ones stay');
  };
  return {
    all: () => {
      refresh();
      return regions;
    },
    find: (id) => {
      refresh();
      return regions.find((region) => region.id === id);
    },
  };
}

/** Changes whenever a region file does. */
function stamp(directory: string): string {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${name}:${statSync(path.join(directory, name)).mtimeMs}`)
      .join('|');
  } catch {
    return 'unreadable';
  }
}
