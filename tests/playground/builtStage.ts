import { BuiltBot } from '../bot/builtBot.js';
import { FakeTeams } from '../bot/fakeTeams.js';
import { openStage, type BotSettings, type Stage } from './stage.js';

/** The stage with the bot as `npm start` runs it: built, in a process of its own. */
export function openBuiltStage(): Promise<Stage> {
  return openStage({ startBot: start });
}

async function start({ dataDir, port, regionsDir }: BotSettings) {
  const environment = {
    ...{ DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'info' },
    ...(regionsDir === undefined ? {} : { REGIONS_DIR: regionsDir }),
  };
  // Nothing is sent through these Teams: here the Playground is what the bot talks to.
  const bot = new BuiltBot(environment, new FakeTeams());
  await bot.ready();
  return {
    port: bot.port,
    async stop() {
      await bot.kill('SIGTERM');
    },
  };
}
