import { exactly, info, none, type Measured } from '../measured.js';
import { seeded } from '../seeded.js';
import { killServers } from './killServer.js';
import { killStores, unharmed } from './killStore.js';
import { rounds, type Extent, type Part } from '../parts.js';

const ALL = 500;
/** Of those the whole server, over HTTP; the others a process that only stores, as that is faster. */
const SERVERS = 50;

/** kill -9 at a random moment, under load. */
export const kill: Part = { name: 'kill', run };

async function* run(extent: Extent): AsyncIterable<Measured> {
  const [servers, all] = [rounds(SERVERS, extent), rounds(ALL, extent)];
  const pick = seeded(extent.seed);
  const harm = unharmed();
  await killStores(all - servers, pick, harm);
  await killServers(servers, pick, harm);
  yield exactly('kills', all, rounds(ALL, extent));
  yield info('kills-of-the-whole-server', String(servers));
  yield info('kill-acknowledged', String(harm.acknowledged));
  yield none('kill-lost-changes', harm.lost);
  yield none('kill-double-effects', harm.doubled);
  yield none('kill-unreadable-stores', harm.unreadable);
  yield none('kill-leftover-files', harm.leftover);
  yield none('kill-event-number-gaps', harm.gaps);
}
