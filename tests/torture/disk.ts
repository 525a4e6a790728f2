import { info, none, type Measured } from '../measured.js';
import { failBots } from './diskBot.js';
import { failStores } from './diskStore.js';
import type { Extent, Part } from '../parts.js';

/** A disk that is full or fails, at every step at which the store asks something of it. */
export const disk: Part = { name: 'disk', run };

async function* run({ share, seed }: Extent): AsyncIterable<Measured> {
  const every = Math.max(1, Math.round(1 / share));
  const take = (n: number) => n % every === seed % every;
  const store = await failStores(take);
  yield info('disk-faults-tried-on-the-store', String(store.tried));
  yield none('disk-lost-changes', store.lost);
  yield none('disk-double-effects', store.doubled);
  yield none('disk-changes-not-refused', store.notRefused);
  yield none('disk-written-after-a-failure', store.written);
  yield none('disk-old-data-not-readable', store.unreadable);
  yield none('disk-not-started-again', store.notStarted);
  const bot = await failBots(take);
  yield info('disk-faults-tried-in-a-turn', String(bot.tried));
  yield none('disk-people-not-told', bot.notTold);
  yield none('disk-readyz-wrong', bot.notReady);
  yield none('disk-old-data-not-shown', bot.unreadable);
  yield none('disk-cases-gone-after-the-restart', bot.lost);
}
