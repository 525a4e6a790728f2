import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { buildBot } from '../bot/builtBot.js';

const ROOT = join(import.meta.dirname, '..', '..');
const ROOM = 'appPackage';

/** What `npm run package` runs, as the sources are now. */
export async function buildPackager(): Promise<{ directory: string; dispose(): Promise<void> }> {
  const built = await buildBot();
  const names = await readdir(join(ROOT, ROOM), { recursive: true });
  await Promise.all(names.map((name) => build(built.directory, join(ROOM, name))));
  return built;
}

async function build(directory: string, name: string): Promise<void> {
  const target = join(directory, name);
  await mkdir(dirname(target), { recursive: true });
  if (name.endsWith('.json')) await copyFile(join(ROOT, name), target);
  if (!name.endsWith('.ts')) return;
  const { ES2022 } = ts.ScriptTarget;
  const compilerOptions = { target: ES2022, module: ts.ModuleKind.ESNext };
  const source = await readFile(join(ROOT, name), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions });
  await writeFile(target.replace(/ts$/, 'js'), outputText);
}

export interface Run {
  code: number | null;
  says: string;
  complains: string;
}

/** In a folder of its own, with nothing in the environment but this. */
export async function runPackager(
  built: string,
  cwd: string,
  env: Record<string, string>,
): Promise<Run> {
  const child = spawn(process.execPath, [join(built, ROOM, 'package.js')], { cwd, env });
  const run: Run = { code: null, says: '', complains: '' };
  child.stdout.on('data', (bytes: Buffer) => (run.says += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (run.complains += bytes.toString()));
  await once(child, 'close');
  return { ...run, code: child.exitCode };
}
