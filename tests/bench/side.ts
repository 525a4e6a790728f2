import { startBot } from './botProcess.js';
import type { Bencher } from './bencher.js';
import type { Place } from './load.js';
import type { ServerProcess } from './serverProcess.js';

/** One of the bots that are measured beside each other; they differ in how many cases they hold. */
export interface Side extends Place {
  cases: number;
  server: ServerProcess;
}

export async function startSides(bencher: Bencher, sizes: readonly number[]): Promise<Side[]> {
  const { serviceUrl } = bencher.connector;
  const sides: Side[] = [];
  for (const cases of sizes) {
    const server = await startBot({ ...bencher, cases });
    sides.push({ cases, server, port: server.port, serviceUrl });
  }
  return sides;
}

/** Every side once, another one first in each round: what the machine does besides meets all of them. */
export async function eachInRound<S>(
  sides: readonly S[],
  round: number,
  measure: (side: S, index: number) => Promise<void>,
): Promise<void> {
  for (let turn = 0; turn < sides.length; turn += 1) {
    const index = (turn + round) % sides.length;
    const side = sides[index];
    if (side !== undefined) await measure(side, index);
  }
}
