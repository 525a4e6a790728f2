import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { runBackup } from '../../bot/backup/backupCommand.js';
import { runRestore } from '../../bot/backup/restoreCommand.js';
import { makeImportKey } from '../../bot/importing/key.js';
import { DamagedStoreError } from '../../data/lowdb/damage.js';
import { nodeFiles } from '../../data/lowdb/files.js';
import { fileNames } from '../../data/lowdb/inventory.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import { NOW } from '../builders.js';
import { changeNumber, contentOf } from '../data/lowdb/onSimulatedDisk.js';
import { exactly, none, type Measured } from '../measured.js';
import { seeded, type Pick } from '../seeded.js';
import { damage as damageOne } from './damageKinds.js';
import { damageServer } from './damageServer.js';
import { rounds, type Extent, type Part } from '../parts.js';

const ALL = 100;
/** In the files; in the files since the older copy; in the journal only. */
const [FIRST, THEN, LAST] = [60, 80, 100];

/** Damages the store and its backup, and tries to start and to restore. */
export const damage: Part = { name: 'damage', run };

async function* run(extent: Extent): AsyncIterable<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'nnz-damage-'));
  const pick = seeded(extent.seed);
  const all = rounds(ALL, extent);
  try {
    yield* inStore(await prepare(folder), pick, all);
    yield* damageServer(join(folder, 'server'), pick, all);
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Prepared {
  store: string;
  older: string;
  backup: string;
  scratch: string;
}

async function prepare(folder: string): Promise<Prepared> {
  const at = (name: string) => join(folder, name);
  const [store, older, backup, scratch] = [at('store'), at('older'), at('backup'), at('scratch')];
  await commit(store, 0, FIRST);
  await makeImportKey(store);
  await cp(store, older, { recursive: true });
  await commit(store, FIRST, THEN);
  const running = await openLowdbRepository({ directory: store, now: () => NOW });
  for (let n = THEN; n < LAST; n += 1) await running.commit(changeNumber(n));
  await command(runBackup, store, [backup]);
  // As a crash would leave it, with changes in the journal only.
  await cp(store, at('crashed'), { recursive: true });
  await running.close();
  return { store: at('crashed'), older, backup, scratch };
}

async function commit(directory: string, from: number, to: number): Promise<void> {
  const repository = await openLowdbRepository({ directory, now: () => NOW });
  for (let n = from; n < to; n += 1) await repository.commit(changeNumber(n));
  await repository.close();
}

async function* inStore(prepared: Prepared, pick: Pick, all: number): AsyncIterable<Measured> {
  const { store, older, backup, scratch } = prepared;
  const expected = await contentIn(store);
  let [detected, explained, restored, keptOut, untouched] = [0, 0, 0, 0, 0];
  for (let round = 0; round < all; round += 1) {
    await anew(store, scratch);
    const what = await damageOne(scratch, await namesIn(scratch), pick, older);
    const [first, second] = [await refusalOf(scratch), await refusalOf(scratch)];
    if (first !== undefined && second !== undefined) detected += 1;
    else console.error(`accepted: ${what}`);
    if (first?.includes('npm run restore') === true) explained += 1;
    const { code } = await command(runRestore, scratch, [backup, '--force']);
    if (code === 0 && isDeepStrictEqual(await contentIn(scratch), expected)) restored += 1;

    await anew(store, scratch);
    await anew(backup, `${scratch}-backup`);
    const damaged = [...(await fileNames(nodeFiles, backup))].sort();
    await damageOne(`${scratch}-backup`, damaged, pick);
    const tried = await command(runRestore, scratch, [`${scratch}-backup`, '--force']);
    if (tried.code !== 0) keptOut += 1;
    if (isDeepStrictEqual(await contentIn(scratch), expected)) untouched += 1;
  }
  yield exactly('damages-detected', detected, all);
  yield exactly('damages-that-say-how-to-restore', explained, all);
  yield exactly('damages-restored-from-a-backup', restored, all);
  yield exactly('damaged-backups-refused', keptOut, all);
  yield none('damaged-backups-that-changed-something', all - untouched);
}

async function anew(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { mode: 0o700 });
  await cp(from, to, { recursive: true });
}

const namesIn = async (directory: string) =>
  [...(await fileNames(nodeFiles, directory))].filter((name) => name !== 'import.key').sort();

/** Why a start is refused; nothing when the store opens. */
async function refusalOf(directory: string): Promise<string | undefined> {
  try {
    const repository = await openLowdbRepository({ directory, now: () => NOW });
    await repository.close();
    return undefined;
  } catch (error) {
    if (error instanceof DamagedStoreError) return error.message;
    console.error(error);
    return undefined;
  }
}

/** Nothing when it does not open. */
async function contentIn(directory: string) {
  const opening = openLowdbRepository({ directory, now: () => NOW });
  const repository = await opening.catch(() => undefined);
  if (!repository) return undefined;
  try {
    return await contentOf(repository);
  } finally {
    await repository.close();
  }
}

async function command(run: typeof runBackup, directory: string, args: string[]) {
  const complaints: string[] = [];
  const terminal = {
    say: () => undefined,
    complain: (line: string) => complaints.push(line),
    isWatched: false,
  };
  const code = await run(args, { env: { DATA_DIR: directory }, now: () => NOW, terminal });
  return { code, complaints };
}
