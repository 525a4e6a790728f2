import path from 'node:path';
import { writeRegionWithEveryRole } from './everyRole.js';
import { openStage } from './stage.js';

const HOME = path.resolve('.data/play');
const DATA = path.join(HOME, 'store');
const REGIONS = path.join(HOME, 'regions');
const PORTS = { bot: 3978, playground: 56150, connector: 56151 };

/**
 * The bot and the Agents Playground, left running for a person in a browser. The page shows one
 * person only, so here Sanne is professional, coordinator and project leader at once.
 */
async function play(): Promise<void> {
  await writeRegionWithEveryRole(REGIONS);
  const stage = await openStage({
    dataDir: DATA,
    regionsDir: REGIONS,
    logLevel: 'warn',
    ports: PORTS,
  });
  console.log(
    `Open ${stage.server.url} in a browser. You are Sanne de Wit, in every role at once.`,
  );
  console.log('1. In the channel Opschalingen: @Nu Niet Zwanger koppelen');
  console.log('2. In Personal Chat: vastleggen, and later: cijfers');
  console.log(`Stop with Ctrl+C. What you did is kept in ${DATA}.`);
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
