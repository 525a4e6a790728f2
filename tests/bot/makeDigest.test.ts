import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { projectDigest } from '../../bot/delivery/digests.js';
import { makeDigest, startDigests } from '../../bot/digest.js';
import { createLog } from '../../bot/log.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import type { Region } from '../../data/region.js';
import type { Repository } from '../../data/repository.js';
import type { DateTime, Week } from '../../data/weeks.js';
import { aCase, aContext, ANNEKE, aTalk, at, NOW, TENANT, TOM } from '../builders.js';
import { aDigest } from '../data/digestBuilder.js';
import { LINK } from '../data/contract/examples.js';
import { aRegion } from '../data/regionBuilder.js';

let directory: string;
let repository: Repository;
const wake = vi.fn();

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'nnz-digest-'));
  repository = await openLowdbRepository({ directory, now: () => NOW });
  wake.mockClear();
});
afterEach(async () => {
  await repository.close();
  await rm(directory, { recursive: true });
});

const HERE = aRegion();
const elsewhere = aRegion({ id: 'elders' });
const depsAt = (now: DateTime, regions: readonly Region[] = [HERE]) => ({
  repository,
  regions: { all: () => regions, find: (id: string) => regions.find((row) => row.id === id) },
  delivery: { wake, showCard: () => Promise.resolve(), remove: () => undefined },
  now: () => now,
  log: createLog('silent'),
  tenantId: TENANT,
});
const lookAt = (moment: string) => makeDigest(depsAt(at(moment)), HERE);
const digestOf = (week: Week, region = HERE.id) => repository.read('digest', `${region}/${week}`);

async function talked(on: string, code = 'HM-2222', region = HERE.id): Promise<void> {
  const put = aCase({ code, region, talks: [aTalk({ on })] });
  await repository.commit({ writes: [{ kind: 'case', put }] });
}

describe('a look', () => {
  it.each<[string, before: string, from: string, week: Week]>([
    ['an ordinary week', '2026-11-16T06:59', '2026-11-16T07:00', '2026-W46'],
    ['summer time that ended', '2026-10-26T06:59', '2026-10-26T07:00', '2026-W43'],
    ['summer time that began', '2027-03-29T06:59', '2027-03-29T07:00', '2027-W12'],
    ['week 53', '2027-01-04T06:59', '2027-01-04T07:00', '2026-W53'],
    ['week 52 of a year without 53', '2028-01-03T06:59', '2028-01-03T07:00', '2027-W52'],
  ])('makes the digest at seven: %s', async (_, before, from, week) => {
    await talked('2026-01-05');
    await lookAt(before);
    expect(await digestOf(week)).toBeUndefined();
    expect(wake).not.toHaveBeenCalled();
    await lookAt(from);
    expect(await digestOf(week)).toMatchObject({ week, version: 1 });
    expect(wake).toHaveBeenCalledOnce();
  });

  it('makes one digest a week, whatever minute of three weeks it looks at', async () => {
    await talked('2026-01-05');
    const commits = vi.spyOn(repository, 'commit');
    for (let hour = 0; hour < 3 * 7 * 24; hour += 1) {
      await makeDigest(depsAt(at('2026-10-19T00:30').plus({ hours: hour })), HERE);
    }
    expect(commits).toHaveBeenCalledTimes(3);
    for (const week of ['2026-W42', '2026-W43', '2026-W44'] as const) {
      expect(await digestOf(week)).toBeDefined();
    }
  });

  it('prints nothing anew when figures have changed', async () => {
    await talked('2026-11-10');
    await lookAt('2026-11-16T07:00');
    const printed = await digestOf('2026-W46');
    await talked('2026-11-11', 'HM-3333');
    await lookAt('2026-11-16T07:01');
    await lookAt('2026-11-22T23:59');
    expect(await digestOf('2026-W46')).toEqual(printed);
    expect(printed?.printed.week.talks).toBe(1);
  });

  it('makes one digest when two look at once', async () => {
    await talked('2026-11-10');
    const commits = vi.spyOn(repository, 'commit');
    await Promise.all([lookAt('2026-11-16T07:00'), lookAt('2026-11-16T07:00:01')]);
    const answers = commits.mock.settledResults.map(({ value }) => value as object);
    expect(answers).toContainEqual({ ok: true });
    expect(answers).toContainEqual({
      ok: false,
      conflict: { kind: 'digest', key: 'hollands-midden/2026-W46' },
    });
    expect((await digestOf('2026-W46'))?.version).toBe(1);
  });

  it('goes on after a start anew where a kill came in between', async () => {
    await talked('2026-11-10');
    await lookAt('2026-11-16T07:00');
    await repository.close();
    repository = await openLowdbRepository({ directory, now: () => NOW });
    expect(await repository.behind()).toEqual([
      { kind: 'digest', key: 'hollands-midden/2026-W46' },
    ]);
    await lookAt('2026-11-16T07:05');
    expect(await repository.behind()).toHaveLength(1);
  });

  it('tells a region nothing of a week by the end of which nothing was counted', async () => {
    await talked('2026-11-16');
    await lookAt('2026-11-16T12:00');
    await talked('2026-11-10', 'HM-3333');
    await lookAt('2026-11-16T12:01');
    expect(await digestOf('2026-W46')).toBeUndefined();
    expect(await repository.behind()).toEqual([]);
    await lookAt('2026-11-23T07:00');
    expect((await digestOf('2026-W47'))?.before.talks).toBe(1);
  });

  it('at one region goes on when another fails', async () => {
    await talked('2026-11-10');
    await talked('2026-11-10', 'EL-2222', elsewhere.id);
    const counts = repository.counts.bind(repository);
    vi.spyOn(repository, 'counts').mockImplementation((region, periods) =>
      region === HERE.id ? Promise.reject(new Error('broken')) : counts(region, periods),
    );
    await startDigests(depsAt(at('2026-11-16T07:00'), [HERE, elsewhere]))();
    await vi.waitFor(async () => {
      expect(await digestOf('2026-W46', elsewhere.id)).toBeDefined();
    });
    expect(await digestOf('2026-W46')).toBeUndefined();
  });
});

