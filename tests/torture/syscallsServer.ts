import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { typedInChat } from '../bot/activities.js';
import { BuiltBot } from '../bot/builtBot.js';
import { FakeTeams } from '../bot/fakeTeams.js';
import { PersonInTeams } from '../bot/personInTeams.js';
import { TENANT } from '../builders.js';
import { info, none, type Measured } from '../measured.js';
import { RECORDING } from './recordings.js';
import { Traced } from './syscallsOrder.js';
import { readTrace, tracing, type Call } from './syscallsTrace.js';
import { rounds, type Extent } from '../parts.js';

const PEOPLE = 20;

/** The whole server, one turn after another: what a turn stored is durable before its answer. */
export async function* traceServer(folder: string, extent: Extent): AsyncIterable<Measured> {
  const log = join(folder, 'server.trace');
  const teams = await new FakeTeams().listen();
  try {
    const environment = { DATA_DIR: join(folder, 'data') };
    const bot = new BuiltBot(environment, teams, tracing(log));
    await bot.ready();
    for (let n = 0; n < rounds(PEOPLE, extent); n += 1) await recordTalk(bot);
    await bot.kill('SIGTERM');
  } finally {
    await teams.close();
  }
  yield* measured(new Traced(await readTrace(log)));
}

async function recordTalk(bot: BuiltBot): Promise<void> {
  const who = { tenantId: TENANT, aadObjectId: randomUUID(), name: 'Noor de Jong' };
  const person = new PersonInTeams(bot, who);
  await bot.send(typedInChat(who, 'vastleggen'));
  for (const click of RECORDING) await person.click(person.newest(), click);
}

function* measured(traced: Traced): Iterable<Measured> {
  const answers = traced.calls.filter(({ text }) => text.includes('"HTTP/1.1 200 OK'));
  const stored = answers.map((answer, n) => ({
    answer,
    writes: between(traced, answers[n - 1], answer),
  }));
  const early = stored.filter(
    ({ answer, writes }) => !writes.every((write) => traced.isDurableBefore(write, answer)),
  );
  yield info('syscalls-turns-of-the-server', String(answers.length));
  yield none(
    'syscalls-turns-that-stored-nothing',
    stored.filter(({ writes }) => writes.length === 0).length,
  );
  yield none('syscalls-turns-answered-before-fsync', early.length);
}

/** The writes to the journal since the answer before. */
function between(traced: Traced, before: Call | undefined, answer: Call): Call[] {
  const from = before?.end ?? 0;
  return traced.journalWrites().filter(({ start }) => start > from && start < answer.start);
}
