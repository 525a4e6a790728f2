import type { Case } from '../data/case.js';
import { keptUntil, opensBefore } from '../data/erase.js';
import type { Region } from '../data/region.js';
import { instantOf, type DateTime } from '../data/weeks.js';
import { eachCase } from './allCases.js';
import type { Deps } from './deps.js';
import { erasing } from './erase.js';
import { every } from './every.js';
import { forgetImported } from './importing/forget.js';

type ForgetDeps = Pick<Deps, 'repository' | 'regions' | 'delivery' | 'now' | 'log'>;

const FORGET_EVERY_MS = 3_600_000;
/** Work that goes on is kept whatever its age. */
const ended = ({ id, retention }: Region, now: DateTime) => ({
  region: id,
  statuses: ['none', 'closed', 'declined', 'withdrawn'] as const,
  openedBefore: instantOf(opensBefore(retention, now)),
});

/** What is past its term goes: now, and every hour. Resolves when nothing is under way any more. */
export function forgetEveryHour(deps: ForgetDeps): () => Promise<void> {
  const attempt = async (what: string, act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      deps.log.error({ err: error, what }, 'what is past its term stays');
    }
  };
  return every(FORGET_EVERY_MS, async (isStopping) => {
    // First, so that what it erases leaves the disk with what is forgotten.
    await attempt('imported', () => forgetImported(deps, isStopping));
    await attempt('expired', async () => {
      const forgotten = await deps.repository.forgetExpired(deps.now());
      if (forgotten > 0) deps.delivery.wake();
    });
    await attempt('cases', () => eraseEnded(deps, isStopping));
  });
}

/** Erases the cases of every region whose retention period is over. */
async function eraseEnded(deps: ForgetDeps, isStopping: () => boolean): Promise<void> {
  let erased = 0;
  for (const region of deps.regions.all()) {
    for await (const subject of eachCase(deps.repository, ended(region, deps.now()))) {
      if (isStopping()) return;
      if (await eraseWhenDue(deps, region, subject)) erased += 1;
    }
  }
  if (erased > 0) {
    deps.log.info({ erased }, 'cases past their term erased');
    deps.delivery.wake();
  }
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
