import { StoreInUseError } from '../../data/lowdb/socket.js';
import type { Region } from '../../data/region.js';
import type { Repository } from '../../data/repository.js';
import { dayOf, type DateTime } from '../../data/weeks.js';
import { EXIT, refuse, type ExitCode, type Terminal } from '../commandLine.js';
import type { StoreConfig } from '../config.js';
import { openForCommand, readForCommand } from '../openStore.js';
import type { ImportAsked } from './arguments.js';
import { wrongText, type SoundRow } from './checks.js';
import { makeImportKey, readImportKey } from './key.js';
import { planImport, type ImportPlan } from './plan.js';
import { showProgress } from '../progress.js';

/** What importing one file needs. */
export interface Import {
  asked: ImportAsked;
  config: StoreConfig;
  regions: readonly Region[];
  now: () => DateTime;
  terminal: Terminal;
}

export const NOTHING = 'Nothing of the file was stored.';

/** Without the lock, so that the bot can run meanwhile. */
export async function tryOut(rows: readonly SoundRow[], options: Import): Promise<ExitCode> {
  const repository = await readForCommand(options.config);
  const key = repository && (await keyFor(repository, options));
  const plan = await planned(rows, options, repository, key);
  await repository?.close();
  if (plan.refused.length > 0)
    return refuse(options.terminal, [...wrongText(plan.refused), NOTHING]);
  options.terminal.say(`${summary(plan)}. Nothing was stored: this was a dry run.`);
  return EXIT.done;
}

export async function store(rows: readonly SoundRow[], options: Import): Promise<ExitCode> {
  const { config, now, terminal } = options;
  let repository: Repository;
  try {
    repository = await openForCommand(config, { now, warn: terminal.complain });
  } catch (error) {
    if (!(error instanceof StoreInUseError)) throw error;
    return refuse(terminal, [`${error.message}, then import again.`, NOTHING]);
  }
  try {
    const key = (await keyFor(repository, options)) ?? (await makeImportKey(config.dataDir));
    const plan = await planned(rows, options, repository, key);
    if (plan.refused.length > 0) return refuse(terminal, [...wrongText(plan.refused), NOTHING]);
    await commitInChunks(repository, plan, terminal);
    terminal.say(`${summary(plan)}.`);
    return EXIT.done;
  } finally {
    await repository.close();
  }
}

/** Without its key nobody can tell which rows were imported before, and they would count twice. */
async function keyFor(
  repository: Repository,
  { config: { dataDir }, regions }: Import,
): Promise<Buffer | undefined> {
  const key = await readImportKey(dataDir);
  if (key) return key;
  for (const { id } of regions) {
    if ((await repository.imported(id)).length === 0) continue;
    throw new Error(`import.key is missing in ${dataDir}: restore it from a backup`);
  }
  return undefined;
}

function planned(
  rows: readonly SoundRow[],
  { asked, now }: Import,
  repository: Repository | undefined,
  key: Buffer | undefined,
): Promise<ImportPlan> {
  const { region, update } = asked;
  return planImport(rows, { region: region.id, today: dayOf(now()), update, key, repository });
}

/** Rows that are stored together, whole or not at all. */
const CHUNK = 1000;

/** After a crash half-way the same command does the rest: what is stored says the same and stays. */
async function commitInChunks(
  repository: Repository,
  { puts }: ImportPlan,
  terminal: Terminal,
): Promise<void> {
  if (puts.length === 0) return;
  const progress = showProgress(puts.length, terminal);
  try {
    for (let done = 0; done < puts.length; done += CHUNK) {
      const chunk = puts.slice(done, done + CHUNK);
      const writes = chunk.map((put) => ({ kind: 'imported', put }) as const);
      const { ok } = await repository.commit({ writes });
      if (!ok) throw new Error('somebody else changed what is being imported');
      progress.to(done + chunk.length);
    }
  } finally {
    progress.end();
  }
}

function summary({ added, updated, unchanged, erased }: ImportPlan): string {
  const kept = erased > 0 ? `, ${erased} erased before and left so` : '';
  return `${added} new, ${updated} updated, ${unchanged} unchanged${kept}`;
}
