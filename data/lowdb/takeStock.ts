import type { Holdings } from '../holdings.js';
import { subjectAmong, tagOf } from '../delivery.js';
import type { Behind, Put } from '../repository.js';
import { nodeFiles } from './files.js';
import { kernelLock } from './lock.js';
import { loadUnlocked } from './readLowdbRepository.js';
import { STANDING, type Row } from './rows.js';
import type { Store } from './store.js';

export interface Stock {
  /** Ids of the regions of which something is held. */
  regions: string[];
  of: (region: string) => Holdings;
  /** Others may open the store again. */
  release(): Promise<void>;
}

/**
 * All that is held, under the lock: nobody changes it meanwhile, and nothing on the disk is touched.
 * Throws StoreInUseError while a bot is running, and NoStoreError where nothing was ever stored.
 */
export async function takeStock(directory: string): Promise<Stock> {
  const release = await kernelLock(directory);
  try {
    const store = await loadUnlocked(nodeFiles, directory, 1);
    const all = allIn(store);
    const ofFigures = [...store.part(STANDING).rows.values()].flatMap((row) =>
      row.kind === 'counted' ? [row.region] : [],
    );
    const ofRecords = all.flatMap((record) => regionOf(record) ?? []);
    const regions = [...new Set([...ofRecords, ...ofFigures])].sort();
    return { regions, of: (region) => holdingsOf(store, all, region), release };
  } catch (error) {
    await release();
    throw error;
  }
}

function allIn({ views }: Store): Put[] {
  return Object.entries(views.records).flatMap(([kind, records]) =>
    [...records.values()].map((put) => ({ kind, put }) as Put),
  );
}

/** Nothing for what is of nobody's region in particular. */
function regionOf({ kind, put }: Put): string | undefined {
  if (kind === 'profile') return put.work?.region;
  // `morning/hollands-midden/2026-11-23`
  if (kind === 'run') return put.key.split('/')[1];
  return put.region;
}

function holdingsOf(store: Store, all: readonly Put[], region: string): Holdings {
  const records = all.filter((record) => {
    const its = regionOf(record);
    return its === region || (its === undefined && record.kind === 'profile');
  });
  const rows = [...store.part(STANDING).rows.values()];
  return {
    region,
    records,
    remainders: rows.flatMap((row) => remainderIn(row, region)),
    repeats: [...store.views.repeats].map(([key, expiresAt]) => ({ key, expiresAt })),
    behind: store.views.behind().flatMap((behind) => inRegion(store, behind, region)),
  };
}

function remainderIn(row: Row, region: string): Holdings['remainders'] {
  if (row.kind !== 'counted' || row.region !== region) return [];
  const { contribution, n } = row;
  return [{ ...contribution, n }];
}

function inRegion({ views }: Store, { kind, key }: Behind, region: string): Holdings['behind'] {
  if (kind === 'copy' || kind === 'gone') {
    const record = kind === 'copy' ? views.read('copy', key) : views.read('delivery', key);
    return record?.region === region ? [{ kind, key, since: '' }] : [];
  }
  const subject = subjectAmong((one) => views.read(one, key));
  const tag = subject && tagOf(subject);
  return tag?.region === region ? [{ kind, key, since: tag.since }] : [];
}
