import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeFiles } from '../../data/lowdb/files.js';
import { fileNames } from '../../data/lowdb/inventory.js';
import { readLowdbRepository } from '../../data/lowdb/readLowdbRepository.js';
import { BuiltBot } from '../bot/builtBot.js';
import { builtDirectory } from '../built.js';
import { FakeTeams } from '../bot/fakeTeams.js';
import { exactly, none, type Measured } from '../measured.js';
import type { Pick } from '../seeded.js';
import { damage } from './damageKinds.js';
import { Recording, somebody } from './recordings.js';
import { rounds } from '../parts.js';

/** One of so many damages is also tried with the whole server and the commands as processes. */
const SHARE = 0.1;

/** Backs up while people record talks, kills the server, damages its store, starts, restores, starts. */
export async function* damageServer(
  folder: string,
  pick: Pick,
  damages: number,
): AsyncIterable<Measured> {
  const all = rounds(damages, { share: SHARE });
  const teams = await new FakeTeams().listen();
  const tally = { backedUp: 0, refused: 0, detected: 0, restored: 0, missing: 0 };
  try {
    for (let round = 0; round < all; round += 1) {
      await mkdir(folder, { recursive: true });
      await damageOnce(folder, pick, teams, tally);
      await rm(folder, { recursive: true });
    }
  } finally {
    await teams.close();
  }
  yield exactly('backups-beside-the-running-bot', tally.backedUp, all);
  yield none('backups-that-miss-what-was-answered', tally.missing);
  yield exactly('restores-refused-while-it-runs', tally.refused, all);
  yield exactly('damaged-stores-not-started', tally.detected, all);
  yield exactly('restored-and-started', tally.restored, all);
}

async function damageOnce(
  folder: string,
  pick: Pick,
  teams: FakeTeams,
  tally: Record<'backedUp' | 'refused' | 'detected' | 'restored' | 'missing', number>,
): Promise<void> {
  const [directory, backup] = [join(folder, 'data'), join(folder, 'backup')];
  const run = (command: 'backup' | 'restore', args: string[]) =>
    runCommand(command, args, directory);
  const start = () => new BuiltBot({ DATA_DIR: directory, LOG_LEVEL: 'info' }, teams);

  const bot = start();
  await bot.ready();
  const done = await recordSome(bot, 3);
  const recording = recordSome(bot, 5);
  if ((await run('backup', [backup])).code === 0) tally.backedUp += 1;
  const refused = await run('restore', [backup, '--force']);
  if (refused.code === 1 && refused.said.includes('stop the bot first')) tally.refused += 1;
  await recording;
  await bot.kill('SIGKILL');

  const names = [...(await fileNames(nodeFiles, directory))].sort();
  await damage(directory, names, pick);
  const damaged = start();
  const isStarted = await isReady(damaged);
  const { code } = await (isStarted ? damaged.kill('SIGKILL') : damaged.ended());
  if (code === 1 && damaged.complaint.includes('npm run restore')) tally.detected += 1;

  const isRestored = (await run('restore', [backup, '--force'])).code === 0;
  const again = start();
  if (!(await isReady(again))) {
    tally.missing += done.length;
    return;
  }
  if (isRestored && (await again.get('/readyz')) === '200 ok') tally.restored += 1;
  await again.kill('SIGTERM');
  const repository = await readLowdbRepository(directory);
  const { cases } = await repository.cases({ region: 'hollands-midden', limit: Infinity });
  const kept = cases.filter(({ professional }) => done.includes(professional.aadObjectId));
  tally.missing += done.length - kept.length;
}

const isReady = (bot: BuiltBot) =>
  bot.ready().then(
    () => true,
    () => false,
  );

/** One after another; answers who they are. */
async function recordSome(bot: BuiltBot, people: number): Promise<string[]> {
  const all: string[] = [];
  for (let n = 0; n < people; n += 1) {
    const who = somebody();
    await new Recording(who, bot).go(bot);
    all.push(who.aadObjectId);
  }
  return all;
}

async function runCommand(name: string, args: string[], directory: string) {
  const child = spawn(process.execPath, [join(builtDirectory(), 'bot', `${name}.js`), ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: directory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
