import { parseArgs } from 'node:util';
import { info, printAll, type Measured } from '../measured.js';
import type { Bench } from './bencher.js';
import { startConnector } from './connector.js';
import { figures } from './figures.js';
import { growth } from './growth.js';
import { Stores } from './stores.js';
import { start } from './start.js';
import { store } from './store.js';
import { turns } from './turns.js';

/** Every part, in the order of the README. */
const BENCHES: readonly Bench[] = [turns, growth, store, figures, start];

/** `npm run bench -- [name …] [--seed N] [--share 0.1]` */
async function* bench(args: string[]): AsyncIterable<Measured> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      share: { type: 'string', default: '1' },
    },
  });
  const unknown = positionals.find((name) => !BENCHES.some((one) => one.name === name));
  if (unknown !== undefined) {
    throw new Error(`no “${unknown}”; there are: ${BENCHES.map(({ name }) => name).join(', ')}`);
  }
  const seed = Number(values.seed);
  const connector = await startConnector();
  const stores = await Stores.open(seed, connector.serviceUrl);
  yield info('bench-seed', String(seed));
  try {
    for (const { name, run } of BENCHES) {
      if (positionals.length > 0 && !positionals.includes(name)) continue;
      const started = performance.now();
      yield* run({ seed, share: Number(values.share), connector, stores });
      yield info(`${name}-took`, `${((performance.now() - started) / 1000).toFixed(0)}s`);
    }
  } finally {
    await connector.stop();
    await stores.remove();
  }
}

await printAll(bench(process.argv.slice(2)));
