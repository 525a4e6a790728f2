import { randomUUID } from 'node:crypto';
import { ONE_INSTANCE, type Instances } from '../data/instances.js';
import { openLowdbRepository } from '../data/lowdb/openLowdbRepository.js';
import { NoStoreError, readLowdbRepository } from '../data/lowdb/readLowdbRepository.js';
import { openPostgres, openPostgresRepository } from '../data/postgres/openPostgres.js';
import type { Repository } from '../data/repository.js';
import type { DateTime } from '../data/weeks.js';
import type { StoreConfig } from './config.js';

export interface Store {
  repository: Repository;
  instances: Instances;
}

interface StoreOptions {
  now: () => DateTime;
  /** Hears what a start repaired. */
  warn: (message: string) => void;
}

/** The one place that knows both engines. Throws when a store is in use, damaged or out of reach. */
export async function openStore(config: StoreConfig, options: StoreOptions): Promise<Store> {
  const { databaseUrl: connectionString, dataDir: directory } = config;
  if (connectionString !== undefined) {
    return openPostgres({ connectionString, name: randomUUID() });
  }
  const repository = await openLowdbRepository({ directory, ...options });
  return { repository, instances: ONE_INSTANCE };
}

/** For a command beside the bot that writes; the embedded store has to be free for it. */
export async function openForCommand(
  config: StoreConfig,
  options: StoreOptions,
): Promise<Repository> {
  const { databaseUrl: connectionString, dataDir: directory } = config;
  return connectionString === undefined
    ? openLowdbRepository({ directory, ...options })
    : openPostgresRepository({ connectionString, connections: 2 });
}

/** For a command that only reads, also beside a running bot; nothing when nothing was ever stored. */
export async function readForCommand(config: StoreConfig): Promise<Repository | undefined> {
  const { databaseUrl: connectionString, dataDir } = config;
  if (connectionString !== undefined) {
    return openPostgresRepository({ connectionString, connections: 2 });
  }
  try {
    return await readLowdbRepository(dataDir);
  } catch (error) {
    if (error instanceof NoStoreError) return undefined;
    throw error;
  }
}
