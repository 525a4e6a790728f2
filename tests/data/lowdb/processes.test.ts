import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kernelLock, type Lock } from '../../../data/lowdb/lock.js';
import { lockByFile } from '../../../data/lowdb/lockByFile.js';
import { openLowdbRepository } from '../../../data/lowdb/openLowdbRepository.js';
import { StoreInUseError } from '../../../data/lowdb/socket.js';
import type { Repository } from '../../../data/repository.js';
import { aProfile, NOW, TENANT } from '../../builders.js';
import { runChild, type Child } from './childProcess.js';
import { changeNumber, contentOf } from './onSimulatedDisk.js';

/** Opens the store, says so, then stores one person after another and says when each is in. */
const CHILD = `
  import { DateTime } from 'luxon';
  import { kernelLock } from './data/lowdb/lock.js';
  import { lockByFile } from './data/lowdb/lockByFile.js';
  import { openLowdbRepository } from './data/lowdb/openLowdbRepository.js';
  const { directory, lock, profile, counted } = JSON.parse(process.argv[1]);
  const repository = await openLowdbRepository({
    directory, now: () => DateTime.now(), journalLimit: 20_000,
    lock: lock === 'file' ? lockByFile : kernelLock,
  });
  console.log('open');
  for (let n = 0; ; n += 5) {
    await Promise.all([0, 1, 2, 3, 4].map(async (m) => {
      const person = { ...profile.person, aadObjectId: 'person-' + (n + m) };
      await repository.commit({ writes: [{ kind: 'profile', put: { ...profile, person } }], counted });
      console.log(n + m);
    }));
  }
`;

describe.each<[string, Lock]>([
  ['this system', kernelLock],
  // Not used on Linux, but it works there too.
  ...(process.platform === 'win32' ? [] : [['a file', lockByFile] as [string, Lock]]),
])('the lock of %s', (name, lock) => {
  let directory: string;
  let child: Child | undefined;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'nnz-lock-'));
  });
  afterEach(async () => {
    child?.process.kill('SIGKILL');
    await child?.ended;
    child = undefined;
    await rm(directory, { recursive: true });
  });

  function open(path = directory): Promise<Repository> {
    return openLowdbRepository({ directory: path, now: () => NOW, lock });
  }

  function startChild(): Child {
    const { counted } = changeNumber(0);
    const argument = {
      directory,
      lock: name === 'a file' ? 'file' : '',
      counted,
      profile: aProfile(),
    };
    child = runChild(CHILD, JSON.stringify(argument));
    return child;
  }

  it('refuses a second opening, also by another path, until the first has closed', async () => {
    const other = `${directory}-link`;
    await symlink(directory, other, 'junction');
    const first = await open();
    for (const path of [directory, other]) {
      await expect(open(path)).rejects.toThrow(StoreInUseError);
      await expect(open(path)).rejects.toThrow(`${path} is in use by another process`);
    }
    await first.close();
    await (await open(other)).close();
    await rm(other);
  });

  it('is let go when opening fails', async () => {
    await writeFile(join(directory, 'journal.jsonl'), 'not a journal\n');
    for (const problem of ['does not end with a checksum', 'was set aside']) {
      await expect(open()).rejects.toThrow(problem);
    }
    await (
      await lock(directory)
    )();
  });

  it('refuses nobody else', async () => {
    await mkdir(join(directory, 'one'));
    const repositories = [await open(join(directory, 'one')), await open(join(directory, 'two'))];
    for (const repository of repositories) await repository.close();
  });

  it('lets at most one of many in', async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => lock(directory)));
    const admitted = attempts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = attempts.filter(
      (one) => one.status === 'rejected' && one.reason instanceof StoreInUseError,
    );
    expect(admitted.length).toBeLessThanOrEqual(1);
    expect(refused).toHaveLength(10 - admitted.length);
    for (const release of admitted) await release();
    const release = await lock(directory);
    await release();
    expect(await readdir(directory)).toEqual([]);
  });

  it('refuses a process while we have it', async () => {
    const repository = await open();
    expect(await startChild().ended).toContain(`${directory} is in use by another process`);
    await repository.close();
  });

  it('is held by a process, and gone at once when it is killed; what it acknowledged is there', async () => {
    const { lines, process: holder, ended } = startChild();
    expect((await lines.next()).value).toBe('open');
    const acknowledged: number[] = [];
    while (acknowledged.length < 300) acknowledged.push(Number((await lines.next()).value));
    await expect(open()).rejects.toThrow(StoreInUseError);
    holder.kill('SIGSTOP');
    await expect(open()).rejects.toThrow(StoreInUseError);
    holder.kill('SIGKILL');
    await ended;
    const repository = await open();
    let known = 0;
    while (await repository.read('profile', `${TENANT}/person-${known}`)) known += 1;
    expect(known).toBeGreaterThan(Math.max(...acknowledged));
    const { counted } = await contentOf(repository);
    expect(counted).toBeGreaterThanOrEqual(known);
    expect(counted).toBeLessThan(known + 5);
    await repository.close();
  });
});

it.skipIf(process.platform === 'win32')('keeps its files to their owner', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'nnz-mode-'));
  const directory = join(parent, 'data');
  const repository = await openLowdbRepository({ directory, now: () => NOW });
  await repository.commit(changeNumber(0));
  await repository.close();
  const names = await readdir(directory, { recursive: true });
  expect(names.sort()).toEqual([
    'hollands-midden',
    join('hollands-midden', '2026-09.json'),
    'journal.jsonl',
    'state.json',
  ]);
  for (const name of ['.', ...names]) {
    const { mode } = await stat(join(directory, name));
    expect(mode & 0o077, name).toBe(0);
  }
  await rm(parent, { recursive: true });
});
