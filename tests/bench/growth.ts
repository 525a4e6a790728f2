import { atLeast, info, type Measured } from '../measured.js';
import { rounds } from '../parts.js';
import type { Bench, Bencher } from './bencher.js';
import { COORDINATORS } from './inventedCases.js';
import { drive, USERS } from './load.js';
import { median, medianRatio, perSecond } from './numbers.js';
import {
  checklistPlayers,
  ClaimPlayer,
  TO_FIRST_SCREEN,
  TO_LAST_SCREEN,
  type ChecklistPlayer,
} from './players.js';
import { rehearse } from './rehearsal.js';
import { eachInRound, startSides, type Side } from './side.js';

const SIZES = [0, 10_000, 100_000];
const ROUNDS = 9;
const WHAT = ['turns', 'escalations', 'claims'] as const;
type What = (typeof WHAT)[number];
type Speeds = Record<What, number[][]>;

/** What people do must not become slower with what is kept of the past. */
export const growth: Bench = {
  name: 'growth',
  async *run(bencher: Bencher): AsyncIterable<Measured> {
    const sizes = SIZES.map((cases) => Math.round(cases * bencher.share));
    const sides = await startSides(bencher, sizes);
    try {
      yield* grow(bencher, sides);
    } finally {
      await Promise.all(sides.map(({ server }) => server.stop()));
    }
  },
};

async function* grow(bencher: Bencher, sides: readonly Side[]): AsyncIterable<Measured> {
  const speeds: Speeds = {
    turns: sides.map(() => []),
    escalations: sides.map(() => []),
    claims: sides.map(() => []),
  };
  const users = rounds(USERS, bencher);
  const crowds: ChecklistPlayer[][] = [];
  for (const side of sides) crowds.push(checklistPlayers(await rehearse(side), users));
  // The first round is for warming up, and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    await eachInRound(sides, round, async (side, index) => {
      const measured = await playRound(side, crowds[index] ?? [], round === 0);
      for (const what of WHAT) if (round > 0) speeds[what][index]?.push(measured[what]);
    });
  }
  for (const what of WHAT) {
    for (const [index, { cases }] of sides.entries()) {
      yield info(`growth-${what}-at-${cases}`, perSecond(median(speeds[what][index] ?? [])));
    }
    const [first = [], last = []] = [speeds[what][0], speeds[what].at(-1)];
    yield atLeast(`growth-${what}`, medianRatio(last, first), 0.9);
  }
}

/** All of them fill in a checklist, escalate it, and coordinators take up what was escalated. */
async function playRound(
  side: Side,
  players: readonly ChecklistPlayer[],
  isFirst: boolean,
): Promise<Record<What, number>> {
  await drive(side, players, { turnsEach: isFirst ? TO_FIRST_SCREEN : 1 });
  const turns = await drive(side, players, { turnsEach: TO_LAST_SCREEN });
  const escalations = await drive(
    side,
    players.map((player) => player.escalates()),
    { turnsEach: 1 },
  );
  const codes = players.map(({ code }) => code);
  const each = Math.ceil(codes.length / COORDINATORS.length);
  const shares = COORDINATORS.map((_, n) => codes.slice(n * each, (n + 1) * each));
  let claimed = 0;
  const started = performance.now();
  await Promise.all(
    COORDINATORS.map(async (person, n) => {
      const own = shares[n] ?? [];
      if (own.length === 0) return;
      const { turns: done } = await drive(side, [new ClaimPlayer(person, own)], {
        turnsEach: own.length,
      });
      claimed += done;
    }),
  );
  const claims = claimed / ((performance.now() - started) / 1000);
  return { turns: turns.perSecond, escalations: escalations.perSecond, claims };
}
