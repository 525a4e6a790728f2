import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { builtDirectory } from '../built.js';

export interface Run {
  code: number | null;
  says: string;
  complains: string;
}

/** What `npm run package` runs, in a folder of its own, with nothing in the environment but this. */
export async function runPackager(cwd: string, env: Record<string, string>): Promise<Run> {
  const child = spawn(process.execPath, [join(builtDirectory(), 'appPackage', 'package.js')], {
    cwd,
    env,
  });
  const run: Run = { code: null, says: '', complains: '' };
  child.stdout.on('data', (bytes: Buffer) => (run.says += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (run.complains += bytes.toString()));
  await once(child, 'close');
  return { ...run, code: child.exitCode };
}
