import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod/v4';
import { atMost, info, type Measured } from '../measured.js';
import { rounds } from '../parts.js';
import type { Bench, Bencher } from './bencher.js';
import { inMs, median, medianRatio, perSecond } from './numbers.js';
import { eachInRound } from './side.js';

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 9;

/** Acknowledgements and the longest hold-up of the event loop, of one round. */
const roundSchema = z.object({ perSecond: z.number(), longestBlockMs: z.number() });
type Round = z.infer<typeof roundSchema>;

/** The store by itself, each in a process of its own: durable changes by a hundred writers at once. */
export const store: Bench = {
  name: 'store',
  async *run(bencher: Bencher): AsyncIterable<Measured> {
    const sizes = SIZES.map((cases) => rounds(cases, bencher));
    const writers: ChildProcess[] = [];
    for (const cases of sizes) writers.push(await startWriters(bencher, cases));
    const measured: Round[][] = sizes.map(() => []);
    for (let round = -1; round < ROUNDS; round += 1) {
      await eachInRound(writers, round + 1, async (child, index) => {
        child.send('round');
        const [told] = (await once(child, 'message')) as unknown[];
        if (round >= 0) measured[index]?.push(roundSchema.parse(told));
      });
    }
    await Promise.all(writers.map((child) => end(child)));
    const speeds = measured.map((of) => of.map(({ perSecond: speed }) => speed));
    const blocks = measured.map((of) => of.map(({ longestBlockMs }) => longestBlockMs));
    for (const [index, cases] of sizes.entries()) {
      yield info(`store-acknowledged-at-${cases}`, perSecond(median(speeds[index] ?? [])));
      yield info(`store-longest-block-at-${cases}`, inMs(median(blocks[index] ?? [])));
    }
    yield atMost('store-slower-at-most', medianRatio(speeds[0] ?? [], speeds.at(-1) ?? []), 1.5);
    yield atMost('store-block-of-small', medianRatio(blocks.at(-1) ?? [], blocks[0] ?? []), 3);
  },
};

async function startWriters({ stores }: Bencher, cases: number): Promise<ChildProcess> {
  const directory = await stores.copyWith(cases);
  const child = fork(new URL('./storeProcess.js', import.meta.url), [directory]);
  await once(child, 'message');
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  child.send('end');
  await once(child, 'exit');
}
