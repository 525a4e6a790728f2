import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Adapter } from '../../bot/adapter.js';
import { MalformedActivity } from '../../bot/incoming.js';
import { createLog } from '../../bot/log.js';
import { createServer, type Server } from '../../bot/server.js';

const ACTIVITY = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:9/',
  conversation: { id: 'a:sanne' },
  from: { id: '29:sanne' },
  recipient: { id: '28:bot' },
  text: 'vastleggen',
};
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

let server: Server;
let port: number;
let turn: (context: TurnContext) => Promise<void>;
let ready: { ok: true } | { ok: false; why: string };
let logged: string[];
const agent = new Agent({ keepAlive: true });

beforeEach(async () => {
  turn = () => Promise.resolve();
  ready = { ok: true };
  logged = [];
  server = createServer({
    adapter: new Adapter({ kind: 'anonymous' }),
    turn: (context) => turn(context),
    ready: () => ready,
    log: createLog('trace', { write: (line) => logged.push(line) }),
  });
  port = await server.listen(0, '127.0.0.1');
});
afterEach(async () => {
  agent.destroy();
  await server.stop(0);
});

describe('a turn', () => {
  it('is answered with 200 and nothing', async () => {
    let seen: unknown;
    turn = (context) => {
      seen = context.activity.text;
      return Promise.resolve();
    };
    expect(await post(ACTIVITY)).toMatchObject({ status: 200, body: '' });
    expect(seen).toBe('vastleggen');
    expect(logged).toEqual([]);
  });

  it('is answered with what an invoke leaves', async () => {
    const body = {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'é',
    };
    turn = async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    };
    const answer = await post({ ...ACTIVITY, type: 'invoke', name: 'adaptiveCard/action' });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(JSON.parse(answer.body)).toEqual(body);
  });

  it('that throws is answered with 500 and nothing, and logged without its message', async () => {
    turn = () => Promise.reject(new TypeError('mevrouw Jansen'));
    expect(await post(ACTIVITY)).toMatchObject({ status: 500, body: '' });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('"type":"TypeError"');
    expect(logged[0]).not.toContain('Jansen');
  });

  it('that finds the activity malformed is answered with 400 and nothing; where goes to the log', async () => {
    turn = () => Promise.reject(new MalformedActivity(['from.aadObjectId']));
    expect(await post(ACTIVITY)).toMatchObject({ status: 400, body: '' });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('"at":["from.aadObjectId"]');
  });

  it('that throws before it is awaited is answered the same', async () => {
    turn = () => {
      throw new Error('mevrouw Jansen');
    };
    expect(await post(ACTIVITY)).toMatchObject({ status: 500, body: '' });
  });
});

describe('a body that is no activity gets 400 and nothing', () => {
  it.each([
    ['nothing', ''],
    ['words', 'vastleggen'],
    ['half of JSON', '{"type":"message"'],
    ['an array', [ACTIVITY]],
    ['a number', '7'],
    ['a string', '"message"'],
    ['null', 'null'],
    ['without a type', { ...ACTIVITY, type: undefined }],
    ['with a type that is no string', { ...ACTIVITY, type: 7 }],
    ['with an empty type', { ...ACTIVITY, type: '' }],
    ['without a service address', { ...ACTIVITY, serviceUrl: '' }],
    ['with a file as service address', { ...ACTIVITY, serviceUrl: 'file:///etc/passwd' }],
    ['without a conversation', { ...ACTIVITY, conversation: undefined }],
    ['without a sender', { ...ACTIVITY, from: {} }],
    ['from another channel', { ...ACTIVITY, channelId: 'webchat' }],
    ['with an Object prototype', '{"__proto__":{"type":"message"}}'],
  ])('%s', async (_title, body) => {
    turn = vi.fn(turn);
    expect(await post(body)).toMatchObject({ status: 400, body: '' });
    expect(turn).not.toHaveBeenCalled();
  });

  it.each([
    ['of another type', { 'content-type': 'text/plain' }],
    ['of no type', {}],
    ['compressed', { ...JSON_TYPE, 'content-encoding': 'gzip' }, Buffer.from([0x1f, 0x8b, 8])],
  ])('%s', async (_title, headers, body?: Buffer) => {
    const sent = body ?? JSON.stringify(ACTIVITY);
    expect(await ask('POST', '/api/messages', headers, sent)).toMatchObject({
      status: 400,
      body: '',
    });
  });
});

