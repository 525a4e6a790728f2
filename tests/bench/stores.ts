import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import type { Repository, Write } from '../../data/repository.js';
import hollandsMidden from '../../data/regions/hollands-midden.json' with { type: 'json' };
import { ANNEKE } from '../builders.js';
import { aLink, COORDINATORS, inventedCases } from './inventedCases.js';

/** Stores with so many cases, made once in a run and copied for whoever is to change one. */
export class Stores {
  readonly #made = new Map<number, Promise<string>>();
  #copies = 0;

  private constructor(
    private readonly directory: string,
    private readonly seed: number,
    private readonly serviceUrl: string,
  ) {}

  /** @param serviceUrl of the connector that their channel is on */
  static async open(seed: number, serviceUrl: string): Promise<Stores> {
    const directory = await mkdtemp(join(tmpdir(), 'nnz-bench-'));
    const stores = new Stores(directory, seed, serviceUrl);
    await stores.#writeRegion();
    return stores;
  }

  /** Keeps cases for as long as a region can, and names everybody who coordinates. */
  get regionsDir(): string {
    return join(this.directory, 'regions');
  }

  /** A directory of its own. */
  async copyWith(cases: number): Promise<string> {
    const made = this.#made.get(cases) ?? this.#make(cases);
    this.#made.set(cases, made);
    const copy = join(this.directory, `copy-${(this.#copies += 1)}`);
    await cp(await made, copy, { recursive: true });
    return copy;
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true });
  }

  async #writeRegion(): Promise<void> {
    await mkdir(this.regionsDir);
    const people = COORDINATORS.map(({ aadObjectId, name }) => ({ aadObjectId, name }));
    const projectLeaders = [{ aadObjectId: ANNEKE.aadObjectId, name: ANNEKE.name }];
    const retention = { draftDays: 7, caseMonths: 60, escalatedCaseMonths: 60 };
    const region = { ...hollandsMidden, coordinators: people, projectLeaders, retention };
    await writeFile(join(this.regionsDir, 'hollands-midden.json'), JSON.stringify(region));
  }

  async #make(cases: number): Promise<string> {
    const directory = join(this.directory, `with-${cases}`);
    const now = () => DateTime.utc();
    const repository = await openLowdbRepository({ directory, now });
    const writes = inventedCases(cases, this.seed, now());
    await commitAll(repository, [[aLink(now(), this.serviceUrl)]]);
    await commitAll(repository, writes);
    await repository.close();
    return directory;
  }
}

const TOGETHER = 20;
const AT_ONCE = 50;

/** Through the front door, so that the files are what the bot itself would have written. */
async function commitAll(repository: Repository, all: Iterable<Write[]>): Promise<void> {
  const left = all[Symbol.iterator]();
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let writes = take(left); writes.length > 0; writes = take(left)) {
      const { ok } = await repository.commit({ writes });
      if (!ok) throw new Error('two invented cases have one code');
    }
  });
  await Promise.all(workers);
}

function take(left: Iterator<Write[]>): Write[] {
  const writes: Write[] = [];
  for (let n = 0; n < TOGETHER; n += 1) {
    const next = left.next();
    if (next.done === true) break;
    writes.push(...next.value);
  }
  return writes;
}
