import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { openPostgresRepository } from '../../data/postgres/openPostgres.js';
import { HOLLANDS_MIDDEN } from '../builders.js';
import { atMost, info, none, type Measured } from '../measured.js';
import { rounds } from '../parts.js';
import type { PostgresDatabase } from '../postgres/database.js';
import { PostgresServer } from '../postgres/server.js';
import type { Bench, Bencher } from './bencher.js';
import { startBot } from './botProcess.js';
import { databaseWith } from './databases.js';
import { weeksAgo } from './figures.js';
import { drive, type Place, type Player } from './load.js';
import { inMs, median, medianRatio, perSecond } from './numbers.js';
import { checklistPlayers, echoPlayers, TO_FIRST_SCREEN } from './players.js';
import { rehearse } from './rehearsal.js';
import { startServer, type ServerProcess } from './serverProcess.js';
import { eachInRound } from './side.js';

const ROUNDS = 15;
const ROUND_MS = 1_500;
const WARM_UP = 4;
const SIZES = [10_000, 1_000_000];
/** Cases of which three in ten have to be shown. */
const TO_SHOW = 3_000;
const MANY_TIMES = 40;

const DRAIN = new URL('./drainProcess.js', import.meta.url);
const FLOOR = new URL('./floorProcess.js', import.meta.url);

/** Several instances on one PostgreSQL: what they take, what figures take, how fast cards get out. */
export const instances: Bench = {
  name: 'instances',
  async *run(bencher: Bencher): AsyncIterable<Measured> {
    const server = await PostgresServer.start({
      isDurable: true,
      settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
    });
    try {
      yield* takeTurns(bencher, server);
      yield* askFigures(bencher, server);
      yield* drain(bencher, server, 1);
      yield* drain(bencher, server, 2);
    } finally {
      await server.stop();
    }
  },
};

const fillingOf = ({ seed, connector: { serviceUrl } }: Bencher, cases: number) => ({
  ...{ cases, seed, serviceUrl },
});

interface Contender extends Place {
  name: string;
  players: readonly Player[];
  speeds: number[];
}

async function* takeTurns(bencher: Bencher, server: PostgresServer): AsyncIterable<Measured> {
  const alone = await databaseWith(server, fillingOf(bencher, 0));
  const shared = await databaseWith(server, fillingOf(bencher, 0));
  const on = (database: PostgresDatabase) =>
    startBot({ ...bencher, databaseUrl: database.connectionString });
  const servers = [
    await on(alone),
    await on(shared),
    await on(shared),
    await startServer({ main: FLOOR }),
  ] as const;
  try {
    yield* compare(bencher, servers);
  } finally {
    await Promise.all(servers.map((one) => one.stop()));
    await alone.close();
    await shared.close();
  }
}

async function* compare(
  bencher: Bencher,
  [one, first, second, floor]: readonly [
    ServerProcess,
    ServerProcess,
    ServerProcess,
    ServerProcess,
  ],
): AsyncIterable<Measured> {
  const { serviceUrl } = bencher.connector;
  const contender = (name: string, ports: readonly number[], players: readonly Player[]) => {
    const own: Omit<Contender, 'port'> = { name, players, serviceUrl, speeds: [] };
    return Object.assign(spread(ports), own);
  };
  const ofOne = await rehearse({ port: one.port, serviceUrl });
  const ofTwo = await rehearse({ port: first.port, serviceUrl });
  const all: Contender[] = [
    contender('one', [one.port], checklistPlayers(ofOne)),
    contender('two', [first.port, second.port], checklistPlayers(ofTwo)),
    contender('floor', [floor.port], echoPlayers()),
  ];
  for (const each of all) await drive(each, each.players, { turnsEach: TO_FIRST_SCREEN + WARM_UP });
  const ms = rounds(ROUND_MS, bencher);
  for (let round = 0; round < ROUNDS; round += 1) {
    await eachInRound(all, round, async (each) => {
      each.speeds.push((await drive(each, each.players, { ms })).perSecond);
    });
  }
  for (const { name, speeds } of all) yield info(`instances-${name}`, perSecond(median(speeds)));
  const [alone = [], two = [], floors = []] = all.map(({ speeds }) => speeds);
  yield info('instances-two-of-one', medianRatio(two, alone).toFixed(2));
  yield info('instances-one-of-floor', medianRatio(alone, floors).toFixed(2));
  yield info('instances-two-of-floor', medianRatio(two, floors).toFixed(2));
}

