import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod/v4';

const MAIN = fileURLToPath(new URL('../../bot/main.js', import.meta.url));

/** The built server as `npm start` runs it, anonymous and on a free port of loopback. */
export interface BotProcess {
  url: string;
  /** From the moment it was started until it said "ready". */
  startMs: number;
  /** Resident memory in MB; absent on systems without /proc. */
  residentMb(): Promise<number | undefined>;
  stop(): Promise<void>;
}

export async function startBotProcess(dataDir: string): Promise<BotProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, ALLOW_ANONYMOUS: 'true', PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await readyPort(child);
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    startMs: performance.now() - started,
    residentMb: () => residentMb(child),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

const readyLine = z.object({ msg: z.literal('ready'), port: z.number() });

async function readyPort({ stdout }: ChildProcess): Promise<number> {
  if (!stdout) throw new Error('the bot has no standard output');
  for await (const line of createInterface({ input: stdout })) {
    const ready = readyLine.safeParse(JSON.parse(line));
    if (!ready.success) continue;
    stdout.resume();
    return ready.data.port;
  }
  throw new Error('the bot ended before it was ready');
}

async function residentMb({ pid }: ChildProcess): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
