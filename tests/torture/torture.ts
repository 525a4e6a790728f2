import { parseArgs } from 'node:util';
import { info, printAll, type Measured } from '../measured.js';
import { activities } from './activities.js';
import { claims } from './claims.js';
import { clicks } from './clicks.js';
import { damage } from './damage.js';
import { delivery } from './delivery.js';
import { disk } from './disk.js';
import { kill } from './kill.js';
import { lock } from './lock.js';
import { order } from './order.js';
import { syscalls } from './syscalls.js';
import type { Torture } from './torment.js';

/** Every part, in the order of the README. */
const TORTURES: readonly Torture[] = [
  kill,
  syscalls,
  disk,
  damage,
  lock,
  claims,
  delivery,
  clicks,
  order,
  activities,
];

/** `npm run torture -- [name …] [--seed N] [--share 0.1]` */
async function* torture(args: string[]): AsyncIterable<Measured> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      share: { type: 'string', default: '1' },
    },
  });
  const unknown = positionals.find((name) => !TORTURES.some((one) => one.name === name));
  if (unknown !== undefined) {
    throw new Error(`no “${unknown}”; there are: ${TORTURES.map(({ name }) => name).join(', ')}`);
  }
  const torment = { seed: Number(values.seed), share: Number(values.share) };
  for (const { name, run } of TORTURES) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    yield info(`${name}-seed`, String(torment.seed));
    const started = performance.now();
    yield* run(torment);
    yield info(`${name}-took`, `${((performance.now() - started) / 1000).toFixed(0)}s`);
  }
}

await printAll(torture(process.argv.slice(2)));
