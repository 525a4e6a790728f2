import { wordsIn } from '../../cards/words/words.js';
import { CountTree, type Counts } from '../../data/counts.js';
import { NoStoreError, readLowdbRepository } from '../../data/lowdb/readLowdbRepository.js';
import type { Period } from '../../data/periods.js';
import { statisticsOf } from '../../data/statistics.js';
import type { DateTime } from '../../data/weeks.js';
import { EXIT, readSurroundings, refuse, type ExitCode, type Terminal } from '../commandLine.js';
import { readStatsArguments } from './arguments.js';
import { statsJson } from './json.js';
import { statsTables } from './tables.js';

export interface StatsOptions {
  env: Record<string, string | undefined>;
  now: () => DateTime;
  terminal: Terminal;
}

/** The figures of a region, from what is on the disk; the bot may run meanwhile. */
export async function runStats(
  args: string[],
  { env, now, terminal }: StatsOptions,
): Promise<ExitCode> {
  const read = readSurroundings(env);
  if (!read.ok) return refuse(terminal, read.problems);
  const typed = readStatsArguments(args, read.regions);
  if (!typed.ok) return refuse(terminal, [typed.why], EXIT.misused);
  const { region, period, json } = typed.asked;
  const counts = await countsIn(read.config.dataDir, region.id, period, terminal);
  const statistics = statisticsOf(counts, period);
  const context = { language: 'nl', words: wordsIn('nl'), region, now: now() } as const;
  terminal.say(
    json
      ? JSON.stringify(statsJson(context, period, statistics), null, 2)
      : statsTables(context, period, statistics),
  );
  return EXIT.done;
}

/** Of a store that was never used everything is zero. */
async function countsIn(
  directory: string,
  region: string,
  period: Period,
  { complain }: Terminal,
): Promise<Counts> {
  try {
    const repository = await readLowdbRepository(directory);
    return await repository.counts(region, [period]);
  } catch (error) {
    if (!(error instanceof NoStoreError)) throw error;
    complain(`Nothing has been stored in ${directory} yet (DATA_DIR), so that every figure is 0.`);
    return new CountTree().counts([period]);
  }
}
