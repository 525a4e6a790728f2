import { setTimeout as delay } from 'node:timers/promises';
import type { Activity, TurnContext } from 'botbuilder';
import restify, { type Request, type Response } from 'restify';
import { z } from 'zod/v4';
import { GoingOn } from '../data/goingOn.js';
import type { Adapter } from './adapter.js';
import { MalformedActivity } from './incoming.js';
import type { Log } from './log.js';
import { readStream } from './readStream.js';

export interface ServerDeps {
  adapter: Pick<Adapter, 'authenticate' | 'runTurn'>;
  turn: (context: TurnContext) => Promise<void>;
  /** Whether turns can be taken now; `why` is one word, readable by anybody. */
  ready: () => { ok: true } | { ok: false; why: string };
  log: Log;
}

export interface Server {
  /** Resolves with the real port, which differs when 0 was asked for. */
  listen: (port: number, host: string) => Promise<number>;
  /** Refuses new turns and finishes those in flight; false when the deadline cut some off. */
  stop: (deadlineMs: number) => Promise<boolean>;
}

/** What the SDK and the turn rely on; the turn parses the rest of the parts that it uses. */
const arrived = z.object({
  type: z.string().min(1),
  // Web Chat, on by default for every Azure bot, lets its users say who they are.
  channelId: z.literal('msteams'),
  // With an empty one the SDK would not compare it with the signature.
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.object({ id: z.string().min(1) }),
  from: z.object({ id: z.string().min(1) }),
  recipient: z.object({ id: z.string().min(1) }),
});
const activitySchema = z.custom<Activity>(
  (body) => arrived.safeParse(body).success && !isDeeperThan(DEEPEST, body),
);

/** Far more than Teams sends, and far less than what reading and writing it out can bear. */
const DEEPEST = 200;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeeperThan(levels - 1, one));
}

const BODY_LIMIT = 256 * 1024;

export function createServer(deps: ServerDeps): Server {
  const server = restify.createServer({ name: '' });
  server.server.requestTimeout = 15_000;
  const inFlight = new GoingOn();
  let stopping = false;

  function send(response: Response, { status, body, type }: Answer): void {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'no-store');
    if (stopping) response.setHeader('connection', 'close');
    response.sendRaw(status, body ?? '', type === undefined ? {} : { 'content-type': type });
  }

  server.post('/api/messages', async (request, response) => {
    if (stopping) {
      send(response, { status: 503 });
      return;
    }
    const answering = answerTurn(deps, request).then((answer) => {
      send(response, answer);
    });
    await inFlight.follow(answering);
  });
  server.get('/healthz', (_request, response, next) => {
    send(response, { status: 200, body: 'ok', type: 'text/plain' });
    next();
  });
  server.get('/readyz', (_request, response, next) => {
    const state = stopping ? STOPPING : deps.ready();
    const [status, body] = state.ok ? [200, 'ok'] : [503, state.why];
    send(response, { status, body, type: 'text/plain' });
    next();
  });
  // Unknown routes and methods: restify would answer with JSON that names itself.
  server.on('restifyError', (_request, response: Response, error: unknown, done: () => void) => {
    if (!response.headersSent) send(response, { status: statusOf(error) });
    done();
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.removeListener('error', reject);
          resolve(server.address().port);
        });
      }),
    stop: async (deadlineMs) => {
      stopping = true;
      const inTime = new AbortController();
      const late = delay(deadlineMs, false, { signal: inTime.signal }).catch(() => false);
      const finished = await Promise.race([inFlight.ended().then(() => true), late]);
      const closed = new Promise<true>((resolve) => {
        server.close(() => {
          resolve(true);
        });
      });
      if (!(await Promise.race([closed, late]))) server.server.closeAllConnections();
      await closed;
      inTime.abort();
      return finished;
    },
  };
}

const STOPPING = { ok: false as const, why: 'stopping' };

interface Answer {
  status: number;
  body?: string;
  type?: string;
}

/** The only place where what a turn throws is caught. */
async function answerTurn(deps: ServerDeps, request: Request): Promise<Answer> {
  try {
    return await takeTurn(deps, request);
  } catch (error) {
    if (error instanceof MalformedActivity) {
      deps.log.warn({ at: error.at }, 'activity malformed');
      return { status: 400 };
    }
    deps.log.error({ err: error }, 'turn failed');
    return { status: 500 };
  }
}

async function takeTurn({ adapter, turn }: ServerDeps, request: Request): Promise<Answer> {
  const read = await readBody(request);
  if (read === 'too-large') return { status: 413 };
  const activity = activitySchema.safeParse(read.json);
  if (!activity.success) return { status: 400 };
  const authorization = request.headers.authorization ?? '';
  const from = await adapter.authenticate(authorization, activity.data);
  if (from === undefined) return { status: 401 };
  const answer = await adapter.runTurn(from, activity.data, turn);
  if (answer === undefined) return { status: 200 };
  const body: unknown = answer.body;
  if (body === undefined) return { status: answer.status };
  return { status: answer.status, body: JSON.stringify(body), type: 'application/json' };
}

/** Reads to the end, as a caller cut off halfway would not see the answer. */
async function readBody(request: Request): Promise<'too-large' | { json?: unknown }> {
  // A web page can only send another type without asking first, to a bot on loopback too.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return {};
  try {
    const text = await readStream(request, BODY_LIMIT);
    return text === undefined ? 'too-large' : { json: JSON.parse(text) as unknown };
  } catch {
    return {};
  }
}

function statusOf(error: unknown): number {
  const known = z.object({ statusCode: z.int().min(400).max(599) }).safeParse(error);
  return known.data?.statusCode ?? 500;
}
