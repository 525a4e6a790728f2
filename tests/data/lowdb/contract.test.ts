import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbRepository } from '../../../data/lowdb/openLowdbRepository.js';
import { NOW } from '../../builders.js';
import type { Opened } from '../contract/engine.js';
import { describeLifeCycle } from '../lifeCycleModel.js';
import { describeRepository } from '../repositoryContract.js';

async function open(journalLimit?: number): Promise<Opened> {
  const directory = await mkdtemp(join(tmpdir(), 'nnz-lowdb-'));
  const again = () =>
    openLowdbRepository({
      directory,
      now: () => NOW,
      ...(journalLimit === undefined ? {} : { journalLimit }),
    });
  let repository = await again();
  return {
    repository,
    reopen: async () => {
      await repository.close();
      repository = await again();
      return repository;
    },
    dispose: async () => {
      await repository.close();
      await rm(directory, { recursive: true });
    },
  };
}

describeRepository('the lowdb repository', () => open());
// Every change is worked into the files at once, beside the changes that follow.
describeRepository('the lowdb repository that checkpoints all the time', () => open(1));
describeLifeCycle('the lowdb repository', () => open());
