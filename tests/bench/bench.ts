import { printAll, type Measured } from '../measured.js';
import { readParts, runParts } from '../parts.js';
import type { Bench } from './bencher.js';
import { startConnector } from './connector.js';
import { figures } from './figures.js';
import { growth } from './growth.js';
import { instances } from './instances.js';
import { Stores } from './stores.js';
import { start } from './start.js';
import { store } from './store.js';
import { turns } from './turns.js';

/** Every part, in the order of the README. */
const BENCHES: readonly Bench[] = [turns, growth, store, figures, start, instances];

/** `npm run bench -- [name …] [--seed N] [--share 0.1]` */
async function* bench(args: string[]): AsyncIterable<Measured> {
  const { asked, extent } = readParts(args, BENCHES);
  const connector = await startConnector();
  const stores = await Stores.open(extent.seed, connector.serviceUrl);
  try {
    yield* runParts(asked, { ...extent, connector, stores });
  } finally {
    await connector.stop();
    await stores.remove();
  }
}

await printAll(bench(process.argv.slice(2)));
