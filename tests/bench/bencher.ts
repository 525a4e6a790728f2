import type { Measured } from '../measured.js';
import type { Connector } from './connector.js';
import type { Stores } from './stores.js';

export interface Bencher {
  seed: number;
  /** Of the full number of rounds and cases. */
  share: number;
  /** One for all, as there is one Teams. */
  connector: Connector;
  stores: Stores;
}

/** One part of `npm run bench`: ratios of what was measured in this very run, times for information. */
export interface Bench {
  name: string;
  run: (bencher: Bencher) => AsyncIterable<Measured>;
}

/** Of the full number; at least one. */
export const some = (full: number, { share }: Pick<Bencher, 'share'>) =>
  Math.max(1, Math.round(full * share));
