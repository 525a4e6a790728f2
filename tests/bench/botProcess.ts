import { readFileSync } from 'node:fs';
import { z } from 'zod/v4';
import { TENANT } from '../builders.js';
import { startServer, type ServerProcess } from './serverProcess.js';
import type { Stores } from './stores.js';

const MAIN = new URL('../../bot/main.js', import.meta.url);

/** What `npm start` tells node. */
function flagsOfStart(): string[] {
  const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(manifest));
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

interface BotOptions {
  stores: Stores;
  /** How many cases there are at the start. */
  cases?: number;
  /** A store there is already, instead. */
  dataDir?: string;
  /** A database there is already, instead. */
  databaseUrl?: string;
  /** What is started in place of the bot itself. */
  main?: URL;
}

/** The built server as `npm start` runs it, anonymous and on a free port of loopback. */
export async function startBot(options: BotOptions): Promise<ServerProcess> {
  const { stores, cases = 0, databaseUrl, main = MAIN } = options;
  const dataDir = options.dataDir ?? (await stores.copyWith(cases));
  return startServer({
    main,
    environment: {
      ...{ ALLOW_ANONYMOUS: 'true', MICROSOFT_APP_TENANT_ID: TENANT, PORT: '0' },
      ...{ DATA_DIR: dataDir, REGIONS_DIR: stores.regionsDir },
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    },
    flags: flagsOfStart(),
  });
}
