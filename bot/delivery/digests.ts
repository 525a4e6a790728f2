import { digestCard } from '../../cards/digestCard.js';
import { digestKey, isNews, type Digest } from '../../data/digest.js';
import { leadersOf } from '../coordinators.js';
import type { BulletinDeps } from './bulletins.js';
import type { Projection } from './subject.js';

/**
 * To every project leader and, where the region wants it, in the channel; all of it as it was
 * printed. Nothing while nobody knows in which tenant they are. Told to nobody any more once the next
 * week has ended: whoever it did not reach gets that one.
 */
export async function projectDigest(
  deps: BulletinDeps,
  digest: Digest,
): Promise<Projection | undefined> {
  const projection = nothingToTell(digest);
  if (!isNews(digest, deps.now())) return projection;
  const region = deps.regions.find(digest.region);
  if (!region) return undefined;
  const leaders = await leadersOf(deps, region);
  if (leaders.length < region.projectLeaders.length) return undefined;
  const { summary } = projection;
  return {
    ...projection,
    ...(region.digestInChannel && {
      card: (context) => digestCard(context, digest, 'channel'),
    }),
    notices: leaders.map((to) => ({
      number: 1,
      to,
      summary,
      card: (context) => digestCard(context, digest, 'personal'),
    })),
  };
}

function nothingToTell(digest: Digest): Projection {
  return {
    key: digestKey(digest),
    region: digest.region,
    version: digest.version,
    summary: ({ words }) => words.digest.summary(Number(digest.week.slice(-2))),
    lines: [],
    notices: [],
    lastEvent: 1,
  };
}
