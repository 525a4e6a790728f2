import { atLeast, exactly, info, type Measured } from '../measured.js';
import { rounds } from '../parts.js';
import type { Bench, Bencher } from './bencher.js';
import { startBot } from './botProcess.js';
import { drive, type Place, type Player } from './load.js';
import { median, medianRatio, percentile, inMs, perSecond } from './numbers.js';
import { checklistPlayers, echoPlayers, TO_FIRST_SCREEN, waterfallPlayers } from './players.js';
import { rehearse } from './rehearsal.js';
import { startServer, type ServerProcess } from './serverProcess.js';
import { eachInRound } from './side.js';

const ROUNDS = 27;
const ROUND_MS = 1_500;
/** Turns of each before anything is measured. */
const WARM_UP = 8;

const floor = () => startServer({ main: new URL('./floorProcess.js', import.meta.url) });
const sample = () => startServer({ main: new URL('./sampleProcess.js', import.meta.url) });

/** A step of the checklist, stored and shown, beside bots that store nothing. */
export const turns: Bench = {
  name: 'turns',
  async *run(bencher: Bencher): AsyncIterable<Measured> {
    const servers = await Promise.all([startBot(bencher), floor(), sample()] as const);
    try {
      yield* compare(bencher, servers);
    } finally {
      await Promise.all(servers.map((one) => one.stop()));
    }
  },
};

interface Contender extends Place {
  name: string;
  server: ServerProcess;
  players: readonly Player[];
  /** Turns in a second, round by round. */
  speeds: number[];
  took: number[];
  cpuMs: number;
}
type Three = [bot: Contender, floor: Contender, sample: Contender];

async function* compare(
  bencher: Bencher,
  [bot, floorServer, sampleServer]: [ServerProcess, ServerProcess, ServerProcess],
): AsyncIterable<Measured> {
  const { connector } = bencher;
  const { serviceUrl } = connector;
  const rehearsal = await rehearse({ port: bot.port, serviceUrl });
  const contender = (name: string, server: ServerProcess, players: readonly Player[]) => {
    const measured = { speeds: [], took: [], cpuMs: 0 };
    return { name, server, players, port: server.port, serviceUrl, ...measured };
  };
  const all: Three = [
    contender('bot', bot, checklistPlayers(rehearsal)),
    contender('floor', floorServer, echoPlayers()),
    contender('sample', sampleServer, waterfallPlayers(rehearsal)),
  ];
  for (const one of all) await drive(one, one.players, { turnsEach: TO_FIRST_SCREEN + WARM_UP });
  const { updates: before } = await connector.counted();
  const ms = rounds(ROUND_MS, bencher);
  for (let round = 0; round < ROUNDS; round += 1) {
    await eachInRound(all, round, (one) => playRound(one, ms));
  }
  const { updates } = await connector.counted();
  yield info('turns-rounds', `${ROUNDS}x${inMs(ms)}`);
  for (const one of all) yield* tell(one);
  const [own, floors, samples] = all;
  yield exactly('turns-without-card-update', own.took.length - (updates - before), 0);
  yield atLeast('turns-of-floor', medianRatio(own.speeds, floors.speeds), 0.8);
  yield atLeast('turns-of-sample', medianRatio(own.speeds, samples.speeds), 1.3);
}

async function playRound(one: Contender, ms: number): Promise<void> {
  const before = (await one.server.cpuMs()) ?? NaN;
  const { perSecond: speed, took } = await drive(one, one.players, { ms });
  one.cpuMs += ((await one.server.cpuMs()) ?? NaN) - before;
  one.speeds.push(speed);
  one.took.push(...took);
}

function* tell({ name, speeds, took, cpuMs }: Contender): Iterable<Measured> {
  yield info(`turns-${name}`, perSecond(median(speeds)));
  yield info(`turns-${name}-p50`, inMs(percentile(took, 0.5)));
  yield info(`turns-${name}-p99`, inMs(percentile(took, 0.99)));
  // Says more than its speed while the machine does other things besides.
  yield info(`turns-${name}-processor`, `${(cpuMs / took.length).toFixed(2)}ms`);
}
