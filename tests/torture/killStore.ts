import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DamagedStoreError } from '../../data/lowdb/damage.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import { SINCE_START } from '../../data/periods.js';
import type { Repository } from '../../data/repository.js';
import { runChild } from '../data/lowdb/childProcess.js';
import { codeNumber } from '../data/lowdb/onSimulatedDisk.js';
import type { Pick } from '../seeded.js';
import { caseAfter, clicking, CLICKING, COUNTED, EXPIRES, PER_GROUP, WHEN } from './killClicks.js';

/** What a kill must not do, counted. */
export interface Harm {
  acknowledged: number;
  lost: number;
  doubled: number;
  unreadable: number;
  leftover: number;
  gaps: number;
}
export const unharmed = (): Harm => ({
  ...{ acknowledged: 0, lost: 0, doubled: 0, unreadable: 0, leftover: 0, gaps: 0 },
});

/** Kills on one directory, before a new one is taken: it should hold files, but start soon. */
const PER_DIRECTORY = 20;
/** More groups than can be told of, as each of eight clickers is in one. */
const AHEAD = 10;
/** More groups than anybody gets through before the kill. */
const MANY = 1_000_000;

/** Kills a process that clicks, again and again, and looks each time at what is on the disk. */
export async function killStores(kills: number, pick: Pick, harm: Harm): Promise<void> {
  for (let done = 0; done < kills; done += PER_DIRECTORY) {
    const directory = await mkdtemp(join(tmpdir(), 'nnz-kill-'));
    const killed = new KilledStore(directory, pick, harm);
    try {
      const isLast = kills - done < PER_DIRECTORY;
      const rounds = isLast ? kills - done : PER_DIRECTORY;
      for (let round = 0; round < rounds; round += 1) await killed.round();
      await killed.check();
    } catch (error) {
      if (!(error instanceof DamagedStoreError)) throw error;
      harm.unreadable += 1;
    } finally {
      await rm(directory, { recursive: true });
    }
  }
}

class KilledStore {
  #from = 0;
  readonly #acknowledged = new Set<number>();

  constructor(
    private readonly directory: string,
    private readonly pick: Pick,
    private readonly harm: Harm,
  ) {}

  async round(): Promise<void> {
    const argument = clicking(this.directory, this.#from, MANY);
    const child = runChild(CLICKING, argument);
    const kill = () => child.process.kill('SIGKILL');
    const isWhileOpening = this.pick([true, false, false, false, false, false, false, false]);
    const wait = this.pick(upTo(isWhileOpening ? 400 : 250));
    if (isWhileOpening) setTimeout(kill, wait);
    let last = this.#from * PER_GROUP;
    for (let line = await child.lines.next(); line.done !== true; line = await child.lines.next()) {
      if (line.value === 'open' && !isWhileOpening) setTimeout(kill, wait);
      if (line.value === 'open') continue;
      last = Math.max(last, Number(line.value));
      this.#acknowledged.add(Number(line.value));
      this.harm.acknowledged += 1;
    }
    this.#noteComplaint(await child.ended);
    this.#from = Math.floor(last / PER_GROUP) + AHEAD;
    // Otherwise the next start finds the journal as the kill left it.
    if (this.pick([true, false])) await this.check();
  }

  #noteComplaint(complaint: string): void {
    if (complaint === '') return;
    console.error(complaint);
    this.harm.unreadable += 1;
  }

  /** Starts on what is there, and compares it with what was told. */
  async check(): Promise<void> {
    const options = { directory: this.directory, now: () => WHEN };
    const repository = await openLowdbRepository(options);
    try {
      await this.#lookForLeftovers();
      const known = await this.#clicksIn(repository);
      for (const n of this.#acknowledged) if (!known.has(n)) this.harm.lost += 1;
      await this.#compareCases(repository, known);
      await this.#clickAgain(repository, known);
      const counts = await repository.counts('hollands-midden', [SINCE_START]);
      const counted = counts.sum('offered-not-wanted', SINCE_START);
      this.harm.doubled += Math.abs(counted - known.size);
    } finally {
      await repository.close();
    }
  }

  async #clicksIn(repository: Repository): Promise<Set<number>> {
    const known = new Set<number>();
    for (let n = 0; n < this.#from * PER_GROUP; n += 1) {
      if (await repository.isRepeat(`click ${n}`)) known.add(n);
    }
    return known;
  }

  /** A group's case must be what its clicks make of it, event by event. */
  async #compareCases(repository: Repository, known: ReadonlySet<number>): Promise<void> {
    for (let group = 0; group < this.#from; group += 1) {
      const numbers = Array.from({ length: PER_GROUP }, (_, n) => group * PER_GROUP + n);
      const clicks = numbers.filter((n) => known.has(n)).length;
      const stored = await repository.read('case', codeNumber(group));
      if (!isDeepStrictEqual(stored, caseAfter(group, clicks))) this.harm.lost += 1;
      const isGap = stored?.history.some(({ number }, index) => number !== index + 1);
      if (isGap === true) this.harm.gaps += 1;
    }
  }

  async #clickAgain(repository: Repository, known: ReadonlySet<number>): Promise<void> {
    for (const n of known) {
      const repeat = { key: `click ${n}`, expiresAt: EXPIRES };
      const { ok } = await repository.commit({ writes: [], counted: COUNTED, repeat });
      if (ok) this.harm.doubled += 1;
    }
  }

  async #lookForLeftovers(): Promise<void> {
    const names = await readdir(this.directory, { recursive: true });
    this.harm.leftover += names.filter((name) => name.endsWith('.tmp')).length;
  }
}

export const upTo = (most: number) => Array.from({ length: most + 1 }, (_, n) => n);
