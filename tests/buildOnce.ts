import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { BUILT, ROOT } from './built.js';

/** What runs in a process of its own. */
const ROOMS = ['bot', 'cards', 'dialogs', 'data', 'appPackage', 'tests/torture'];

/** Once per run: types are left to `tsc`, which a test that is repeated need not wait for. */
export default async function buildOnce(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'nnz-built-'));
  await symlink(join(ROOT, 'node_modules'), join(directory, 'node_modules'), 'junction');
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  for (const room of ROOMS) {
    const names = await readdir(join(ROOT, room), { recursive: true });
    await Promise.all(names.map((name) => build(directory, join(room, name))));
  }
  process.env[BUILT] = directory;
  return () => rm(directory, { recursive: true });
}

async function build(directory: string, name: string): Promise<void> {
  const target = join(directory, name);
  if (name.endsWith('.json')) {
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(ROOT, name), target);
  } else if (name.endsWith('.ts')) {
    await mkdir(dirname(target), { recursive: true });
    const source = await readFile(join(ROOT, name), 'utf8');
    await writeFile(target.replace(/ts$/, 'js'), transpiled(source));
  }
}

function transpiled(source: string): string {
  const { ES2022 } = ts.ScriptTarget;
  const compilerOptions = { target: ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
