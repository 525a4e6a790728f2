import { join } from 'node:path';
import type { Entry, Files } from './files.js';
import { JOURNAL } from './journalFile.js';
import { UNFINISHED } from './replaceFile.js';
import { STANDING } from './rows.js';

/** Goes between a damaged file's name and the moment it was set aside. */
export const SET_ASIDE = '.damaged-';

/** What is being put in place of what; there only while a backup is restored. */
export const RESTORING = 'restore.json';

const REGION = /^[a-z0-9-]{2,60}$/;
const MONTH = /^\d{4}-\d{2}\.json$/;

/** What is in a store's directory; files of others are not mentioned. */
export interface Inventory {
  hasStanding: boolean;
  hasJournal: boolean;
  /** `hollands-midden/2026-11` */
  months: string[];
  /** Paths left by a crash. */
  unfinished: string[];
  /** Paths of damaged files whose place is still empty. */
  unrestored: string[];
  /** Whether putting a backup in place was begun and not ended. */
  isRestoring: boolean;
}

export async function takeInventory(files: Files, directory: string): Promise<Inventory> {
  return sorted(directory, await fileNames(files, directory));
}

/** Of every file here and in the regions' folders, such as `hollands-midden/2026-11.json`. */
export async function fileNames(files: Files, directory: string): Promise<Set<string>> {
  const found = await files.list(directory);
  const regions = found.filter(({ name, isDirectory }) => isDirectory && REGION.test(name));
  const inRegions = await Promise.all(
    regions.map(async ({ name }) => namesIn(await files.list(join(directory, name)), `${name}/`)),
  );
  return new Set([...namesIn(found, ''), ...inRegions.flat()]);
}

function namesIn(entries: readonly Entry[], prefix: string): string[] {
  return entries.filter(({ isDirectory }) => !isDirectory).map(({ name }) => prefix + name);
}

function sorted(directory: string, names: ReadonlySet<string>): Inventory {
  const all = [...names].sort();
  const setAside = all.filter((name) => isOurs(before(name, SET_ASIDE)));
  return {
    hasStanding: names.has(`${STANDING}.json`),
    hasJournal: names.has(JOURNAL),
    months: all.filter(isMonth).map((name) => before(name, '.json')),
    unfinished: all
      .filter((name) => name.endsWith(UNFINISHED) && isOurs(before(name, UNFINISHED)))
      .map((name) => join(directory, name)),
    unrestored: setAside
      .filter((name) => !names.has(before(name, SET_ASIDE)))
      .map((name) => join(directory, name)),
    isRestoring: names.has(RESTORING),
  };
}

/** The files of a store in the order in which they are read: the journal last. */
export function namesOf({ hasStanding, months, hasJournal }: Inventory): string[] {
  return [
    ...(hasStanding ? [`${STANDING}.json`] : []),
    ...months.map((month) => `${month}.json`),
    ...(hasJournal ? [JOURNAL] : []),
  ];
}

/** Those, and what a crash or damage made of them. */
export function isLeftByStore(name: string): boolean {
  return [name, before(name, UNFINISHED), before(name, SET_ASIDE)].some(isOurs);
}

export function isOurs(name: string): boolean {
  return name === `${STANDING}.json` || name === JOURNAL || isMonth(name);
}

function isMonth(name: string): boolean {
  const [region = '', file = '', ...deeper] = name.split('/');
  return deeper.length === 0 && REGION.test(region) && MONTH.test(file);
}

/** The part of a name before this; nothing when it does not occur. */
function before(name: string, part: string): string {
  return name.slice(0, Math.max(0, name.indexOf(part)));
}
