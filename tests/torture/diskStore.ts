import { ReadOnlyError, type Repository } from '../../data/repository.js';
import { changeNumber, codeNumber, contentOf, openOn } from '../data/lowdb/onSimulatedDisk.js';
import { SimulatedDisk, type Fault } from '../data/lowdb/simulatedDisk.js';

/** How a disk fails, and at which of its steps that can be. */
export const FAULTS: Record<string, { at: RegExp; fault: () => Fault; isSurvived?: true }> = {
  full: { at: /^(write|create|make|rename) /, fault: () => ({ fails: FULL, half: true }) },
  io: { at: /^/, fault: () => ({ fails: EIO }) },
  sync: { at: /^sync /, fault: () => ({ fails: EIO }) },
  // A kernel may take fewer bytes than it was given; the rest is written after them.
  short: { at: /^write /, fault: () => ({ accepts: 5 }), isSurvived: true },
};
export type FaultName = keyof typeof FAULTS;

const FULL = new Error('ENOSPC: no space left on device');
const EIO = new Error('EIO: i/o error');

/** Fails once, at this step; afterwards the disk is as good as new. */
export function failAt(disk: SimulatedDisk, name: FaultName, index: number): void {
  disk.fault = (_, at) => (at === index ? FAULTS[name]?.fault() : undefined);
}

/** What went otherwise than it must, counted. */
export interface Trouble {
  tried: number;
  /** Acknowledged, and not there after the next start. */
  lost: number;
  doubled: number;
  /** Refused in another way than as read-only, or not refused. */
  notRefused: number;
  /** Something was written after a write had failed. */
  written: number;
  unreadable: number;
  notStarted: number;
}

const CHANGES = 10;

/** Every fault at every step of one play of opening, storing, checkpoints, erasing and closing. */
export async function failStores(take: (n: number) => boolean): Promise<Trouble> {
  const trouble: Trouble = {
    ...{ tried: 0, lost: 0, doubled: 0, notRefused: 0, written: 0, unreadable: 0, notStarted: 0 },
  };
  const whole = new SimulatedDisk();
  await play(whole, trouble);
  let n = 0;
  for (const [name, { at }] of Object.entries(FAULTS)) {
    for (const [index, step] of whole.steps.entries()) {
      if (!at.test(step) || !take((n += 1))) continue;
      trouble.tried += 1;
      const disk = new SimulatedDisk();
      failAt(disk, name, index);
      await startAgain(disk, await play(disk, trouble), trouble);
    }
  }
  return trouble;
}

/** Answers which changes were acknowledged. */
async function play(disk: SimulatedDisk, trouble: Trouble): Promise<Set<number>> {
  const told = new Set<number>();
  for (const [from, to] of [
    [0, CHANGES - 2],
    [CHANGES - 2, CHANGES],
  ] as const) {
    const repository = await openOn(disk, { journalLimit: 3000 }).catch(() => undefined);
    if (!repository) return told;
    for (let n = from; n < to; n += 2) {
      await Promise.all([n, n + 1].map((one) => store(repository, one, told, trouble)));
    }
    const isFailed = repository.readOnlyBecause() !== undefined;
    if (isFailed) await lookWhileReadOnly(disk, repository, told, trouble);
    await repository.close().catch(() => undefined);
    if (isFailed) return told;
  }
  return told;
}

async function store(
  repository: Repository,
  n: number,
  told: Set<number>,
  trouble: Trouble,
): Promise<void> {
  try {
    const { ok } = await repository.commit(changeNumber(n));
    if (ok) told.add(n);
  } catch (error) {
    if (!(error instanceof ReadOnlyError)) trouble.notRefused += 1;
  }
}

async function lookWhileReadOnly(
  disk: SimulatedDisk,
  repository: Repository,
  told: ReadonlySet<number>,
  trouble: Trouble,
): Promise<void> {
  // What was under way when the write failed ends first.
  await new Promise((resolve) => setImmediate(resolve));
  const before = disk.steps.length;
  const refused = await repository.commit(changeNumber(CHANGES)).then(
    () => false,
    (error: unknown) => error instanceof ReadOnlyError,
  );
  if (!refused) trouble.notRefused += 1;
  const { codes } = await contentOf(repository);
  for (const n of told) if (!codes.includes(codeNumber(n))) trouble.unreadable += 1;
  if (disk.steps.slice(before).some((step) => /^(write|rename) /.test(step))) trouble.written += 1;
}

async function startAgain(
  disk: SimulatedDisk,
  told: ReadonlySet<number>,
  trouble: Trouble,
): Promise<void> {
  disk.fault = () => undefined;
  const next = await openOn(disk).catch(() => undefined);
  if (!next || next.readOnlyBecause() !== undefined) {
    trouble.notStarted += 1;
    return;
  }
  const { codes, counted } = await contentOf(next);
  for (const n of told) {
    if (!codes.includes(codeNumber(n))) trouble.lost += 1;
    const answer = await next.commit(changeNumber(n));
    if (answer.ok) trouble.doubled += 1;
  }
  if (counted !== codes.length) trouble.doubled += 1;
  await next.close();
  if (disk.paths().some((path) => path.endsWith('.tmp'))) trouble.notStarted += 1;
}
