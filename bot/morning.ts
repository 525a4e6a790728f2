import type { Person } from '../data/person.js';
import type { Region } from '../data/region.js';
import type { Write } from '../data/repository.js';
import { dayOf, instantOf } from '../data/weeks.js';
import { isInWorkingHours } from '../data/workingHours.js';
import type { Deps } from './deps.js';
import { every } from './every.js';
import { goThrough, readMorning, type Morning } from './morningRound.js';
import { newBulletin } from './newBulletin.js';

type MorningDeps = Pick<
  Deps,
  'repository' | 'regions' | 'delivery' | 'now' | 'log' | 'randomCode' | 'tenantId' | 'isInTeam'
>;

const LOOK_EVERY_MS = 60_000;
/** A message that could not be sent within this time would be of another day. */
const SENT_WITHIN_HOURS = 12;
const RUN_KEPT_DAYS = 30;

/** Looks every minute whether a region's morning is still to be done. Resolves when it has stopped. */
export function startMornings(deps: MorningDeps): () => Promise<void> {
  return every(LOOK_EVERY_MS, async () => {
    for (const region of deps.regions.all()) {
      try {
        await doMorning(deps, region);
      } catch (error) {
        deps.log.error({ err: error, region: region.id }, 'the morning goes on in a minute');
      }
    }
  });
}

/**
 * Once per region and workday, in working hours: claims lapse, follow-ups are asked, and everybody
 * for whom something waits gets one message. A crash halfway is repaired by doing it again: what was
 * done is no longer due, and the messages are stored together with the fact that it was done.
 */
export async function doMorning(deps: MorningDeps, region: Region): Promise<void> {
  const { repository } = deps;
  const now = deps.now();
  if (!isInWorkingHours(now) || repository.readOnlyBecause() !== undefined) return;
  const key = `morning/${region.id}/${dayOf(now)}`;
  if (await repository.read('run', key)) return;
  const morning = await readMorning(deps, region, now);
  const told = await goThrough(deps, morning);
  const expiresAt = instantOf(now.plus({ days: RUN_KEPT_DAYS }));
  const run: Write = { kind: 'run', put: { key, version: 1, at: instantOf(now), expiresAt } };
  await repository.commit({ writes: [run, ...told.map((to) => telling(deps, morning, to))] });
  deps.delivery.wake();
}

function telling(deps: MorningDeps, { region, now }: Morning, to: Person): Write {
  const expiresAt = instantOf(now.plus({ hours: SENT_WITHIN_HOURS }));
  const about = { kind: 'morning', on: dayOf(now) } as const;
  return newBulletin(deps, { region: region.id, to, about, expiresAt });
}
