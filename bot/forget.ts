import type { Case } from '../data/case.js';
import { keptUntil } from '../data/erase.js';
import type { Region } from '../data/region.js';
import { eachCase } from './allCases.js';
import type { Deps } from './deps.js';
import { erasing } from './erase.js';

type ForgetDeps = Pick<Deps, 'repository' | 'regions' | 'delivery' | 'now' | 'log'>;

const FORGET_EVERY_MS = 3_600_000;
/** Work that goes on is kept whatever its age. */
const ended = ({ id }: Region) => ({
  region: id,
  statuses: ['none', 'closed', 'declined', 'withdrawn'] as const,
});

/** What is past its term goes: now, and every hour. Resolves when nothing is under way any more. */
export function forgetEveryHour(deps: ForgetDeps): () => Promise<void> {
  let isStopped = false;
  const forget = async () => {
    try {
      const forgotten = await deps.repository.forgetExpired(deps.now());
      if (forgotten > 0) deps.delivery.wake();
      await eraseEnded(deps, () => isStopped);
    } catch (error) {
      deps.log.error({ err: error }, 'what is past its term stays');
    }
  };
  let underWay = forget();
  const timer = setInterval(() => {
    underWay = underWay.then(forget);
  }, FORGET_EVERY_MS);
  timer.unref();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await underWay;
  };
}

/** Erases the cases of every region whose retention period is over; resolves with how many. */
export async function eraseEnded(deps: ForgetDeps, isStopped = () => false): Promise<number> {
  let erased = 0;
  for (const region of deps.regions.all()) {
    for await (const subject of eachCase(deps.repository, ended(region))) {
      if (isStopped()) return erased;
      if (await eraseWhenDue(deps, region, subject)) erased += 1;
    }
  }
  if (erased > 0) {
    deps.log.info({ erased }, 'cases past their term erased');
    deps.delivery.wake();
  }
  return erased;
}

/** A case that changes at this moment, or that is being added to, is looked at again in an hour. */
async function eraseWhenDue(
  deps: ForgetDeps,
  { retention }: Region,
  subject: Case,
): Promise<boolean> {
  const until = keptUntil(subject, retention);
  if (!until || until > deps.now()) return false;
  const change = await erasing(deps, subject);
  if (change.writes.some(({ kind }) => kind === 'draft')) return false;
  return (await deps.repository.commit(change)).ok;
}
