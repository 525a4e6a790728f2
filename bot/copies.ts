import { copyKey, type Copy } from '../data/copy.js';
import type { Write } from '../data/repository.js';
import type { Deps } from './deps.js';

/** What a message tells of, so that it can be wiped out when that may no longer be read. */
export type TellsOf = Pick<Copy, 'tells' | 'region' | 'language' | 'needsSharing'>;

type Place = Pick<Copy, 'chat' | 'activityId'>;
type CopyDeps = Pick<Deps, 'repository'>;

/**
 * Notes what a message shows from now on; one that tells of nothing is forgotten. Resolves with
 * whether anything else was known of it.
 */
export function noteCopy(
  deps: CopyDeps,
  place: Place,
  told: TellsOf | undefined,
): Promise<boolean> {
  return change(deps, place, () => told);
}

/**
 * Before a message is updated: until Teams has answered it may show the old as well as the new, and
 * tells of both.
 */
export async function noteBoth(
  deps: CopyDeps,
  place: Place,
  told: TellsOf | undefined,
): Promise<void> {
  await change(deps, place, (known) => (known && told ? both(known, told) : (told ?? known)));
}

function both(known: TellsOf, told: TellsOf): TellsOf {
  return {
    ...told,
    tells: [...new Set([...known.tells, ...told.tells])],
    needsSharing: known.needsSharing || told.needsSharing,
  };
}

async function change(
  { repository }: CopyDeps,
  place: Place,
  next: (known: Copy | undefined) => TellsOf | undefined,
): Promise<boolean> {
  for (;;) {
    const known = await repository.read('copy', copyKey(place));
    const write = writeOf(place, known, next(known));
    if (!write) return false;
    if ((await repository.commit({ writes: [write] })).ok) return true;
  }
}

function writeOf(
  { chat, activityId }: Place,
  known: Copy | undefined,
  told: TellsOf | undefined,
): Write | undefined {
  if (told) {
    if (known && saysSame(known, told)) return undefined;
    const { tells, region, language, needsSharing } = told;
    const version = (known?.version ?? 0) + 1;
    const put = { chat, activityId, version, region, language, tells, needsSharing };
    return { kind: 'copy', put };
  }
  return known && { kind: 'copy', remove: { key: copyKey(known), version: known.version } };
}

function saysSame(one: TellsOf, other: TellsOf): boolean {
  const isSubset = one.tells.every((key) => other.tells.includes(key));
  const isSame = isSubset && one.tells.length === other.tells.length;
  return isSame && one.needsSharing === other.needsSharing && one.language === other.language;
}
