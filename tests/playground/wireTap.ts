import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod/v4';
import { Gate } from './gate.js';

/** One request that passed, and its answer. Bodies are parsed JSON, or undefined. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly request: unknown;
  readonly status: number;
  readonly response: unknown;
}

export interface WireTap {
  /** Where to send what must pass, without a trailing slash. */
  readonly url: string;
  /** Where it goes on to; may be changed at any time, for instance when the bot restarts. */
  aim: (target: string) => void;
  /** Where what must go on at the same moment waits for each other. */
  gate: Gate;
  /** Called before the answer is passed on: whoever gets the answer finds the exchange noted. */
  onExchange: (listener: (exchange: Exchange) => void) => void;
  close: () => Promise<void>;
}

type Listener = (exchange: Exchange) => void;

/** A loopback proxy: the Playground itself tells nothing about another person's 1:1 chat. */
export async function startWireTap({ target = '', port = 0 }): Promise<WireTap> {
  const listeners: Listener[] = [];
  const gate = new Gate();
  let onwards = target;
  const server = createServer((request, response) => {
    passOn(() => onwards, request, response, { gate, listeners }).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  const realPort = await listenOnLoopback(server, port).catch(() => listenOnLoopback(server, 0));
  return {
    url: `http://127.0.0.1:${realPort}`,
    gate,
    aim: (newTarget) => (onwards = newTarget),
    onExchange: (listener) => listeners.push(listener),
    close: () => closeServer(server),
  };
}

interface OnTheWay {
  gate: Gate;
  listeners: readonly Listener[];
}

async function passOn(
  target: () => string,
  request: IncomingMessage,
  response: ServerResponse,
  { gate, listeners }: OnTheWay,
): Promise<void> {
  const method = request.method ?? 'GET';
  const path = request.url ?? '/';
  const body = await buffer(request);
  const sent = parseJson(body.toString());
  await gate.pass(sent);
  const answer = await forward(target() + path, method, request, body);
  const exchange: Exchange = {
    method,
    path,
    request: sent,
    status: answer.status,
    response: parseJson(answer.text),
  };
  for (const listener of listeners) listener(exchange);
  response.writeHead(answer.status, { 'content-type': answer.contentType });
  response.end(answer.text);
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

async function forward(
  url: string,
  method: string,
  { headers }: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      method,
      headers: {
        'content-type': headers['content-type'] ?? 'application/json',
        ...(headers.authorization && { authorization: headers.authorization }),
      },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const contentType = answer.headers.get('content-type') ?? 'application/json';
    return { status: answer.status, contentType, text: await answer.text() };
  } catch (error) {
    return { status: 502, contentType: 'application/json', text: JSON.stringify(String(error)) };
  }
}

export function parseJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}

const listening = z.object({ port: z.number() });

async function listenOnLoopback(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return listening.parse(server.address()).port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
