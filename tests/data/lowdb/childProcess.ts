import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { builtDirectory } from '../../built.js';

export interface Child {
  process: ChildProcess;
  /** The lines it prints, one after another. */
  lines: AsyncIterator<string, unknown>;
  /** Resolves when it has ended, with what it complained. */
  ended: Promise<string>;
}

/** Runs a module in a process of its own; `argument` is its `process.argv[1]`. */
export function runChild(module: string, argument: string): Child {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', module, '--', argument], {
    cwd: builtDirectory(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const ended = once(child, 'close').then(() => complaint);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { process: child, lines, ended };
}
