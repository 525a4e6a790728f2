import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorld, configFile, type World, type WorldOptions } from './playgroundWorld.js';
import { startWireTap, type WireTap } from './wireTap.js';

export interface PlaygroundOptions extends WorldOptions {
  /** The bot's messaging endpoint, such as `http://127.0.0.1:3978/api/messages`. */
  readonly botUrl: string;
  /** Port of the page and the API; 0 or absent is any free one, a busy one becomes another. */
  readonly port?: number;
  /**
   * Port in the `serviceUrl` the bot gets, chosen as `port` is. A bot that keeps its data from one
   * start to the next wants it to stay the same.
   */
  readonly connectorPort?: number;
}

export interface PlaygroundServer {
  /** The page for a person, and the API. */
  readonly url: string;
  readonly pid: number;
  readonly world: World;
  /** What the Playground sends to the bot. */
  readonly toBot: WireTap;
  /** What the bot sends to the Playground's connector. */
  readonly toConnector: WireTap;
  /** Ends the Playground and removes its folder; may be called twice. */
  stop: () => Promise<void>;
}

const require = createRequire(import.meta.url);

/** Starts the real Agents Playground without a browser. Rejects with its output when it dies. */
export async function startPlayground(options: PlaygroundOptions): Promise<PlaygroundServer> {
  const world = buildWorld(options);
  const folder = await mkdtemp(join(tmpdir(), 'agentsplayground-'));
  await writeFile(join(folder, '.m365agentsplayground.yml'), configFile(world));
  const bot = new URL(options.botUrl);
  const toBot = await startWireTap({ target: bot.origin });
  const toConnector = await startWireTap({ port: options.connectorPort ?? 0 });
  const child = spawnPlayground(folder, [
    ...['--app-endpoint', toBot.url + bot.pathname, '--service-url', toConnector.url],
    ...['--port', String(options.port ?? 0)],
  ]);
  const stop = async (): Promise<void> => {
    await endProcess(child);
    await Promise.all([toBot.close(), toConnector.close()]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = `http://127.0.0.1:${await untilReady(child, folder)}`;
    toConnector.aim(`${url}/_connector`);
    return { url, pid: child.pid ?? 0, world, toBot, toConnector, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function spawnPlayground(folder: string, options: readonly string[]): ChildProcess {
  const cli = require.resolve('@microsoft/m365agentsplayground/cli.js');
  const fixed = ['--channel-id', 'msteams', '--disable-telemetry'];
  return spawn(
    process.execPath,
    ['--import', leaveWithParent(folder), cli, 'start', ...fixed, ...options],
    { cwd: folder, env: environment(folder), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
}

/** The IPC channel closes however the parent ends, `kill -9` included. */
function leaveWithParent(folder: string): string {
  return `data:text/javascript,${encodeURIComponent(`
    import { rmSync } from 'node:fs';
    process.once('disconnect', () => {
      rmSync(${JSON.stringify(folder)}, { recursive: true, force: true });
      process.exit();
    });
    process.channel?.unref();
  `)}`;
}

function environment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_OPTIONS: undefined,
    TEAMSAPPTESTER_BROWSER: 'none',
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(folder, '.m365agentsplayground.yml'),
    M365_AGENTS_PLAYGROUND_LOGFILE: logFile(folder),
    M365_AGENTS_PLAYGROUND_CONVERSATION_ID: undefined,
    M365_AGENTS_PLAYGROUND_DELIVERY_MODE: undefined,
    // The Playground would send its requests to the bot through a proxy, loopback included.
    NO_PROXY: '127.0.0.1,localhost',
    no_proxy: '127.0.0.1,localhost',
  };
}

/** Without a terminal the Playground writes its errors to this file, not to stderr. */
function logFile(folder: string): string {
  return join(folder, 'playground.log');
}

async function untilReady(child: ChildProcess, folder: string): Promise<number> {
  const output: string[] = [];
  const died = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('close', (code) => void reportDeath(code, output, folder).catch(reject));
  });
  const port = await Promise.race([listeningPort(child, output), died]);
  // It says "Listening" before it has read its config file, and leaves when that is wrong.
  const answer = await fetch(`http://127.0.0.1:${port}/_debug/ping`).catch(() => died);
  return answer.ok ? port : died;
}

function listeningPort(child: ChildProcess, output: string[]): Promise<number> {
  return new Promise((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => {
      output.push(chunk.toString());
      const port = /Listening on (\d+)\n/.exec(output.join(''))?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

async function reportDeath(code: number | null, output: string[], folder: string): Promise<never> {
  const log = await readFile(logFile(folder), 'utf8').catch(() => '');
  throw new Error(
    `The Agents Playground ended with code ${String(code)}:\n${output.join('')}${log}`,
  );
}

function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill();
  });
}
