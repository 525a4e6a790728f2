import { afterEach, beforeEach, expect } from 'vitest';
import type { Counts } from '../../../data/counts.js';
import { AT_THIS_MOMENT, periodKey, SINCE_START, type Period } from '../../../data/periods.js';
import type { CaseQuery, Kind, Records, Repository, Write } from '../../../data/repository.js';

export interface Opened {
  repository: Repository;
  /** Ends this repository and opens the same data again. */
  reopen(): Promise<Repository>;
  dispose(): Promise<void>;
}

/** One that is closed and opened again on the same data; `tidy` takes that away in the end. */
export async function reopenable(
  open: () => Promise<Repository>,
  tidy: () => Promise<void> = () => Promise.resolve(),
): Promise<Opened> {
  let repository = await open();
  return {
    repository,
    reopen: async () => {
      await repository.close();
      repository = await open();
      return repository;
    },
    dispose: async () => {
      await repository.close();
      await tidy();
    },
  };
}

/** The repository under test, and what the tests ask of it time and again. */
export interface Engine {
  /** Another one after reopening: never to be kept. */
  readonly repository: Repository;
  readonly reopen: () => Promise<void>;
  readonly store: (...writes: Write[]) => Promise<void>;
  readonly codes: (query?: Partial<CaseQuery>) => Promise<string[]>;
  readonly figures: (region?: string) => Promise<Record<string, number>>;
}

const weeks = ['2026-W42', '2026-W46', '2026-W47', '2026-W48'] as const;
/** The periods in which the examples lie. */
export const LOOKED_AT: readonly Period[] = [
  ...weeks.map((week) => ({ kind: 'week', week }) as const),
  { kind: 'quarter', quarter: '2026-K4' },
  SINCE_START,
  { kind: 'calendar-year', year: 2026 },
  AT_THIS_MOMENT,
];

/** All of it, to be compared. */
export function shown(counts: Counts): Record<string, number> {
  return Object.fromEntries(
    LOOKED_AT.flatMap((period) =>
      [...counts.rowsIn(period)].map(([row, n]) => [`${row} ${periodKey(period)}`, n]),
    ),
  );
}

export const HERE = 'hollands-midden';
export const ELSEWHERE = 'elders';

/** An empty store of its own for each test of the surrounding block. */
export function openedForEach(open: () => Promise<Opened>): Engine {
  let opened: Opened;
  let repository: Repository;

  beforeEach(async () => {
    opened = await open();
    repository = opened.repository;
  });
  afterEach(() => opened.dispose());

  return {
    get repository() {
      return repository;
    },
    async reopen() {
      repository = await opened.reopen();
    },
    async store(...writes) {
      expect(await repository.commit({ writes })).toEqual({ ok: true });
    },
    async codes(query = {}) {
      const { cases } = await repository.cases({ region: HERE, limit: 100, ...query });
      return cases.map(({ code }) => code);
    },
    async figures(region = HERE) {
      return shown(await repository.counts(region, LOOKED_AT));
    },
  };
}

export function put<K extends Kind>(kind: K, record: Records[K]): Write {
  return { kind, put: record } as Write;
}

export function remove(kind: Kind, key: string, version: number): Write {
  return { kind, remove: { key, version } } as Write;
}
