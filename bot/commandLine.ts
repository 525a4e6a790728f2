import type { Region } from '../data/region.js';
import { readStoreConfig, type StoreConfig } from './config.js';
import { readRegions } from './regions.js';

/** Where a command beside the bot writes. */
export interface Terminal {
  say: (line: string) => void;
  complain: (line: string) => void;
  /** Whether somebody watches, so that a line can be drawn again. */
  isWatched: boolean;
}

/** Done; something was wrong with what it worked on; something was wrong with how it was asked. */
export const EXIT = { done: 0, refused: 1, misused: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Says why not. */
export function refuse(
  { complain }: Terminal,
  problems: readonly string[],
  code: ExitCode = EXIT.refused,
): ExitCode {
  problems.forEach(complain);
  return code;
}

export type Surroundings =
  { ok: true; config: StoreConfig; regions: readonly Region[] } | { ok: false; problems: string[] };

/** What a command beside the bot needs, from its environment. */
export function readSurroundings(env: Record<string, string | undefined>): Surroundings {
  const read = readStoreConfig(env);
  if (!read.ok) return read;
  const regions = readRegions(read.config.regionsDir);
  return regions.ok ? { ok: true, config: read.config, regions: regions.regions } : regions;
}

/** Arguments as they were meant, or a sentence that says what to type. */
export type Asked<T> = { ok: true; asked: T } | { ok: false; why: string };

/** What `parse` of node:util makes of arguments; what it throws at a typing mistake is answered. */
export function readOptions<T>(parse: () => T): Asked<T> {
  try {
    return { ok: true, asked: parse() };
  } catch (error) {
    const isMistake =
      error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!isMistake) throw error;
    return { ok: false, why: `${error.message.split(/\. |\n/)[0] ?? ''}.` };
  }
}

export function findRegion(id: string | undefined, regions: readonly Region[]): Asked<Region> {
  const asked = regions.find((region) => region.id === id);
  if (asked) return { ok: true, asked };
  const known = `Write --region with one of: ${regions.map((region) => region.id).join(', ')}.`;
  return { ok: false, why: id === undefined ? known : `There is no region “${id}”. ${known}` };
}

/** Runs a command as a process; whatever went wrong is said in a line. */
export async function runAsProcess(
  run: (args: string[], terminal: Terminal) => Promise<ExitCode>,
): Promise<void> {
  const terminal: Terminal = {
    say: (line) => {
      console.log(line);
    },
    complain: (line) => {
      console.error(line);
    },
    isWatched: process.stderr.isTTY,
  };
  try {
    process.exitCode = await run(process.argv.slice(2), terminal);
  } catch (error) {
    terminal.complain(error instanceof Error ? error.message : String(error));
    process.exitCode = EXIT.refused;
  }
}
