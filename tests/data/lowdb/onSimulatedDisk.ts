import type { Case } from '../../../data/case.js';
import type { Remainder } from '../../../data/figureRows.js';
import { SINCE_START } from '../../../data/periods.js';
import { openLowdbRepository, type LowdbOptions } from '../../../data/lowdb/openLowdbRepository.js';
import type { Change, Repository } from '../../../data/repository.js';
import { aCase, NOW } from '../../builders.js';
import type { SimulatedDisk } from './simulatedDisk.js';

export const DIRECTORY = '/store';
export const JOURNAL = '/store/journal.jsonl';
export const STANDING = '/store/state.json';
export const REGION = 'hollands-midden';
export const OFFERED: Remainder = { row: 'offered-not-wanted', period: '2026-W47' };

/** Opens the store on this disk; a lock would need a real one. */
export function openOn(
  disk: SimulatedDisk,
  options: Partial<LowdbOptions> = {},
): Promise<Repository> {
  return openLowdbRepository({
    directory: DIRECTORY,
    now: () => NOW,
    files: disk,
    lock: () => Promise.resolve(() => Promise.resolve()),
    ...options,
  });
}

/** Each in the month of its number, so that they come into different files. */
export function caseNumber(n: number): Case {
  const month = String((n % 3) + 9).padStart(2, '0');
  return aCase({ code: codeNumber(n), openedAt: `2026-${month}-01T10:00:00.000Z` });
}

export function monthOf({ region, openedAt }: Case): string {
  return `${DIRECTORY}/${region}/${openedAt.slice(0, 7)}.json`;
}

/** HM-2222, HM-2223 … */
export function codeNumber(n: number): string {
  const digits = n.toString(8).padStart(4, '0');
  return `HM-${digits.replace(/\d/g, (digit) => String(Number(digit) + 2))}`;
}

/** A new case and a count that belong together, under a key that lets them in once. */
export function changeNumber(n: number): Change {
  return {
    writes: [{ kind: 'case', put: caseNumber(n) }],
    counted: [{ region: REGION, contribution: OFFERED }],
    repeat: { key: `click ${n}`, expiresAt: '2026-12-31T00:00:00.000Z' },
  };
}

/** How often it was counted, and which cases there are. */
export async function contentOf(repository: Repository) {
  const { cases } = await repository.cases({ region: REGION, limit: 1000 });
  const counts = await repository.counts(REGION, [SINCE_START]);
  return {
    codes: cases.map(({ code }) => code).sort(),
    counted: counts.sum('offered-not-wanted', SINCE_START),
  };
}
