import { DateTime } from 'luxon';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Case } from '../../data/case.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import type { Repository } from '../../data/repository.js';
import { HOLLANDS_MIDDEN } from '../builders.js';

/** Changes in a round; about three times what makes a checkpoint due. */
const CHANGES = 20_000;
const WRITERS = 100;
/** What people work on: the newest cases. */
const IN_HAND = 500;

const directory = process.argv[2] ?? '';
const now = () => DateTime.utc();
const repository = await openLowdbRepository({ directory, now });
const { cases } = await repository.cases({ region: HOLLANDS_MIDDEN.id, limit: IN_HAND });

process.on('message', (asked) => {
  if (asked === 'round') void round(repository, cases).then((told) => process.send?.(told));
  else void repository.close().then(() => process.exit(0));
});
process.on('disconnect', () => process.exit(1));
process.send?.('opened');

async function write(to: Repository, all: Case[], own: readonly number[]): Promise<void> {
  for (let n = 0; n < CHANGES / WRITERS; n += 1) {
    const index = own[n % own.length] ?? NaN;
    const subject = all[index];
    if (!subject) throw new Error('fewer cases than writers');
    const put = { ...subject, version: subject.version + 1 };
    all[index] = put;
    const { ok } = await to.commit({ writes: [{ kind: 'case', put }] });
    if (!ok) throw new Error('somebody else writes here');
  }
}

/** Each writer waits for its acknowledgement before the next change, on cases of its own. */
async function round(to: Repository, all: Case[]): Promise<object> {
  const watch = watchLoop();
  const started = performance.now();
  const writers = Array.from({ length: WRITERS }, (_, writer) => {
    const own = all.flatMap((_subject, index) => (index % WRITERS === writer ? [index] : []));
    return write(to, all, own);
  });
  await Promise.all(writers);
  const perSecond = CHANGES / ((performance.now() - started) / 1000);
  return { perSecond, longestBlockMs: await watch.stop() };
}

/** How long the event loop was held up at most: what came in would have waited so long. */
function watchLoop() {
  let longest = 0;
  const stopping = new AbortController();
  const watching = (async () => {
    let before = performance.now();
    while (!stopping.signal.aborted) {
      await nextTurn();
      const at = performance.now();
      longest = Math.max(longest, at - before);
      before = at;
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await watching;
      return longest;
    },
  };
}
