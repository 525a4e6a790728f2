import { copyKey, type Copy } from '../data/copy.js';
import type { Write } from '../data/repository.js';
import type { Deps } from './deps.js';

/** What a message tells of, so that it can be wiped out when that may no longer be read. */
export type TellsOf = Pick<Copy, 'tells' | 'region' | 'language' | 'needsSharing'>;

export type Place = Pick<Copy, 'chat' | 'activityId'>;
type CopyDeps = Pick<Deps, 'repository'>;

/** Notes what a new message shows. */
export async function noteCopy(deps: CopyDeps, place: Place, told: TellsOf): Promise<void> {
  await change(deps, place, () => told);
}

/**
 * Has a message show something else. Until Teams has answered it may show the old as well as the new,
 * and is known to tell of both. Resolves with whether what was known of it has changed: it may be
 * something that may no longer be read.
 */
export async function noteWhile(
  deps: CopyDeps,
  place: Place,
  told: TellsOf | undefined,
  show: () => Promise<void>,
): Promise<boolean> {
  const before = await change(deps, place, (known) =>
    known && told ? both(known, told) : (told ?? known),
  );
  await show();
  const after = await change(deps, place, () => told, before.version);
  return before.isChanged || after.isChanged;
}

function both(known: TellsOf, told: TellsOf): TellsOf {
  return {
    ...told,
    tells: [...new Set([...known.tells, ...told.tells])],
    needsSharing: known.needsSharing || told.needsSharing,
  };
}

interface Noted {
  /** Of the note as it is now; 0 without one. */
  version: number;
  isChanged: boolean;
}

/**
 * `left` is the version that the note should still be at. Another one is a sign that somebody is wiping
 * the message out: a note that is new again tells them that it shows something after all.
 */
async function change(
  { repository }: CopyDeps,
  place: Place,
  next: (known: Copy | undefined) => TellsOf | undefined,
  left?: number,
): Promise<Noted> {
  for (;;) {
    const known = await repository.read('copy', copyKey(place));
    const version = known?.version ?? 0;
    const told = next(known);
    if (isAsTold(known, told) && (left ?? version) === version)
      return { version, isChanged: false };
    const write = writeOf(place, known, told);
    if (!write) return { version, isChanged: false };
    if ((await repository.commit({ writes: [write] })).ok) {
      return { version: told ? version + 1 : 0, isChanged: true };
    }
  }
}

function isAsTold(known: Copy | undefined, told: TellsOf | undefined): boolean {
  return known && told ? saysSame(known, told) : known === told;
}

function writeOf(
  { chat, activityId }: Place,
  known: Copy | undefined,
  told: TellsOf | undefined,
): Write | undefined {
  if (told) {
    const version = (known?.version ?? 0) + 1;
    const { region, language, tells, needsSharing } = told;
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
