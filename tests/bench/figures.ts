import { DateTime } from 'luxon';
import { contributions } from '../../data/counting.js';
import { Figures } from '../../data/lowdb/figures.js';
import { weekOf } from '../../data/weeks.js';
import { ANNEKE } from '../builders.js';
import { typedInChat } from '../bot/activities.js';
import { atMost, info, type Measured } from '../measured.js';
import { rounds } from '../parts.js';
import type { Bench, Bencher } from './bencher.js';
import { COORDINATORS, inventedCases } from './inventedCases.js';
import { post } from './load.js';
import { inMs, median, medianRatio } from './numbers.js';
import { clickOf, pressed } from './rehearsal.js';
import { eachInRound, startSides, type Side } from './side.js';

const SIZES = [1_000, 100_000];
const ROUNDS = 40;
/** Old enough to lie behind the running week, which has the fewest cases. */
export const weeksAgo = (weeks: number) => weekOf(DateTime.utc().minus({ weeks }));
const PERIODS = { week: weeksAgo(3), year: weeksAgo(3).slice(0, 4), start: 'sinds start' };
type Asked = keyof typeof PERIODS;
const ASKED = Object.keys(PERIODS) as Asked[];

/** Figures are kept up with every change, so that asking for them does not go through cases. */
export const figures: Bench = {
  name: 'figures',
  async *run(bencher: Bencher): AsyncIterable<Measured> {
    const sizes = SIZES.map((cases) => rounds(cases, bencher));
    const sides = await startSides(bencher, sizes);
    try {
      for (const asked of ASKED)
        yield* compare(`figures-${asked}`, sides, (side) => ask(side, asked));
      for (const asked of ['week', 'year'] as const) {
        yield* tell(`figures-cases-of-${asked}`, sides, (side) => askCases(side, asked));
      }
    } finally {
      await Promise.all(sides.map(({ server }) => server.stop()));
    }
    yield info('figures-per-write', pricePerWrite(bencher));
  },
};

type Ask = (side: Side) => Promise<void>;

async function* compare(name: string, sides: readonly Side[], act: Ask): AsyncIterable<Measured> {
  const took = yield* tell(name, sides, act);
  yield atMost(name, medianRatio(took.at(-1) ?? [], took[0] ?? []), 3);
}

/** One after another: how long one person waits. */
async function* tell(name: string, sides: readonly Side[], act: Ask) {
  const took: number[][] = sides.map(() => []);
  for (let round = -5; round < ROUNDS; round += 1) {
    await eachInRound(sides, round + 5, async (side, index) => {
      const started = performance.now();
      await act(side);
      if (round >= 0) took[index]?.push(performance.now() - started);
    });
  }
  for (const [index, { cases }] of sides.entries()) {
    yield info(`${name}-at-${cases}`, inMs(median(took[index] ?? [])));
  }
  return took;
}

async function ask(side: Side, asked: Asked): Promise<void> {
  await post(undefined, side, typedInChat(ANNEKE, `cijfers ${PERIODS[asked]}`));
}

/** What a coordinator sees behind a figure: the codes of the cases it is made of. */
async function askCases(side: Side, asked: 'week' | 'year'): Promise<void> {
  const [coordinator] = COORDINATORS;
  if (!coordinator) throw new Error('nobody coordinates');
  const data = { period: PERIODS[asked], page: 'overview', row: 'talks' };
  const body = await post(undefined, side, clickOf(coordinator, pressed('figure-cases', data)));
  if (!body.includes('Casussen achter de cijfers'))
    throw new Error(`not shown: ${body.slice(0, 300)}`);
}

/** Time that a change of a case takes longer because figures follow it. */
function pricePerWrite(bencher: Bencher): string {
  const kept = new Figures();
  const cases = [...inventedCases(rounds(20_000, bencher), bencher.seed, DateTime.utc())]
    .flat()
    .flatMap((write) => (write.kind === 'case' && 'put' in write ? [write.put] : []));
  for (const one of cases) kept.follow(`case ${one.code}`, one, contributions);
  const started = performance.now();
  for (const one of cases) kept.follow(`case ${one.code}`, one, contributions);
  return `${(((performance.now() - started) / cases.length) * 1000).toFixed(0)}us`;
}
