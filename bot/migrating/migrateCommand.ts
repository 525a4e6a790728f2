import { parseArgs } from 'node:util';
import { prepareDatabase } from '../../data/postgres/prepare.js';
import { EXIT, readOptions, refuse, type ExitCode, type Terminal } from '../commandLine.js';
import { readMigrateConfig } from '../config.js';

export interface MigrateOptions {
  env: Record<string, string | undefined>;
  terminal: Terminal;
}

/** Brings the database to this version, and gives the bot's role what it needs; safe to repeat. */
export async function runMigrate(
  args: string[],
  { env, terminal }: MigrateOptions,
): Promise<ExitCode> {
  const read = readMigrateConfig(env);
  if (!read.ok) return refuse(terminal, read.problems);
  const typed = readOptions(() => parseArgs({ args, options: {} }));
  if (!typed.ok) return refuse(terminal, [`${typed.why} Write: npm run migrate`], EXIT.misused);
  const { done, version, role, isMade } = await prepareDatabase(read.config);
  for (const name of done) terminal.say(`Carried out: ${name}.`);
  const state = done.length === 0 ? 'was already' : 'is now';
  terminal.say(`The database ${state} at ${version}.`);
  terminal.say(`The role ${role} ${isMade ? 'was made, and ' : ''}has the rights of the bot.`);
  return EXIT.done;
}
