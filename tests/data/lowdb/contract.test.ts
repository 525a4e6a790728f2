import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbRepository } from '../../../data/lowdb/openLowdbRepository.js';
import { NOW } from '../../builders.js';
import { reopenable, type Opened } from '../contract/engine.js';
import { describeLifeCycle } from '../lifeCycleModel.js';
import { describeRepository } from '../repositoryContract.js';

async function open(journalLimit?: number): Promise<Opened> {
  const directory = await mkdtemp(join(tmpdir(), 'nnz-lowdb-'));
  const options = {
    ...{ directory, now: () => NOW },
    ...(journalLimit === undefined ? {} : { journalLimit }),
  };
  return reopenable(
    () => openLowdbRepository(options),
    () => rm(directory, { recursive: true }),
  );
}

describeRepository('the lowdb repository', () => open());
// Every change is worked into the files at once, beside the changes that follow.
describeRepository('the lowdb repository that checkpoints all the time', () => open(1));
describeLifeCycle('the lowdb repository', () => open());
