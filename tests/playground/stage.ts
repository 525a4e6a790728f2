import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBot } from '../../bot/openBot.js';
import type { Bot } from '../../bot/startBot.js';
import { isSamePerson, type Person } from '../../data/person.js';
import { ANNEKE, JOOST, MERYEM, SANNE, TENANT, TOM } from '../builders.js';
import { Playground } from './playgroundClient.js';
import { startPlayground, type PlaygroundServer } from './startPlayground.js';

/** The bot on the embedded store and the real Agents Playground, on loopback. */
export interface Stage {
  playground: Playground;
  server: PlaygroundServer;
  /** Stops the bot and starts it anew on the same data: nothing it remembered is left. */
  rebuildBot(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** Kept when given; otherwise a new folder that goes with the stage. */
  dataDir?: string;
  logLevel?: string;
  /** The shipped example when absent. */
  regionsDir?: string;
  /** Fixed ports, for a person who comes back to the same page. */
  ports?: { bot: number; playground: number; connector: number };
  /** Whose part the Playground's page shows; Sanne's when absent. */
  atThePage?: Person;
  /** How a bot is started; in this process when absent. */
  startBot?: (settings: BotSettings) => Promise<Bot>;
}

const PEOPLE = [SANNE, MERYEM, JOOST, ANNEKE, TOM] as const;

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'nnz-stage-')));
  const { ports } = options;
  const { startBot = startBotHere } = options;
  const open = () => startBot({ ...options, dataDir, port: ports?.bot ?? 0 });
  let bot = await open();
  const server = await startPlayground({
    botUrl: messagesOf(bot),
    ...(ports ? { port: ports.playground, connectorPort: ports.connector } : {}),
    tenantId: TENANT,
    // The Playground finds people by the id with which the bot asks for their chat.
    people: accounts(options.atThePage ?? SANNE),
    botName: 'Nu Niet Zwanger',
    teamName: 'Coördinatoren Hollands Midden',
    channelName: 'Opschalingen',
  });
  return {
    playground: new Playground(server),
    server,
    async rebuildBot() {
      await bot.stop();
      bot = await open();
      server.toBot.aim(`http://127.0.0.1:${bot.port}`);
    },
    async close() {
      await bot.stop();
      await server.stop();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true });
    },
  };
}

/** The current user of the Playground first. */
function accounts(atThePage: Person) {
  const others = PEOPLE.filter((person) => !isSamePerson(person, atThePage));
  return [account(atThePage), ...others.map(account)] as const;
}

const account = ({ name, aadObjectId }: Person) => ({ name, aadObjectId, id: aadObjectId });

const messagesOf = (bot: Bot) => `http://127.0.0.1:${bot.port}/api/messages`;

export interface BotSettings {
  dataDir: string;
  port: number;
  logLevel?: string;
  regionsDir?: string;
}

async function startBotHere({ dataDir, port, logLevel, regionsDir }: BotSettings): Promise<Bot> {
  const opened = await openBot({
    ALLOW_ANONYMOUS: 'true',
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: logLevel ?? 'silent',
    REGIONS_DIR: regionsDir,
  });
  if (!opened.ok) throw new Error(opened.problems.join('\n'));
  return opened.bot;
}