/** Each request to the next of these ports. */
function spread(ports: readonly number[]): { readonly port: number } {
  let next = 0;
  return {
    get port() {
      next += 1;
      return ports[next % ports.length] ?? 0;
    },
  };
}

async function* askFigures(bencher: Bencher, server: PostgresServer): AsyncIterable<Measured> {
  const period = { kind: 'week', week: weeksAgo(3) } as const;
  const region = HOLLANDS_MIDDEN.id;
  const took: number[][] = [];
  for (const size of SIZES.map((cases) => rounds(cases, bencher))) {
    const began = performance.now();
    const database = await databaseWith(server, fillingOf(bencher, size));
    yield info(`instances-filled-with-${size}`, inMs(performance.now() - began));
    yield info(`instances-size-with-${size}`, await sizeOf(database));
    const repository = await openPostgresRepository({
      connectionString: database.connectionString,
    });
    const own: number[] = [];
    for (let n = -5; n < MANY_TIMES; n += 1) {
      const started = performance.now();
      const counts = await repository.counts(region, [period]);
      if (counts.sum('talks', period) === 0) throw new Error('no figures');
      if (n >= 0) own.push(performance.now() - started);
    }
    took.push(own);
    yield info(`instances-figures-at-${size}`, inMs(median(own)));
    for (const line of await planOf(database, period.week)) yield info('instances-plan', line);
    await repository.close();
    await database.close();
  }
  const [small = [], large = []] = took;
  yield atMost('instances-figures-week', median(large) / median(small), 3);
}

async function sizeOf({ owner }: PostgresDatabase): Promise<string> {
  const { rows } = await sql<{ bytes: string }>`
    select pg_database_size(current_database()) as bytes`.execute(owner);
  return `${(Number(rows[0]?.bytes) / 1024 / 1024).toFixed(0)}MB`;
}

/** How the server finds the numbers of a week; without spaces, as the lines of a bench are. */
async function planOf({ owner }: PostgresDatabase, week: string): Promise<string[]> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain (analyze, buffers, costs off)
    select "row", node, sum(n) as n from tallies
    where region = ${HOLLANDS_MIDDEN.id} and node in (${week})
    group by "row", node`.execute(owner);
  return rows.map((row) => row['QUERY PLAN'].trim().replaceAll(' ', '_'));
}

/** How fast what is behind gets out when Teams takes it at any speed. */
async function* drain(
  bencher: Bencher,
  server: PostgresServer,
  many: number,
): AsyncIterable<Measured> {
  const filling = { ...fillingOf(bencher, rounds(TO_SHOW, bencher)), isBehind: true };
  const database = await databaseWith(server, filling);
  const left = async () => {
    const rows = await database.owner.selectFrom('behind').select('key').execute();
    return rows.length;
  };
  const toShow = await left();
  const before = await bencher.connector.counted();
  const started = performance.now();
  const bots = await Promise.all(
    Array.from({ length: many }, () =>
      startBot({ ...bencher, main: DRAIN, databaseUrl: database.connectionString }),
    ),
  );
  const ready = performance.now() - started;
  const already = toShow - (await left());
  while ((await left()) > 0) await delay(50);
  const seconds = (performance.now() - started - ready) / 1000;
  const processors = await Promise.all(bots.map((bot) => bot.cpuMs()));
  const after = await bencher.connector.counted();
  await Promise.all(bots.map((bot) => bot.stop()));
  await database.close();
  yield info(`instances-drain-by-${many}`, perSecond((toShow - already) / seconds));
  const busiest = Math.max(...processors.map((ms) => ms ?? 0));
  const all = processors.reduce<number>((sum, ms) => sum + (ms ?? 0), 0);
  yield info(`instances-drain-by-${many}-busiest-of-all`, (busiest / all).toFixed(2));
  const notPosted = Math.max(0, toShow - (after.posts - before.posts));
  yield none(`instances-drain-by-${many}-not-posted`, notPosted);
}
