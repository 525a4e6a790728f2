import { afterEach, beforeEach, expect } from 'vitest';
import type { CaseQuery, Kind, Records, Repository, Write } from '../../../data/repository.js';

export interface Opened {
  repository: Repository;
  /** Ends this repository and opens the same data again. */
  reopen(): Promise<Repository>;
  dispose(): Promise<void>;
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
      const counts = await repository.counts(region);
      return Object.fromEntries(
        counts
          .entries()
          .filter(({ n }) => n !== 0)
          .map(({ row, period, n }) => [`${row} ${period}`, n]),
      );
    },
  };
}

export function put<K extends Kind>(kind: K, record: Records[K]): Write {
  return { kind, put: record } as Write;
}

export function remove(kind: Kind, key: string, version: number): Write {
  return { kind, remove: { key, version } } as Write;
}
