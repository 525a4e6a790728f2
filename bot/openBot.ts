import { DateTime } from 'luxon';
import type { Repository } from '../data/repository.js';
import { readConfig } from './config.js';
import type { Pacing } from './delivery/pacing.js';
import { createLog, type Log } from './log.js';
import { openStore } from './openStore.js';
import { readRegions } from './regions.js';
import { startBot, type Bot } from './startBot.js';

export type Opened =
  | { ok: true; bot: Bot; repository: Repository; log: Log }
  /** What to mend before it can start, a line each. */
  | { ok: false; problems: string[] };

interface OpenOptions {
  now?: () => DateTime;
  /** Where the log goes; standard output when absent. */
  writeLog?: (line: string) => void;
  /** Teams' own when absent. */
  pacing?: Pacing;
}

/**
 * From an environment to a bot that takes turns. Throws when the store is in use or damaged, with
 * what to do about it.
 */
export async function openBot(
  env: Record<string, string | undefined>,
  { now = () => DateTime.utc(), writeLog, pacing }: OpenOptions = {},
): Promise<Opened> {
  const read = readConfig(env);
  if (!read.ok) return read;
  const { config } = read;
  const regions = readRegions(config.regionsDir);
  if (!regions.ok) return regions;
  const log = createLog(config.logLevel, writeLog && { write: writeLog });
  const warn = (message: string) => {
    log.warn(message);
  };
  const store = await openStore(config, { now, warn });
  try {
    const bot = await startBot({ config, store, log, now, pacing, regions: regions.regions });
    return { ok: true, bot, repository: store.repository, log };
  } catch (error) {
    await store.instances.close();
    await store.repository.close();
    if (!isAddressTaken(error)) throw error;
    const problem = `PORT ${config.port} on ${config.host} is taken: stop the other process, or write another PORT`;
    return { ok: false, problems: [problem] };
  }
}

function isAddressTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
