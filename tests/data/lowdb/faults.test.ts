import { describe, expect, it } from 'vitest';
import { ReadOnlyError } from '../../../data/repository.js';
import {
  changeNumber,
  codeNumber,
  contentOf,
  JOURNAL,
  openOn,
  STANDING,
} from './onSimulatedDisk.js';
import { SimulatedDisk, type Fault } from './simulatedDisk.js';

const EIO: Fault = { fails: new Error('EIO: i/o error') };
const MONTH = '/store/hollands-midden/2026-09.json';
const FULL: Fault = { fails: new Error('ENOSPC: no space left on device'), half: true };

/** A promise, its end, and whether it has come. */
function held() {
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
}

async function isPending(promise: Promise<unknown>): Promise<boolean> {
  // Everything that can go on without the disk has gone on after a turn of the event loop.
  await new Promise((resolve) => setImmediate(resolve));
  const pending = Symbol('pending');
  return (await Promise.race([promise, Promise.resolve(pending)])) === pending;
}

function faultAt(disk: SimulatedDisk, step: string, fault: Fault): void {
  disk.fault = (taken) => (taken === step ? fault : undefined);
}

function healthy(disk: SimulatedDisk): void {
  disk.fault = () => undefined;
}

describe('a disk that fails', () => {
  it.each<[string, string, Fault]>([
    ['an fsync of the journal', `sync ${JOURNAL}`, EIO],
    ['a write to the journal', `write ${JOURNAL}`, EIO],
    ['half a write to a full disk', `write ${JOURNAL}`, FULL],
    ['a disk that accepts no bytes', `write ${JOURNAL}`, { accepts: 0 }],
  ])('at %s stops all writing until the next start', async (_, step, fault) => {
    const disk = new SimulatedDisk();
    const repository = await openOn(disk);
    await repository.commit(changeNumber(0));
    faultAt(disk, step, fault);
    const group = [1, 2, 3].map((n) => repository.commit(changeNumber(n)));
    for (const answer of await Promise.allSettled(group)) {
      expect(answer).toMatchObject({
        status: 'rejected',
        reason: expect.any(ReadOnlyError) as Error,
      });
    }
    healthy(disk);
    const before = disk.steps.length;
    await expect(repository.commit(changeNumber(4))).rejects.toThrow(ReadOnlyError);
    await expect(repository.commit(changeNumber(0))).rejects.toThrow(ReadOnlyError);
    await expect(repository.forgetExpired({} as never)).rejects.toThrow(ReadOnlyError);
    expect(repository.readOnlyBecause()).toMatch(
      /^writing to \/store failed: (EIO|ENOSPC|the disk)/,
    );
    expect(await repository.read('case', codeNumber(0))).toBeDefined();
    expect((await contentOf(repository)).codes).toContain(codeNumber(0));
    await repository.close();
    expect(disk.steps).toHaveLength(before);

    const next = await openOn(disk);
    expect(next.readOnlyBecause()).toBeUndefined();
    const { codes, counted } = await contentOf(next);
    expect(codes).toContain(codeNumber(0));
    expect(counted).toBe(codes.length);
    expect(codes).not.toContain(codeNumber(4));
    expect(await next.commit(changeNumber(4))).toEqual({ ok: true });
  });

  it.each<[string, string, Fault]>([
    ['writing a month', `write ${MONTH}.tmp`, FULL],
    ['syncing a month', `sync ${MONTH}.tmp`, EIO],
    ['putting a month in place', `rename ${MONTH}`, EIO],
    ['making a region its directory', 'make /store/hollands-midden', EIO],
    ['syncing a directory', 'sync /store/hollands-midden', EIO],
    ['writing the standing file', `write ${STANDING}.tmp`, FULL],
    ['cutting the journal', `write ${JOURNAL}.tmp`, FULL],
    ['putting the cut journal in place', `rename ${JOURNAL}`, EIO],
  ])('when %s during a checkpoint stops writing too, and loses nothing', async (_, step, fault) => {
    const disk = new SimulatedDisk();
    const repository = await openOn(disk, { journalLimit: 1 });
    faultAt(disk, step, fault);
    const acknowledged: string[] = [];
    const stopped = async () => {
      for (let n = 0; ; n += 1) {
        await repository.commit(changeNumber(n));
        acknowledged.push(codeNumber(n));
      }
    };
    await expect(stopped()).rejects.toThrow(ReadOnlyError);
    expect(acknowledged.length).toBeGreaterThan(0);
    await repository.close();
    healthy(disk);
    const next = await openOn(disk);
    const { codes, counted } = await contentOf(next);
    expect(codes).toEqual(expect.arrayContaining(acknowledged));
    expect(counted).toBe(codes.length);
    await next.close();
    expect(disk.paths().filter((path) => path.endsWith('.tmp'))).toEqual([]);
  });

  it('during the last checkpoint makes closing fail, and loses nothing', async () => {
    const disk = new SimulatedDisk();
    const repository = await openOn(disk);
    await repository.commit(changeNumber(0));
    faultAt(disk, `write ${STANDING}.tmp`, FULL);
    await expect(repository.close()).rejects.toThrow('ENOSPC');
    healthy(disk);
    expect((await contentOf(await openOn(disk))).codes).toEqual([codeNumber(0)]);
  });

  it('that takes a few bytes at a time is written completely', async () => {
    const disk = new SimulatedDisk();
    disk.fault = (step) => (step.startsWith('write') ? { accepts: 7 } : undefined);
    const repository = await openOn(disk);
    for (const n of [0, 1, 2]) await repository.commit(changeNumber(n));
    await repository.close();
    const next = await openOn(disk);
    expect(await contentOf(next)).toEqual({ codes: [0, 1, 2].map(codeNumber), counted: 3 });
  });
});

