import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild, type Child } from '../data/lowdb/childProcess.js';
import { exactly, type Measured } from '../measured.js';
import { rounds, type Extent, type Part } from '../parts.js';

const ALL = 100;

/** A second process on the same directory, and a new one at the moment the first is killed. */
export const lock: Part = { name: 'lock', run };

/** Opens the store, once and at once, says so, and stays. */
const HOLDING = `
  import { DateTime } from 'luxon';
  import { openLowdbRepository } from './data/lowdb/openLowdbRepository.js';
  await openLowdbRepository({ directory: process.argv[1], now: () => DateTime.utc() });
  console.log('open');
  setInterval(() => {}, 1000);
`;

async function* run(extent: Extent): AsyncIterable<Measured> {
  const all = rounds(ALL, extent);
  const directory = await mkdtemp(join(tmpdir(), 'nnz-lock-'));
  const start = () => runChild(HOLDING, directory);
  let holder: Child | undefined = start();
  let [refused, started] = [0, 0];
  try {
    await isOpened(holder);
    for (let round = 0; round < all; round += 1) {
      if (await isRefused(start(), directory)) refused += 1;
      holder.process.kill('SIGKILL');
      await holder.ended;
      holder = start();
      if (await isOpened(holder)) started += 1;
    }
  } finally {
    holder.process.kill('SIGKILL');
    await holder.ended;
    await rm(directory, { recursive: true });
  }
  yield exactly('lock-second-process-refused', refused, all);
  yield exactly('lock-started-right-after-a-kill', started, all);
}

const isOpened = async ({ lines }: Child) => (await lines.next()).value === 'open';

/** It ends by itself, and says why; one that came in is stopped. */
async function isRefused(second: Child, directory: string): Promise<boolean> {
  if (await isOpened(second)) second.process.kill('SIGKILL');
  return (await second.ended).includes(`${directory} is in use by another process`);
}
