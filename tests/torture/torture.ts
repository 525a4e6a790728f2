import { printAll } from '../measured.js';
import { readParts, runParts, type Part } from '../parts.js';
import { activities } from './activities.js';
import { claims } from './claims.js';
import { clicks } from './clicks.js';
import { damage } from './damage.js';
import { database } from './database.js';
import { delivery } from './delivery.js';
import { disk } from './disk.js';
import { instances } from './instances.js';
import { kill } from './kill.js';
import { lock } from './lock.js';
import { order } from './order.js';
import { races } from './races.js';
import { regions } from './regions.js';
import { syscalls } from './syscalls.js';

/** Every part, in the order of the README. */
const TORTURES: readonly Part[] = [
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
  instances,
  races,
  database,
  regions,
];

/** `npm run torture -- [name …] [--seed N] [--share 0.1]` */
const { asked, extent } = readParts(process.argv.slice(2), TORTURES);
await printAll(runParts(asked, extent));
