import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
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
import { createInterface } from 'node:readline';
import ts from 'typescript';
import { z } from 'zod/v4';
import { TENANT } from '../builders.js';
import type { SentActivity } from './activities.js';
import type { FakeTeams } from './fakeTeams.js';
import type { Venue } from './personInTeams.js';

const ROOT = join(import.meta.dirname, '..', '..');
export const ROOMS = ['bot', 'cards', 'dialogs', 'data'];

/**
 * The bot as it is now, for a plain node; the build may be older than the source, unless it is what
 * is running.
 */
export async function buildBot(
  rooms = ROOMS,
): Promise<{ directory: string; dispose(): Promise<void> }> {
  if (import.meta.filename.endsWith('.js')) {
    return { directory: ROOT, dispose: () => Promise.resolve() };
  }
  const directory = await mkdtemp(join(tmpdir(), 'nnz-built-'));
  await symlink(join(ROOT, 'node_modules'), join(directory, 'node_modules'), 'junction');
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  for (const room of rooms) {
    const names = await readdir(join(ROOT, room), { recursive: true });
    await Promise.all(names.map((name) => build(directory, join(room, name))));
  }
  return { directory, dispose: () => rm(directory, { recursive: true }) };
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

const readyLine = z.object({ msg: z.literal('ready'), port: z.number() });

/** `node dist/bot/main.js` in a process of its own. */
export class BuiltBot implements Venue {
  readonly logged: string[] = [];
  complaint = '';
  port = 0;
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  readonly #ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;

  constructor(
    directory: string,
    environment: Record<string, string>,
    readonly teams: FakeTeams,
    /** What watches the process, a command and its options. */
    under: readonly string[] = [],
  ) {
    const [command, ...args] = [...under, process.execPath, join(directory, 'bot', 'main.js')];
    this.#child = spawn(command, args, {
      cwd: directory,
      env: {
        ...{ PATH: process.env.PATH, PORT: '0', ALLOW_ANONYMOUS: 'true' },
        ...{ MICROSOFT_APP_TENANT_ID: TENANT, ...environment },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stderr?.on('data', (bytes: Buffer) => (this.complaint += bytes.toString()));
    this.#ended = once(this.#child, 'close').then(() => ({
      code: this.#child.exitCode,
      signal: this.#child.signalCode,
    }));
    this.#ready = this.#untilReady();
    this.#ready.catch(() => undefined);
  }

  ready(): Promise<void> {
    return this.#ready;
  }

  ended() {
    return this.#ended;
  }

  kill(signal: NodeJS.Signals) {
    this.#child.kill(signal);
    return this.#ended;
  }

  async get(path: string): Promise<string> {
    const answer = await fetch(`http://127.0.0.1:${this.port}${path}`);
    return `${answer.status} ${await answer.text()}`;
  }

  post(body: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  }

  async send(activity: SentActivity): Promise<{ status: number; body: string }> {
    const { serviceUrl } = this.teams;
    const answer = await this.post(JSON.stringify({ ...activity, serviceUrl }));
    return { status: answer.status, body: await answer.text() };
  }

  async #untilReady(): Promise<void> {
    if (!this.#child.stdout) throw new Error('no output');
    const lines = createInterface({ input: this.#child.stdout });
    await new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => {
        this.logged.push(line);
        const ready = readyLine.safeParse(JSON.parse(line));
        if (!ready.success) return;
        this.port = ready.data.port;
        resolve();
      });
      lines.on('close', () => {
        reject(new Error(`ended before it was ready: ${this.complaint}`));
      });
    });
  }
}
