import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { z } from 'zod/v4';
import { copyBinaries } from './binaries.js';

export interface ServerOptions {
  /** Whether it survives a crash of the machine; tests of something else are twice as fast without. */
  isDurable?: boolean;
  /** As in `postgresql.conf`. */
  settings?: Record<string, string>;
}

/** A real PostgreSQL on loopback, with nothing in it, that is gone afterwards. */
export class PostgresServer {
  #child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly native: string,
    private readonly account: Account,
    private readonly port: number,
    private readonly password: string,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(options: ServerOptions = {}): Promise<PostgresServer> {
    const folder = await mkdtemp(join(tmpdir(), 'nnz-postgres-'));
    const account = await accountFor(process.getuid?.());
    const native = await copyBinaries(folder);
    const password = randomBytes(16).toString('hex');
    const settings = {
      ...{ listen_addresses: '127.0.0.1', unix_socket_directories: '' },
      ...(options.isDurable === true ? {} : { fsync: 'off', synchronous_commit: 'off' }),
      ...options.settings,
    };
    const server = new PostgresServer(
      folder,
      native,
      account,
      await freePort(),
      password,
      settings,
    );
    await server.#initialise();
    await server.run();
    return server;
  }

  /** With every right; of the database that is always there. */
  get url(): string {
    return `postgres://postgres:${this.password}@127.0.0.1:${this.port}/postgres`;
  }

  /** Of the process that starts all its others. */
  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error('PostgreSQL is not running');
    return this.#child.pid;
  }

  /** Starts it, or starts it again. */
  async run(): Promise<void> {
    const settings = Object.entries(this.settings).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const args = ['-D', this.#data, '-p', String(this.port), ...settings];
    const child = spawn(this.#program('postgres'), args, {
      ...this.account,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    await untilReady(child);
  }

  /** A folder of the account it runs as, that goes with it. */
  async makeFolder(name: string): Promise<string> {
    const path = join(this.folder, name);
    await mkdir(path, { mode: 0o700 });
    const { uid, gid } = this.account;
    if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
    return path;
  }

  /** As when the machine fails. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    // Fast: whoever is connected is cut off.
    await this.#end('SIGINT');
    await rm(this.folder, { recursive: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
  }

  get #data(): string {
    return join(this.folder, 'data');
  }

  #program(name: string): string {
    return join(this.native, 'bin', name);
  }

  async #initialise(): Promise<void> {
    const passwordFile = join(this.folder, 'password');
    await writeFile(passwordFile, this.password, { mode: 0o600 });
    await mkdir(this.#data);
    const { uid, gid } = this.account;
    if (uid !== undefined && gid !== undefined) {
      for (const path of [this.folder, passwordFile, this.#data]) await chown(path, uid, gid);
    }
    await promisify(execFile)(
      this.#program('initdb'),
      [
        ...['-D', this.#data, '-U', 'postgres', `--pwfile=${passwordFile}`],
        ...['-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--no-sync'],
      ],
      this.account,
    );
  }
}

interface Account {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: an account then that may do nothing else. */
async function accountFor(own: number | undefined): Promise<Account> {
  if (own !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((which) => promisify(execFile)('id', [which, name]));
    const found = await Promise.all(ids).catch(() => undefined);
    const [uid, gid] = z.array(z.coerce.number()).parse(found?.map(({ stdout }) => stdout) ?? []);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no account “postgres” or “nobody”',
  );
}

async function untilReady(child: ChildProcess): Promise<void> {
  if (!child.stderr) throw new Error('no standard error');
  const said: string[] = [];
  const lines = createInterface({ input: child.stderr });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
    child.on('error', reject);
    child.on('close', () => {
      reject(new Error(`PostgreSQL ended before it was ready:\n${said.slice(-20).join('\n')}`));
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  server.close();
  await once(server, 'close');
  return port;
}
