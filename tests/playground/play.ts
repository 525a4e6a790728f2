import { openStage } from './stage.js';

const PORTS = { bot: 3978, playground: 56150, connector: 56151 };

/** The bot and the Agents Playground, left running for a person in a browser; data is kept. */
async function play(): Promise<void> {
  const stage = await openStage({ dataDir: '.data/play', logLevel: 'warn', ports: PORTS });
  const { url } = stage.server;
  console.log(`Open ${url} in a browser: you are Sanne de Wit, a professional.`);
  console.log('Type “hallo” in the chat. In the channel, type “@Nu Niet Zwanger koppelen”.');
  console.log('Stop with Ctrl+C; what you did is kept in .data/play.');
  const stop = () => {
    stage.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

play().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
