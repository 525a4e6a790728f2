import { digestDue, digestKey, digestPeriods, newDigest } from '../data/digest.js';
import { retriedAt } from '../data/delivery.js';
import type { Region } from '../data/region.js';
import type { Write } from '../data/repository.js';
import { instantOf, type DateTime, type Week } from '../data/weeks.js';
import type { Deps } from './deps.js';
import { every } from './every.js';

type DigestDeps = Pick<Deps, 'repository' | 'regions' | 'delivery' | 'now' | 'log'>;

const LOOK_EVERY_MS = 60_000;
/** Longer than a week is due. */
const NONE_KEPT_DAYS = 30;

/** Looks every minute whether a region's digest is still to be made. Resolves when it has stopped. */
export function startDigests(deps: DigestDeps): () => Promise<void> {
  return every(LOOK_EVERY_MS, async () => {
    for (const region of deps.regions.all()) {
      try {
        await makeDigest(deps, region);
      } catch (error) {
        deps.log.error({ err: error, region: region.id }, 'the digest is made in a minute');
      }
    }
  });
}

/**
 * Once per region and week: a second record of the same week conflicts, whoever makes it. Telling it
 * is for delivery, also after a crash in between. Where nothing was counted there is no digest of
 * that week, not even when something of it is recorded later.
 */
export async function makeDigest(deps: DigestDeps, region: Region): Promise<void> {
  const { repository } = deps;
  const now = deps.now();
  const week = digestDue(now);
  if (week === undefined || repository.readOnlyBecause() !== undefined) return;
  const key = digestKey({ region: region.id, week });
  const none = `digest/${key}`;
  if ((await repository.read('digest', key)) ?? (await repository.read('run', none))) return;
  await letGo(deps, region, week);
  const digest = newDigest(region.id, await repository.counts(region.id, digestPeriods(now)), now);
  const write: Write = digest ? { kind: 'digest', put: digest } : noDigest(none, now);
  await repository.commit({ writes: [write] });
  deps.delivery.wake();
}

function noDigest(key: string, now: DateTime): Write {
  const expiresAt = instantOf(now.plus({ days: NONE_KEPT_DAYS }));
  return { kind: 'run', put: { key, version: 1, at: instantOf(now), expiresAt } };
}

/** Whom an earlier digest did not reach need not be reached by it any more: delivery sees that. */
async function letGo({ repository, now }: DigestDeps, region: Region, due: Week): Promise<void> {
  for (const delivery of await repository.troubled(region.id)) {
    const digest = await repository.read('digest', delivery.subject);
    if (!digest || digest.week === due) continue;
    const put = retriedAt(delivery, instantOf(now()));
    await repository.commit({ writes: [{ kind: 'delivery', put }] });
  }
}
