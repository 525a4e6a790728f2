import { openBot } from './openBot.js';

/** Starts the bot from its environment; says on standard error why it does not. */
async function main(): Promise<void> {
  const opened = await openBot(process.env);
  if (!opened.ok) {
    refuseToStart(opened.problems);
    return;
  }
  const { bot, log } = opened;
  log.info({ port: bot.port }, 'ready');
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
