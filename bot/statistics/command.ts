import { wordsIn } from '../../cards/words/words.js';
import { CountTree, type Counts } from '../../data/counts.js';
import type { Period } from '../../data/periods.js';
import { statisticsOf } from '../../data/statistics.js';
import type { DateTime } from '../../data/weeks.js';
import { EXIT, readSurroundings, refuse, type ExitCode, type Terminal } from '../commandLine.js';
import type { StoreConfig } from '../config.js';
import { readForCommand } from '../openStore.js';
import { readStatsArguments } from './arguments.js';
import { statsJson } from './json.js';
import { statsTables } from './tables.js';

export interface StatsOptions {
  env: Record<string, string | undefined>;
  now: () => DateTime;
  terminal: Terminal;
}

/** The figures of a region, as they are stored now; the bot may run meanwhile. */
export async function runStats(
  args: string[],
  { env, now, terminal }: StatsOptions,
): Promise<ExitCode> {
  const read = readSurroundings(env);
  if (!read.ok) return refuse(terminal, read.problems);
  const typed = readStatsArguments(args, read.regions);
  if (!typed.ok) return refuse(terminal, [typed.why], EXIT.misused);
  const { region, period, json } = typed.asked;
  const counts = await countsIn(read.config, region.id, period, terminal);
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
  config: StoreConfig,
  region: string,
  period: Period,
  { complain }: Terminal,
): Promise<Counts> {
  const repository = await readForCommand(config);
  if (repository) {
    return repository.counts(region, [period]).finally(() => repository.close());
  }
  const { dataDir } = config;
  complain(`Nothing has been stored in ${dataDir} yet (DATA_DIR), so that every figure is 0.`);
  return new CountTree().counts([period]);
}
