import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { FakeTeams } from '../bot/fakeTeams.js';
import { linkChannel } from '../bot/mainSteps.js';
import { SeveralBots } from '../bot/severalBots.js';
import { JOOST, MERYEM } from '../builders.js';
import { info, none, type Measured } from '../measured.js';
import { rounds, type Extent, type Part } from '../parts.js';
import { PostgresDatabase } from '../postgres/database.js';
import { PostgresServer } from '../postgres/server.js';
import { Crowd, LONGEST_MS, untilAllWork } from './crowd.js';
import { unharmed } from './killStore.js';
import { compareAll } from './recordings.js';
import { onSmallDisk, type SmallDisk } from './smallDisk.js';

const ROUNDS = 10;
const INSTANCES = 2;
/** More than there are connections. */
const AT_ONCE = 24;
/** Shorter, and longer, than the time after which another instance may take over the duty. */
const HANGS_MS = [20_000, 40_000];

/** What a database does to those who use it: each fault under load, from its begin to its end. */
export const database: Part = { name: 'database', run };

interface Fault {
  name: string;
  /** Resolves when it is over. */
  happen(round: number): Promise<void>;
  /** Whether instances have to say that they cannot take turns. */
  isToBeSeen: boolean;
}

async function* run(extent: Extent): AsyncIterable<Measured> {
  const server = await PostgresServer.start({ isDurable: true });
  const store = await PostgresDatabase.open(server);
  const disk = await onSmallDisk(server, store);
  const teams = await new FakeTeams().listen();
  teams.roster = [MERYEM, JOOST];
  const environment = { DATABASE_URL: store.connectionString };
  const several = await SeveralBots.start(teams, environment, INSTANCES);
  try {
    await linkChannel(several);
    yield info('database-disk-full-is', disk.isReal ? 'real' : 'simulated');
    for (const fault of faultsOf(server, store, disk)) yield* suffer(several, fault, extent);
  } finally {
    await disk.free();
    await several.close();
    await teams.close();
    await store.close();
    await disk.remove();
    await server.stop();
  }
}

function faultsOf(server: PostgresServer, { owner }: PostgresDatabase, disk: SmallDisk): Fault[] {
  const setReadOnly = async (value: 'on' | 'off') => {
    await sql`alter system set default_transaction_read_only = ${sql.raw(value)}`.execute(owner);
    await sql`select pg_reload_conf()`.execute(owner);
  };
  return [
    {
      name: 'connections-cut',
      isToBeSeen: false,
      happen: async () => {
        for (let n = 0; n < 20; n += 1) {
          await sql`
            select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'nnz-bot' and usename <> current_user`.execute(owner);
          await delay(100);
        }
      },
    },
    {
      name: 'pool-exhausted',
      isToBeSeen: false,
      happen: () =>
        owner.transaction().execute(async (trx) => {
          await sql`lock table personal_records in access exclusive mode`.execute(trx);
          await delay(6_000);
        }),
    },
    {
      name: 'read-only',
      isToBeSeen: true,
      happen: async () => {
        await setReadOnly('on');
        await delay(3_000);
        // Whoever asks for it may write all the same.
        await owner.transaction().execute(async (trx) => {
          await sql`set transaction read write`.execute(trx);
        });
        await setReadOnly('off');
      },
    },
    {
      name: 'disk-full',
      isToBeSeen: true,
      happen: async () => {
        await disk.fill();
        await delay(3_000);
        await disk.free();
      },
    },
    {
      name: 'hanging',
      isToBeSeen: true,
      happen: (round) => hang(server, owner, HANGS_MS[round % 2]),
    },
  ];
}

/** The server takes what is sent to it and answers nothing, as on a machine or a disk that hangs. */
async function hang(
  server: PostgresServer,
  owner: PostgresDatabase['owner'],
  ms = 0,
): Promise<void> {
  await owner.connection().execute(async (connection) => {
    // First the one that would start others.
    process.kill(server.pid, 'SIGSTOP');
    const asked = sql<{ pid: number }>`select pid from pg_stat_activity`;
    const { rows } = await asked.execute(connection);
    const all = [...rows.map(({ pid }) => pid), server.pid];
    try {
      for (const pid of all) signalIfThere(pid, 'SIGSTOP');
      await delay(ms);
    } finally {
      for (const pid of all) signalIfThere(pid, 'SIGCONT');
    }
  });
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // A connection that has ended meanwhile.
  }
}

async function* suffer(
  several: SeveralBots,
  fault: Fault,
  extent: Extent,
): AsyncIterable<Measured> {
  const crowd = new Crowd(several);
  const count = { notSeen: 0, notRecovered: 0, notAnswered: 0 };
  let longest = 0;
  for (let round = 0; round < rounds(ROUNDS, extent); round += 1) {
    crowd.begin(AT_ONCE);
    await delay(1_000);
    const seen = watch(several);
    await fault.happen(round);
    if (!(await seen()) && fault.isToBeSeen) count.notSeen += 1;
    const recovery = await untilAllWork(several);
    longest = Math.max(longest, recovery);
    if (recovery >= LONGEST_MS) count.notRecovered += 1;
    await delay(500);
    count.notAnswered += await crowd.end();
  }
  const harm = unharmed();
  await compareAll(several.repository, crowd.recordings, harm);
  const { name } = fault;
  const answered = crowd.recordings.reduce((sum, one) => sum + one.answered, 0);
  yield info(`${name}-acknowledged`, String(answered));
  yield info(`${name}-refused`, String(crowd.refused));
  yield info(`${name}-screens-of-before`, String(crowd.behind));
  yield none(`${name}-unclear-answers`, crowd.unclear.length);
  for (const said of new Set(crowd.unclear)) yield info(`${name}-unclear`, JSON.stringify(said));
  yield none(`${name}-lost-changes`, harm.lost);
  yield none(`${name}-double-effects`, harm.doubled + harm.gaps);
  yield none(`${name}-not-answered-in-the-end`, count.notAnswered);
  yield none(`${name}-not-recovered`, count.notRecovered);
  yield none(`${name}-instances-fallen`, several.bots.filter(({ hasEnded }) => hasEnded).length);
  if (fault.isToBeSeen) yield none(`${name}-not-seen-in-readyz`, count.notSeen);
  yield info(`${name}-clicks-answered-after-5s`, String(crowd.late));
  yield info(`${name}-longest-recovery`, `${longest.toFixed(0)}ms`);
}

/** Looks at /readyz until it is asked whether one of the instances said that it takes no turns. */
function watch({ bots }: SeveralBots): () => Promise<boolean> {
  const look = { isSeen: false, isOver: false };
  const looking = (async () => {
    while (!look.isOver) {
      const all = await Promise.all(bots.map((bot) => bot.get('/readyz').catch(() => 'gone')));
      if (all.includes('503 read-only')) look.isSeen = true;
      await delay(50);
    }
  })();
  return async () => {
    look.isOver = true;
    await looking;
    return look.isSeen;
  };
}