describe('who is told', () => {
  const project = (region: Region, parts: object = {}, now = at('2026-11-16T07:00')) =>
    projectDigest({ ...depsAt(now, [region]), ...parts }, aDigest());
  const people = async (...args: Parameters<typeof project>) =>
    (await project(...args))?.notices.map(({ to }) => to.name);
  const leaders = (...all: (typeof ANNEKE)[]) =>
    all.map(({ aadObjectId, name }) => ({ aadObjectId, name }));

  it('is every project leader of the region', async () => {
    const region = aRegion({ projectLeaders: leaders(ANNEKE, TOM) });
    expect(await people(region)).toEqual(['Anneke Blom', 'Tom Bakker']);
    expect((await project(region))?.card).toBeUndefined();
  });

  it('is nobody in a region without any, nor in one that is gone', async () => {
    expect(await people({ ...HERE, projectLeaders: [] })).toEqual([]);
    expect(await project(elsewhere)).toBeUndefined();
  });

  it('waits until somebody knows in which tenant they are', async () => {
    expect(await project(HERE, { tenantId: undefined })).toBeUndefined();
    await repository.commit({ writes: [{ kind: 'link', put: LINK }] });
    expect(await people(HERE, { tenantId: undefined })).toEqual(['Anneke Blom']);
  });

  it('is the channel too where the region wants it', async () => {
    const projection = await project(aRegion({ digestInChannel: true }));
    expect(projection?.card?.(aContext(), await repository.counts(HERE.id, []))).toBeDefined();
    expect(projection?.lines).toEqual([]);
  });

  it('is nobody any more once the next week has ended', async () => {
    const region = aRegion({ digestInChannel: true });
    expect(await people(region, {}, at('2026-11-22T23:59'))).toHaveLength(1);
    const old = await project(region, {}, at('2026-11-23T00:00'));
    expect(old).toMatchObject({ notices: [], lines: [] });
    expect(old?.card).toBeUndefined();
  });
});
