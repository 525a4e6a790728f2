import { afterEach, beforeEach, expect, test } from 'vitest';
import { at } from '../builders.js';
import {
  clockChange,
  DAY_MS,
  dutchDay,
  HOUR_MS,
  isoOf,
  midnight,
  spanOf,
} from '../data/histories/calendar.js';
import { seeded, type Pick as Choose } from '../seeded.js';
import { DigestLives, dueAt, MISHAPS } from './digestLives.js';
import { REGIONS, SURFACES } from './toldDigests.js';

const MINUTE_MS = 60_000;
let lives: DigestLives;

beforeEach(async () => {
  lives = await DigestLives.open(at('2026-10-05T12:00').toMillis());
});
afterEach(() => lives.close());

/** Both clock changes and the end of a year of 53 weeks lie within them. */
const WEEKS = 30;

test('without anything that goes wrong everybody is told once, whatever restarts', async () => {
  for (let week = 0; week < WEEKS; week += 1) {
    const due = dueAt(isoOf(dutchDay(lives.clock)).week);
    for (const minutes of [-1, 0, 1, 60, 3000]) {
      lives.clock = due + minutes * MINUTE_MS;
      await lives.live();
    }
    await lives.expectTold();
  }
  expect(lives.printed.size).toBe(REGIONS.length * WEEKS);
  expect(lives.told.everyTimes()).toEqual(Array.from({ length: SURFACES.length * WEEKS }, () => 1));
});

test('killed before or after any commit or message, it is told all the same', async () => {
  let killedAt = 1;
  for (;;) {
    lives.goToMonday();
    for (const { id } of REGIONS) await lives.talked(id, 2);
    const { steps } = await lives.live({ killedAt });
    if (steps < killedAt) break;
    for (const { id } of REGIONS) await lives.talked(id, 1);
    await lives.expectTold();
    killedAt += 1;
  }
  // Each digest, each message and each time that it is stored has a moment before it and one after.
  expect(killedAt).toBeGreaterThan(2 * (REGIONS.length + SURFACES.length + SURFACES.length));
  expect(Math.max(...lives.told.everyTimes())).toBe(2);
});

test.each(MISHAPS)('a message that is $kind (arrived: $arrives) is said again', async (mishap) => {
  for (let nth = 1; nth <= SURFACES.length; nth += 1) {
    lives.goToMonday();
    let said = 0;
    await lives.live({
      mishap: () => {
        said += 1;
        return said === nth ? mishap : undefined;
      },
    });
    await lives.expectTold();
  }
  const repeated = lives.told.everyTimes().filter((times) => times > 1);
  expect(repeated).toEqual(mishap.arrives ? SURFACES.map(() => 2) : []);
});

/** To where something turns, or some time on; now and then past a whole week. */
function later(pick: Choose): number {
  const { clock } = lives;
  const monday = midnight(spanOf(isoOf(dutchDay(clock)).week).until + 1);
  const changes = [2026, 2027]
    .flatMap((year) => [clockChange(year, 3), clockChange(year, 10)])
    .filter((change) => change > clock && change < clock + 21 * DAY_MS);
  const turns = [monday, monday + 7 * HOUR_MS, monday + 7 * HOUR_MS, ...changes];
  const beside = [-MINUTE_MS, -1, 0, 1, MINUTE_MS, HOUR_MS];
  const on = [1, 30_000, 600_000, 5 * HOUR_MS, DAY_MS, 3 * DAY_MS, 9 * DAY_MS, 16 * DAY_MS];
  const next = pick([true, false]) ? pick(turns) + pick(beside) : clock + pick(on);
  return Math.max(next, clock + 1);
}

/** More of them: `DIGEST_WALKS=200`. */
const WALKS = Number(process.env.DIGEST_WALKS ?? 3);
const FIRST_SEED = 20_261_123;
const END = at('2027-07-01T00:00').toMillis();

test.each(Array.from({ length: WALKS }, (_, n) => FIRST_SEED + n))(
  'over half a year of kills, failures and restarts: once per region and week (seed %i)',
  async (seed) => {
    const pick = seeded(seed);
    let kills = 0;
    while (lives.clock < END) {
      lives.clock = later(pick);
      if (pick([true, false])) await lives.talked(pick(REGIONS).id, pick([0, 1, 7, 20]));
      const killedAt = pick([0, 0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20]);
      const isRough = pick([true, false, false]);
      const mishap = () => (isRough ? pick([...MISHAPS, undefined, undefined]) : undefined);
      const { steps } = await lives.live({ killedAt, mishap });
      if (killedAt > 0 && steps >= killedAt) kills += 1;
      if (pick([true, false, false])) await lives.expectTold();
    }
    expect(kills).toBeGreaterThan(10);
    expect(Math.max(...lives.told.everyTimes())).toBeGreaterThan(1);
  },
);
