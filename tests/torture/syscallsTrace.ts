import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

/** One system call of a traced process. */
export interface Call {
  name: string;
  /** Everything between the brackets, as strace shows it. */
  text: string;
  /** Of the file it is about; after a rename the new one. */
  path: string;
  /** Where it begins and ends among all calls of all threads. */
  start: number;
  end: number;
  ok: boolean;
}

const TRACED =
  'write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync,rename,renameat,renameat2';

/** Whether calls can be recorded here; it is a tool of Linux that need not be installed. */
export async function canTrace(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const tried = spawn('strace', ['-qq', '-o', '/dev/null', 'true'], { stdio: 'ignore' });
  return new Promise((resolve) => {
    tried.once('error', () => {
      resolve(false);
    });
    tried.once('close', (code) => {
      resolve(code === 0);
    });
  });
}

/** Before a command: records what it and its threads ask of the kernel, with whole texts. */
export const tracing = (log: string): string[] => [
  // As a grandchild, so that a signal reaches the command.
  ...[
    'strace',
    '-D',
    '-f',
    '-qq',
    '-y',
    '-s',
    '1000000',
    '-e',
    `trace=${TRACED}`,
    '-e',
    'signal=none',
    '-o',
    log,
  ],
];

/** Runs a command until it ends. */
export async function runTraced(log: string, command: string[], cwd: string): Promise<void> {
  const [strace = '', ...options] = tracing(log);
  const child = spawn(strace, [...options, ...command], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the traced process ended with ${code ?? 'a signal'}`);
}

const WHOLE = /^(\d+) +(\w+)\((.*)\) += (-?\d+)/s;
const BEGUN = /^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$/s;
const RESUMED = /^(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)/s;

/** The calls in the order in which they ended. */
export async function readTrace(log: string): Promise<Call[]> {
  const calls: Call[] = [];
  const begun = new Map<string, { text: string; start: number }>();
  for (const [at, line] of (await readFile(log, 'latin1')).split('\n').entries()) {
    const [, thread = '', , first = ''] = BEGUN.exec(line) ?? [];
    if (thread !== '') begun.set(thread, { text: first, start: at });
    const [, id = '', name = '', text = '', result = ''] =
      WHOLE.exec(line) ?? RESUMED.exec(line) ?? [];
    if (id === '') continue;
    const before = RESUMED.test(line) ? begun.get(id) : undefined;
    const whole = (before?.text ?? '') + text;
    const ok = Number(result) >= 0;
    calls.push({
      name,
      text: whole,
      path: pathIn(name, whole),
      start: before?.start ?? at,
      end: at,
      ok,
    });
  }
  return calls;
}

function pathIn(name: string, text: string): string {
  if (!name.startsWith('rename')) return /^\d+<([^>]*)>/.exec(text)?.[1] ?? '';
  return [...text.matchAll(/"([^"]*)"/g)].at(-1)?.[1] ?? '';
}