describe('a body', () => {
  const padding = 256 * 1024 - JSON.stringify({ ...ACTIVITY, text: '' }).length;
  it('of 256 KB is read', async () => {
    const answer = await post({ ...ACTIVITY, text: 'x'.repeat(padding) });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['one byte more', padding + 1],
    ['much more', 5_000_000],
  ])('of %s gets 413 and nothing', async (_title, length) => {
    const answer = await post({ ...ACTIVITY, text: 'x'.repeat(length) });
    expect(answer).toMatchObject({ status: 413, body: '' });
  });
});

describe('another request gets an empty answer', () => {
  it.each([
    ['GET', '/', 404],
    ['POST', '/api/messages/x', 404],
    ['GET', '/api/%zz', 404],
    ['GET', '/api/messages', 405],
    ['PUT', '/api/messages', 405],
    ['POST', '/healthz', 405],
    ['OPTIONS', '/api/messages', 405],
  ])('%s %s: %i', async (method, path, status) => {
    expect(await ask(method, path, JSON_TYPE)).toMatchObject({ status, body: '' });
  });

  it('when it is not HTTP', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.end('GET\r\n\r\n');
    expect(await text(socket)).not.toMatch(/restify|node|stack| at /i);
  });
});

it('names no software, and lets nobody guess or keep', async () => {
  const { headers } = await ask('GET', '/nothing');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(headers).not.toHaveProperty('server');
  expect(headers).not.toHaveProperty('x-powered-by');
});

describe('health', () => {
  it('is that of the process', async () => {
    ready = { ok: false, why: 'read-only' };
    expect(await ask('GET', '/healthz')).toMatchObject({ status: 200, body: 'ok' });
  });

  it('is readiness, with the reason in a word', async () => {
    expect(await ask('GET', '/readyz')).toMatchObject({ status: 200, body: 'ok' });
    ready = { ok: false, why: 'read-only' };
    expect(await ask('GET', '/readyz')).toMatchObject({ status: 503, body: 'read-only' });
  });
});

describe('stopping', () => {
  it('finishes the turn in flight, refuses new ones, and then lets go', async () => {
    const { started, finish } = slowTurn();
    const slow = post(ACTIVITY);
    await started;
    const stopped = server.stop(60_000);
    expect(await post(ACTIVITY)).toMatchObject({ status: 503, body: '' });
    expect(await ask('GET', '/readyz')).toMatchObject({ status: 503, body: 'stopping' });
    expect(await ask('GET', '/healthz')).toMatchObject({ status: 200 });
    finish();
    expect(await slow).toMatchObject({ status: 200, headers: { connection: 'close' } });
    expect(await stopped).toBe(true);
    await expect(ask('GET', '/healthz')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('waits for no idle connection', async () => {
    await ask('GET', '/healthz');
    expect(await server.stop(60_000)).toBe(true);
  });

  it('cuts off what is too slow', async () => {
    const { started, finish } = slowTurn();
    const slow = post(ACTIVITY).catch((error: unknown) => error);
    await started;
    expect(await server.stop(10)).toBe(false);
    expect(await slow).toMatchObject({ code: 'ECONNRESET' });
    finish();
  });
});

it('says so when the port is taken', async () => {
  const second = createServer({
    adapter: new Adapter({ kind: 'anonymous' }),
    turn,
    ready: () => ready,
    log: createLog('silent'),
  });
  await expect(second.listen(port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

function slowTurn(): { started: Promise<void>; finish: () => void } {
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const started = new Promise<void>((resolve) => {
    turn = () => {
      resolve();
      return finished;
    };
  });
  return { started, finish };
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function post(body: unknown): Promise<Answer> {
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  return ask('POST', '/api/messages', JSON_TYPE, sent);
}

function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, agent };
    httpRequest(options, (answer) => {
      text(answer)
        .then((read) => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read });
        })
        .catch(reject);
    })
      .on('error', reject)
      .end(body);
  });
}
