import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtDirectory } from '../built.js';
import { info, none, type Measured } from '../measured.js';
import { clicking, CLICKING } from './killClicks.js';
import { traceServer } from './syscallsServer.js';
import { Traced } from './syscallsOrder.js';
import { canTrace, readTrace, runTraced, type Call } from './syscallsTrace.js';
import { rounds, type Extent, type Part } from '../parts.js';

const GROUPS = 300;

/** What the process asks of the kernel, and in which order, for every write it acknowledged. */
export const syscalls: Part = { name: 'syscalls', run };

async function* run(extent: Extent): AsyncIterable<Measured> {
  if (!(await canTrace())) {
    yield info('syscalls-skipped', 'strace-is-not-installed');
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'nnz-trace-'));
  try {
    yield* inStore(await traceStore(folder, rounds(GROUPS, extent)));
    yield* traceServer(folder, extent);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function traceStore(folder: string, groups: number): Promise<Traced> {
  const log = join(folder, 'store.trace');
  const argument = clicking(join(folder, 'store'), 0, groups);
  const node = [process.execPath, '--input-type=module', '--eval', CLICKING, '--', argument];
  await runTraced(log, node, builtDirectory());
  return new Traced(await readTrace(log));
}

function* inStore(traced: Traced): Iterable<Measured> {
  const answers = traced.calls.filter(isAnswer);
  const writes = traced.journalWrites();
  const early = answers.filter((answer) => {
    const click = `\\"key\\":\\"click ${numberIn(answer)}\\"`;
    const write = writes.find(({ text }) => text.includes(click));
    return !write || !traced.isInNamedJournal(write) || !traced.isDurableBefore(write, answer);
  });
  const files = traced.renames.filter(({ path }) => path.endsWith('.json'));
  const cuts = traced.renames.filter(({ path }) => path.endsWith('/journal.jsonl'));
  const bad = traced.renames.filter((rename) => !traced.isPutInPlace(rename));
  yield info('syscalls-acknowledged-writes', String(answers.length));
  yield none('syscalls-answered-before-fsync', early.length);
  yield info('syscalls-files-put-in-place', String(files.length));
  yield info('syscalls-journal-cuts', String(cuts.length));
  yield none('syscalls-files-out-of-order', bad.length);
}

/** The process says the number of a click on its standard output. */
const ANSWER = /^1<[^>]*>, "(\d+)\\n"/;
const isAnswer = ({ name, text }: Call) => name === 'write' && ANSWER.test(text);
const numberIn = ({ text }: Call) => ANSWER.exec(text)?.[1] ?? '';
