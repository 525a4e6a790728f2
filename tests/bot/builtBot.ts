import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod/v4';
import { TENANT } from '../builders.js';
import { builtDirectory } from '../built.js';
import type { SentActivity } from './activities.js';
import type { FakeTeams } from './fakeTeams.js';
import type { Venue } from './personInTeams.js';

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
    environment: Record<string, string>,
    readonly teams: FakeTeams,
    /** What watches the process, a command and its options. */
    under: readonly string[] = [],
  ) {
    const directory = builtDirectory();
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

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  kill(signal: NodeJS.Signals) {
    this.#child.kill(signal);
    return this.#ended;
  }

  stopForAWhile(): void {
    this.#child.kill('SIGSTOP');
  }

  goOn(): void {
    this.#child.kill('SIGCONT');
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
