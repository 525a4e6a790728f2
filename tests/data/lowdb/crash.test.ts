import { describe, expect, it } from 'vitest';
import type { Repository } from '../../../data/repository.js';
import {
  changeNumber,
  caseNumber,
  codeNumber,
  contentOf,
  OFFERED,
  openOn,
  REGION,
} from './onSimulatedDisk.js';
import { SimulatedDisk, SURVIVALS, type Survival } from './simulatedDisk.js';

/** What the world was told: these happened. What was only tried may or may not have. */
interface Told {
  stored: Set<number>;
  erased: boolean;
}

const ERASED = 2;

/**
 * Three months' files, commits alone, together and during checkpoints (every kilobyte), a removal,
 * a second opening. Ends where the disk stops.
 */
async function play(disk: SimulatedDisk): Promise<Told> {
  const told: Told = { stored: new Set(), erased: false };
  const put = async (repository: Repository, n: number) => {
    const { ok } = await repository.commit(changeNumber(n));
    if (ok) told.stored.add(n);
  };
  try {
    let repository = await openOn(disk, { journalLimit: 3000 });
    await put(repository, 0);
    await Promise.all([1, 2, 3].map((n) => put(repository, n)));
    await erase(repository);
    told.erased = true;
    await Promise.all([4, 5, 6].map((n) => put(repository, n)));
    await put(repository, 7);
    await repository.close();
    repository = await openOn(disk);
    await Promise.all([8, 9].map((n) => put(repository, n)));
    await repository.close();
  } catch {
    // The power went off.
  }
  return told;
}

async function erase(repository: Repository): Promise<void> {
  const key = codeNumber(ERASED);
  await repository.commit({ writes: [{ kind: 'case', remove: { key, version: 1 } }] });
}

async function check(repository: Repository, told: Told): Promise<void> {
  const { codes, counted } = await contentOf(repository);
  for (const n of told.stored) {
    if (n !== ERASED) expect(codes).toContain(codeNumber(n));
    expect(await repository.commit(changeNumber(n))).toEqual({ ok: false, conflict: 'repeat' });
  }
  if (told.erased) expect(codes).not.toContain(codeNumber(ERASED));
  // A case, its count and its repeat key are one change; erasing takes the case only.
  const repeats = await Promise.all(Array.from({ length: 10 }, (_, n) => isKnown(repository, n)));
  const known = repeats.flatMap((isStored, n) => (isStored ? [n] : []));
  expect(counted).toBe(known.length);
  const erased = codes.includes(codeNumber(ERASED)) ? [] : [ERASED];
  expect(codes).toEqual(known.filter((n) => !erased.includes(n)).map(codeNumber));
}

/** Asks by a change that cannot succeed, whether its repeat key is known. */
async function isKnown(repository: Repository, n: number): Promise<boolean> {
  const { repeat } = changeNumber(n);
  const impossible = { ...caseNumber(99), version: 7 };
  const answer = await repository.commit({
    writes: [{ kind: 'case', put: impossible }],
    ...(repeat ? { repeat } : {}),
  });
  return !answer.ok && answer.conflict === 'repeat';
}

async function stepsOfPlay(): Promise<string[]> {
  const disk = new SimulatedDisk();
  const { stored } = await play(disk);
  expect(stored.size).toBe(10);
  return disk.steps;
}

describe('a power failure', () => {
  it('is tried between all steps of opening, committing, checkpointing and closing', async () => {
    const steps = await stepsOfPlay();
    const kinds = new Set(steps.map((step) => step.split(' ')[0]));
    expect([...kinds].sort()).toEqual(['create', 'make', 'rename', 'sync', 'truncate', 'write']);
    const cuts = steps.filter((step) => step === 'rename /store/journal.jsonl');
    expect(cuts.length).toBeGreaterThan(3);
  });

  it.each<Survival>(SURVIVALS)(
    'at any step loses and doubles nothing when unsynced names: $names, contents: $contents survive',
    async (survival) => {
      const { length } = await stepsOfPlay();
      for (let step = 0; step < length; step += 1) {
        const disk = new SimulatedDisk();
        disk.stopAt(step);
        const told = await play(disk);
        const next = disk.afterPowerFailure(survival);
        const repository = await openOn(next);
        await check(repository, told);
        const { counted } = await contentOf(repository);
        await repository.commit({
          writes: [{ kind: 'case', put: caseNumber(50) }],
          counted: [{ region: REGION, contribution: OFFERED }],
        });
        await repository.close();
        const again = await openOn(next);
        const content = await contentOf(again);
        expect(content.counted).toBe(counted + 1);
        expect(content.codes).toContain(codeNumber(50));
      }
    },
  );

  it('during the start after a power failure does no harm either', async () => {
    const { length } = await stepsOfPlay();
    for (let step = 0; step < length; step += 1) {
      const disk = new SimulatedDisk();
      disk.stopAt(step);
      const told = await play(disk);
      for (let second = 0; second < 12; second += 1) {
        const next = disk.afterPowerFailure({ names: true, contents: true });
        next.stopAt(second);
        await openOn(next)
          .then((repository) => repository.close())
          .catch(() => undefined);
        const last = next.afterPowerFailure({ names: false, contents: false });
        await check(await openOn(last), told);
      }
    }
  });
});
