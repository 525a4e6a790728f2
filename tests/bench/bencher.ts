import type { Extent, Part } from '../parts.js';
import type { Connector } from './connector.js';
import type { Stores } from './stores.js';

export interface Bencher extends Extent {
  /** One for all, as there is one Teams. */
  connector: Connector;
  stores: Stores;
}

/** One part of `npm run bench`: ratios of what was measured in this very run, times for information. */
export type Bench = Part<Bencher>;
