import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { wordsIn } from '../../cards/words/words.js';
import { importGuide } from '../../data/imported/guide.js';
import { dayOf, type DateTime } from '../../data/weeks.js';
import { EXIT, readSurroundings, refuse, type ExitCode, type Terminal } from '../commandLine.js';
import { readImportArguments } from './arguments.js';
import { checkRows, wrongText } from './checks.js';
import { readImportFile } from './file.js';
import { NOTHING, store, tryOut, type Import } from './store.js';

export interface ImportOptions {
  env: Record<string, string | undefined>;
  now: () => DateTime;
  terminal: Terminal;
}

/** Loads cases of before the bot, so that figures since the start are right. */
export async function runImport(args: string[], options: ImportOptions): Promise<ExitCode> {
  const { env, terminal } = options;
  const read = readSurroundings(env);
  if (!read.ok) return refuse(terminal, read.problems);
  const typed = readImportArguments(args, read.regions);
  if (!typed.ok) return refuse(terminal, [typed.why], EXIT.misused);
  const { config, regions } = read;
  return importFile({ ...options, asked: typed.asked, config, regions });
}

async function importFile({ env, ...options }: Import & ImportOptions): Promise<ExitCode> {
  const { asked, now, terminal } = options;
  // npm runs commands in the project's folder; a path is meant from where it was typed.
  const path = resolve(env.INIT_CWD ?? '.', asked.file);
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return refuse(terminal, [`${path} cannot be read.`], EXIT.misused);
  const file = readImportFile(bytes);
  if (!file.ok) return refuse(terminal, [...file.problems, NOTHING]);
  const checked = checkRows(file.rows, importGuide(asked.region, dayOf(now()), importWords()));
  if (!checked.ok) return refuse(terminal, [...wrongText(checked.wrong), NOTHING]);
  return asked.dryRun ? tryOut(checked.rows, options) : store(checked.rows, options);
}

/** What people here write for our ids. */
function importWords() {
  const { checklist, organisationTypes } = wordsIn('nl');
  const { elsewhere, reasons, outcomes } = checklist;
  const domains = {
    social: ['sociaal', checklist.domains.social],
    medical: ['medisch', checklist.domains.medical],
  };
  return { domains, organisationTypes, elsewhere, reasons, outcomes };
}
