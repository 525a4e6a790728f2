import { DateTime } from 'luxon';
import { openLowdbRepository } from '../data/lowdb/openLowdbRepository.js';
import { readConfig } from './config.js';
import { createLog } from './log.js';
import { readRegions } from './regions.js';
import { startBot } from './startBot.js';

/** Starts the bot from its environment; says on standard error why it does not. */
async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) {
    refuseToStart(read.problems);
    return;
  }
  const { config } = read;
  const regions = readRegions(config.regionsDir);
  if (!regions.ok) {
    refuseToStart(regions.problems);
    return;
  }
  const log = createLog(config.logLevel);
  const repository = await openLowdbRepository({
    directory: config.dataDir,
    now: () => DateTime.utc(),
    warn: (message) => {
      log.warn(message);
    },
  });
  const bot = await startBot({ config, regions: regions.regions, repository, log });
  log.info({ port: bot.port, regions: regions.regions.length }, 'ready');
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping');
    bot.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopped badly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function refuseToStart(problems: string[]): void {
  console.error(`The bot does not start:\n${problems.map((line) => `- ${line}`).join('\n')}`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  refuseToStart([error instanceof Error ? error.message : String(error)]);
});
