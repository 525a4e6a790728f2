import { isAbsolute, relative, resolve } from 'node:path';
import { backUp, type BackedUp } from '../../data/lowdb/backUp.js';
import { BackupError } from '../../data/lowdb/manifest.js';
import { NoStoreError } from '../../data/lowdb/readLowdbRepository.js';
import type { DateTime } from '../../data/weeks.js';
import { EXIT, refuse, type ExitCode, type Terminal } from '../commandLine.js';
import { readStoreConfig } from '../config.js';
import { IMPORT_KEY, readImportKey } from '../importing/key.js';
import { readFolder } from './arguments.js';
import { BESIDE, contentText, notHere } from './content.js';

export interface BackupCommand {
  env: Record<string, string | undefined>;
  now: () => DateTime;
  terminal: Terminal;
}

/** Copies the store into a folder of its own; the bot may run meanwhile. */
export async function runBackup(
  args: string[],
  { env, now, terminal }: BackupCommand,
): Promise<ExitCode> {
  const read = readStoreConfig(env);
  if (!read.ok) return refuse(terminal, read.problems);
  const typed = readFolder('backup', args, env);
  if (!typed.ok) return refuse(terminal, [typed.why], EXIT.misused);
  const { dataDir: directory, databaseUrl } = read.config;
  if (databaseUrl !== undefined) return refuse(terminal, [notHere('pg_dump'), NOTHING]);
  const { folder: target } = typed.asked;
  if (isInside(directory, target)) {
    const why = `${target} is in ${directory} (DATA_DIR) and would be lost with it: name a folder elsewhere.`;
    return refuse(terminal, [why, NOTHING], EXIT.misused);
  }
  try {
    await readImportKey(directory);
    const backedUp = await backUp({ directory, target, beside: BESIDE, now });
    tell(terminal, target, backedUp);
    return EXIT.done;
  } catch (error) {
    const isExpected = error instanceof BackupError || error instanceof NoStoreError;
    if (!isExpected) throw error;
    return refuse(terminal, [`${error.message}.`, NOTHING]);
  }
}

const NOTHING = 'Nothing was backed up.';

function isInside(directory: string, folder: string): boolean {
  const way = relative(resolve(directory), folder);
  return !isAbsolute(way) && !/^\.\.(?:[\\/]|$)/.test(way);
}

function tell({ say, complain }: Terminal, target: string, backedUp: BackedUp): void {
  const { manifest, records } = backedUp;
  say(`Backed up in ${target}, and read back: ${contentText(backedUp)}.`);
  say('It does not hold the region files (REGIONS_DIR) and the settings: keep those yourself.');
  say('What is erased from now on stays in this backup: throw backups away in time.');
  const hasKey = manifest.files.some(({ name }) => name === IMPORT_KEY);
  if (records.imported.size > 0 && !hasKey) {
    complain(`${IMPORT_KEY} is missing: without it no more past cases can be imported.`);
  }
}
