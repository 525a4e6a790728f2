import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod/v4';

/** A server on loopback in a process of its own, from this build. */
export interface ServerProcess {
  port: number;
  /** From the moment it was started until it said "ready". */
  startMs: number;
  /** Resident memory in MB; absent on systems without /proc. */
  residentMb(): Promise<number | undefined>;
  /** Milliseconds of processor time so far, its own and the system's for it; absent as above. */
  cpuMs(): Promise<number | undefined>;
  /** As an operator stops it; resolves when it has ended. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** The built module. */
  main: URL;
  environment?: Record<string, string>;
  /** For node itself. */
  flags?: readonly string[];
}

export async function startServer({ main, environment, flags = [] }: ServerOptions) {
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, main.pathname], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await readyPort(child);
  return {
    port,
    startMs: performance.now() - started,
    residentMb: () => residentMb(child),
    cpuMs: () => cpuMs(child),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  } satisfies ServerProcess;
}

/** What a server of the bench prints once it listens, as the bot does. */
export function sayReady(port: number): void {
  console.log(JSON.stringify({ msg: 'ready', port }));
}

const readyLine = z.object({ msg: z.literal('ready'), port: z.number() });

async function readyPort({ stdout }: ChildProcess): Promise<number> {
  if (!stdout) throw new Error('no standard output');
  for await (const line of createInterface({ input: stdout })) {
    const ready = readyLine.safeParse(JSON.parse(line));
    if (!ready.success) continue;
    stdout.resume();
    return ready.data.port;
  }
  throw new Error('ended before it was ready');
}

/** Linux counts in hundredths of a second; the name of the program, in brackets, may hold spaces. */
const MS_PER_TICK = 10;

async function cpuMs({ pid }: ChildProcess): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid ?? 0}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return Number.isNaN(user + system) ? undefined : (user + system) * MS_PER_TICK;
}

async function residentMb({ pid }: ChildProcess): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
