import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/**
 * The room `data` as it is now, for a plain node; the build may be older than the source, unless it
 * is what is running.
 */
export async function compileData(): Promise<{ directory: string; dispose(): Promise<void> }> {
  if (import.meta.filename.endsWith('.js')) {
    return { directory: ROOT, dispose: () => Promise.resolve() };
  }
  const directory = await mkdtemp(join(tmpdir(), 'nnz-compiled-'));
  await symlink(join(ROOT, 'node_modules'), join(directory, 'node_modules'), 'junction');
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  const names = await readdir(join(ROOT, 'data'), { recursive: true });
  for (const name of names.filter((one) => one.endsWith('.ts'))) {
    const source = await readFile(join(ROOT, 'data', name), 'utf8');
    const target = join(directory, 'data', name.replace(/ts$/, 'js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, transpiled(source));
  }
  return { directory, dispose: () => rm(directory, { recursive: true }) };
}

function transpiled(source: string): string {
  const { ES2022 } = ts.ScriptTarget;
  const compilerOptions = { target: ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}

export interface Child {
  process: ChildProcess;
  /** The lines it prints, one after another. */
  lines: AsyncIterator<string, unknown>;
  /** Resolves when it has ended, with what it complained. */
  ended: Promise<string>;
}

/** Runs a module in a process of its own; `argument` is its `process.argv[1]`. */
export function runChild(directory: string, module: string, argument: string): Child {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', module, '--', argument], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const ended = once(child, 'close').then(() => complaint);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { process: child, lines, ended };
}
