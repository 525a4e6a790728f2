import { atMost, info, type Measured } from '../measured.js';
import { rounds } from '../parts.js';
import type { Bench, Bencher } from './bencher.js';
import { startBot } from './botProcess.js';
import { inMs, median, medianRatio } from './numbers.js';
import { eachInRound } from './side.js';

const CASES = 100_000;
const ROUNDS = 5;

/** How long it takes until turns are taken, and what it takes of the machine's memory by then. */
export const start: Bench = {
  name: 'start',
  async *run(bencher: Bencher): AsyncIterable<Measured> {
    const sizes = [0, rounds(CASES, bencher)];
    const directories = await Promise.all(sizes.map((cases) => bencher.stores.copyWith(cases)));
    const took: number[][] = sizes.map(() => []);
    const memory: number[][] = sizes.map(() => []);
    for (let round = 0; round < ROUNDS; round += 1) {
      await eachInRound(directories, round, async (dataDir, index) => {
        const server = await startBot({ ...bencher, dataDir });
        took[index]?.push(server.startMs);
        memory[index]?.push((await server.residentMb()) ?? NaN);
        await server.stop();
      });
    }
    for (const [index, cases] of sizes.entries()) {
      yield info(`start-with-${cases}`, inMs(median(took[index] ?? [])));
      yield info(`memory-with-${cases}`, `${median(memory[index] ?? []).toFixed(0)}MB`);
    }
    const [empty = [], full = []] = took;
    yield atMost('start-of-empty', medianRatio(full, empty), 4);
  },
};
