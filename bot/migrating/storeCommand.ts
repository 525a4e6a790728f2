import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StoreInUseError } from '../../data/lowdb/socket.js';
import { NoStoreError } from '../../data/lowdb/readLowdbRepository.js';
import { takeStock, type Stock } from '../../data/lowdb/takeStock.js';
import { openToReceive, type Receiver } from '../../data/postgres/openPostgres.js';
import {
  DatabaseInUseError,
  NotTheSameError,
  type Expected,
  type Received,
} from '../../data/postgres/receive.js';
import {
  EXIT,
  readOptions,
  refuse,
  type Asked,
  type ExitCode,
  type Terminal,
} from '../commandLine.js';
import { readStoreConfig } from '../config.js';
import { IMPORT_KEY } from '../importing/key.js';
import { showProgress } from '../progress.js';
import type { MigrateOptions } from './migrateCommand.js';

/** Copies what is in DATA_DIR to the database of DATABASE_URL; with the bot stopped, safe to repeat. */
export async function runMigrateStore(
  args: string[],
  { env, terminal }: MigrateOptions,
): Promise<ExitCode> {
  const read = readStoreConfig(env);
  if (!read.ok) return refuse(terminal, read.problems);
  const { dataDir, databaseUrl } = read.config;
  if (databaseUrl === undefined) {
    return refuse(terminal, ['DATABASE_URL is missing: write the address that the bot is to use']);
  }
  const typed = readWhich(args);
  if (!typed.ok) return refuse(terminal, [typed.why], EXIT.misused);
  try {
    const stock = await takeStock(dataDir);
    try {
      return await moveAll(stock, { dataDir, databaseUrl, region: typed.asked, terminal });
    } finally {
      await stock.release();
    }
  } catch (error) {
    const isExpected = error instanceof NoStoreError || error instanceof StoreInUseError;
    if (!isExpected) throw error;
    return refuse(terminal, [`${error.message}.`, NOTHING]);
  }
}

const TYPE = 'Type: npm run migrate-store -- --region ID, or --all';
const NOTHING = 'Nothing was copied.';

/** One region, or nothing for all of them. */
function readWhich(args: string[]): Asked<string | undefined> {
  const options = { region: { type: 'string' }, all: { type: 'boolean' } } as const;
  const typed = readOptions(() => parseArgs({ args, options }));
  if (!typed.ok) return { ok: false, why: `${typed.why}\n${TYPE}` };
  const { region, all = false } = typed.asked.values;
  if ((region !== undefined) === all) return { ok: false, why: TYPE };
  return { ok: true, asked: region };
}

interface Move {
  dataDir: string;
  databaseUrl: string;
  region: string | undefined;
  terminal: Terminal;
}

async function moveAll(stock: Stock, move: Move): Promise<ExitCode> {
  const { region: asked, dataDir, databaseUrl, terminal } = move;
  if (asked !== undefined && !stock.regions.includes(asked)) {
    const known = `It holds: ${stock.regions.join(', ')}.`;
    return refuse(terminal, [`${dataDir} holds nothing of “${asked}”. ${known}`, NOTHING]);
  }
  const receiver = await openToReceive({ connectionString: databaseUrl });
  try {
    const all = (asked === undefined ? stock.regions : [asked]).map(stock.of);
    for (const expected of await receiver.begin(all)) {
      const { region } = expected.holdings;
      terminal.say(receivedText(region, await moveOne(expected, receiver, terminal)));
    }
  } catch (error) {
    if (error instanceof DatabaseInUseError)
      return refuse(terminal, [`${error.message}.`, NOTHING]);
    if (!(error instanceof NotTheSameError)) throw error;
    return refuse(terminal, [`${error.message}.`, OTHERWISE]);
  } finally {
    await receiver.close();
  }
  terminal.say('Counts, records and figures are the same on both sides.');
  if (existsSync(join(dataDir, IMPORT_KEY))) terminal.say(KEEP_KEY);
  terminal.say(`What is in ${dataDir} stays as it was: throw it away when you no longer need it.`);
  return EXIT.done;
}

const OTHERWISE =
  'The database holds something else than DATA_DIR: did a bot run on it already? Copy into an empty database.';
const KEEP_KEY = `${IMPORT_KEY} stays where it is: npm run import needs it there, and in your backups.`;

async function moveOne(
  expected: Expected,
  receiver: Receiver,
  terminal: Terminal,
): Promise<Received> {
  const progress = showProgress(expected.holdings.records.length, terminal);
  try {
    return await receiver.receive(expected, progress.to);
  } finally {
    progress.end();
  }
}

/** `hollands-midden: case 800, draft 4; 5678 numbers in the figures; checksum 1a2b…` */
function receivedText(region: string, { counts, tallies, checksum }: Received): string {
  const kinds = Object.entries(counts)
    .sort()
    .map(([kind, n]) => `${kind} ${n}`);
  const held = kinds.length > 0 ? kinds.join(', ') : 'no records';
  return `${region}: ${held}; ${tallies} numbers in the figures; checksum ${checksum}`;
}