describe('a disk that is slow', () => {
  it('delays the answer, and what others see of it, until the fsync has ended', async () => {
    const disk = new SimulatedDisk();
    const repository = await openOn(disk);
    const { until, release } = held();
    faultAt(disk, `sync ${JOURNAL}`, { until });
    const answer = repository.commit(changeNumber(0));
    const seen = repository.read('case', codeNumber(0));
    const listed = contentOf(repository);
    const conflict = repository.commit({ writes: changeNumber(0).writes });
    for (const one of [answer, seen, listed, conflict]) expect(await isPending(one)).toBe(true);
    release();
    expect(await answer).toEqual({ ok: true });
    expect((await seen)?.code).toBe(codeNumber(0));
    expect(await listed).toEqual({ codes: [codeNumber(0)], counted: 1 });
    expect(await conflict).toMatchObject({ ok: false });
  });

  it('never answers a conflict with a change that fails to become durable', async () => {
    const disk = new SimulatedDisk();
    const repository = await openOn(disk);
    faultAt(disk, `sync ${JOURNAL}`, EIO);
    const first = repository.commit(changeNumber(0));
    const second = repository.commit(changeNumber(0));
    await expect(first).rejects.toThrow(ReadOnlyError);
    await expect(second).rejects.toThrow(ReadOnlyError);
  });

  it('gets one write and one fsync for all that came meanwhile', async () => {
    const disk = new SimulatedDisk();
    const repository = await openOn(disk);
    const { until, release } = held();
    faultAt(disk, `sync ${JOURNAL}`, { until });
    const before = disk.steps.length;
    const first = repository.commit(changeNumber(0));
    await isPending(first);
    const others = Array.from({ length: 200 }, (_, n) => repository.commit(changeNumber(n + 1)));
    release();
    await Promise.all([first, ...others]);
    expect(disk.steps.slice(before)).toEqual([
      `write ${JOURNAL}`,
      `sync ${JOURNAL}`,
      `write ${JOURNAL}`,
      `sync ${JOURNAL}`,
    ]);
  });

  it('gets no file that holds a change which the journal does not hold yet', async () => {
    const disk = new SimulatedDisk();
    const repository = await openOn(disk, { journalLimit: 1 });
    const { until, release } = held();
    faultAt(disk, `sync ${JOURNAL}`, { until });
    const before = disk.steps.length;
    const answer = repository.commit(changeNumber(0));
    expect(await isPending(answer)).toBe(true);
    expect(disk.steps.slice(before)).toEqual([`write ${JOURNAL}`, `sync ${JOURNAL}`]);
    release();
    await answer;
    await repository.close();
    expect(disk.steps).toContain(`rename ${MONTH}`);
  });

  it('does not hold up commits while a checkpoint is under way', async () => {
    const disk = new SimulatedDisk();
    const repository = await openOn(disk, { journalLimit: 1 });
    const { until, release } = held();
    faultAt(disk, `sync ${STANDING}.tmp`, { until });
    const before = disk.steps.length;
    for (const n of [0, 1, 2, 3]) await repository.commit(changeNumber(n));
    expect(disk.steps.slice(before)).not.toContain(`rename ${STANDING}`);
    const whole = disk.copy();
    release();
    await repository.close();
    for (const one of [whole, disk]) {
      const next = await openOn(one);
      expect(await contentOf(next)).toEqual({ codes: [0, 1, 2, 3].map(codeNumber), counted: 4 });
    }
  });

  it('gets no file at closing when nothing has changed', async () => {
    const disk = new SimulatedDisk();
    const repository = await openOn(disk);
    await repository.commit(changeNumber(0));
    await repository.close();
    const before = disk.steps.length;
    await (await openOn(disk)).close();
    expect(disk.steps.slice(before).filter((step) => step.startsWith('write'))).toEqual([]);
  });

  it('gets only the months that changed, and the standing file', async () => {
    const disk = new SimulatedDisk();
    const repository = await openOn(disk);
    for (const n of [0, 1, 2]) await repository.commit(changeNumber(n));
    await repository.close();
    const before = disk.steps.length;
    const next = await openOn(disk);
    await next.commit(changeNumber(3));
    await next.close();
    const put = disk.steps.slice(before).filter((step) => step.startsWith('rename'));
    expect(put).toEqual([`rename ${MONTH}`, `rename ${STANDING}`, `rename ${JOURNAL}`]);
  });
});

it('an erased case leaves every file while the bot goes on, also when two are erased at once', async () => {
  const disk = new SimulatedDisk();
  const first = await openOn(disk);
  for (const n of [0, 1, 2, 3]) await first.commit(changeNumber(n));
  await first.close();
  const repository = await openOn(disk);
  for (const n of [0, 3]) {
    const remove = { key: codeNumber(n), version: 1 };
    await repository.commit({ writes: [{ kind: 'case', remove }] });
  }
  const everything = () => disk.paths().map((path) => disk.bytes(path).toString());
  while (
    everything().some((text) => text.includes(codeNumber(0)) || text.includes(codeNumber(3)))
  ) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect((await contentOf(repository)).codes).toEqual([1, 2].map(codeNumber));
  await repository.close();
});
