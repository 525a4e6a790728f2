import { BackupError } from '../../data/lowdb/manifest.js';
import { restore, type Restored } from '../../data/lowdb/restore.js';
import { StoreInUseError } from '../../data/lowdb/socket.js';
import { EXIT, refuse, type ExitCode, type Terminal } from '../commandLine.js';
import { readStoreConfig } from '../config.js';
import { readFolder } from './arguments.js';
import type { BackupCommand } from './backupCommand.js';
import { BESIDE, contentText, notHere } from './content.js';

/** Puts a backup in place of the store, with the bot stopped. */
export async function runRestore(
  args: string[],
  { env, now, terminal }: BackupCommand,
): Promise<ExitCode> {
  const read = readStoreConfig(env);
  if (!read.ok) return refuse(terminal, read.problems);
  const typed = readFolder('restore', args, env);
  if (!typed.ok) return refuse(terminal, [typed.why], EXIT.misused);
  const { dataDir: directory, databaseUrl } = read.config;
  if (databaseUrl !== undefined) return refuse(terminal, [notHere('pg_restore'), NOTHING]);
  const { folder: backup, force } = typed.asked;
  try {
    const restored = await restore({ directory, backup, beside: BESIDE, force, now });
    tell(terminal, directory, restored);
    return EXIT.done;
  } catch (error) {
    const isExpected = error instanceof BackupError || error instanceof StoreInUseError;
    if (!isExpected) throw error;
    return refuse(terminal, [`${error.message}.`, NOTHING]);
  }
}

const NOTHING = 'Nothing was changed.';

function tell({ say }: Terminal, directory: string, restored: Restored): void {
  const { manifest, aside } = restored;
  say(`Restored in ${directory}, as it was at ${manifest.madeAt}: ${contentText(restored)}.`);
  if (aside !== undefined) {
    say(`What was there before is in ${aside}: throw it away when you no longer need it.`);
  }
  say('What was erased after the backup was made is back: erase it again.');
}
