import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { z } from 'zod/v4';
import type { Identity } from './config.js';
import { createSignature } from './entra.js';
import { readStream } from './readStream.js';
import { SendError, type SendFailure } from './sendError.js';

/** What a request is about. Path and query as they are; they are escaped here. */
export interface Resource {
  serviceUrl: string;
  /** After `/v3`. */
  path: readonly string[];
  query?: Record<string, string> | undefined;
}

/**
 * The Bot Connector REST API, as far as the bot needs it. The client in the SDK repeats answers
 * such as 502, creates included, and cannot be told not to; here a request is one request.
 */
export interface Connector {
  /** Resolves with what Teams answered, as it is; throws SendError. */
  request(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    resource: Resource,
    body?: object,
  ): Promise<string>;
}

export interface ConnectorOptions {
  /** For one request to Teams, and for one to Entra. */
  timeoutMs?: number;
}

export function createConnector(
  identity: Identity,
  { timeoutMs = 10_000 }: ConnectorOptions = {},
): Connector {
  const signature = createSignature(identity, timeoutMs);
  const agents = {
    http: new HttpAgent({ keepAlive: true }),
    https: new HttpsAgent({ keepAlive: true }),
  };

  async function exchange(method: string, url: string, body: string | undefined) {
    const authorization = await signature();
    const options = {
      method,
      headers: {
        // Nobody decompresses here.
        'accept-encoding': 'identity',
        accept: 'application/json',
        'user-agent': 'nnz-bot',
        ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
        ...(authorization !== undefined && { authorization }),
      },
      signal: AbortSignal.timeout(timeoutMs),
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = url.startsWith('https:')
        ? httpsRequest(url, { ...options, agent: agents.https })
        : httpRequest(url, { ...options, agent: agents.http });
      outgoing.on('response', resolve).on('error', reject);
      outgoing.end(body);
    });
    return { answer, said: (await readStream(answer)) ?? '' };
  }

  return {
    async request(method, resource, body) {
      const sent = body && JSON.stringify(body);
      const { answer, said } = await exchange(method, urlOf(resource), sent).catch(unreachable);
      const status = answer.statusCode ?? 0;
      if (status < 200 || status >= 300) throw refused(status, answer.headers['retry-after'], said);
      return said;
    },
  };
}

function urlOf({ serviceUrl, path, query }: Resource): string {
  if (!URL.canParse(serviceUrl)) throw new SendError('rejected', 'the service URL is not one');
  const address = [serviceUrl.replace(/\/+$/, ''), 'v3', ...path.map(encodeURIComponent)].join('/');
  return query ? `${address}?${new URLSearchParams(query).toString()}` : address;
}

/** Errors of a request that did not get as far as Teams. */
const NEVER_LEFT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

function unreachable(error: unknown): never {
  if (error instanceof SendError) throw error;
  const known = z.object({ code: z.string().regex(/^\w{1,60}$/) }).safeParse(error);
  const code = known.data?.code ?? 'no answer';
  throw new SendError(NEVER_LEFT.includes(code) ? 'not-sent' : 'ambiguous', code);
}

function refused(status: number, retryAfter: string | undefined, body: string): SendError {
  const reason = `HTTP ${status} ${errorCodeIn(body)}`.trimEnd();
  return new SendError(failureOf(status), reason, toMs(retryAfter));
}

function failureOf(status: number): SendFailure {
  // 412: another operation on the same conversation was under way. 401: our own credentials are
  // wrong, which is mended without the message being lost.
  if (status === 429 || status === 412 || status === 401) return 'throttled';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'gone';
  if (status === 408 || (status >= 500 && status !== 501)) return 'ambiguous';
  return 'rejected';
}

/** Only the code: the message beside it can quote what was sent. */
function errorCodeIn(body: string): string {
  return /"code"\s*:\s*"(\w{1,60})"/.exec(body)?.[1] ?? '';
}

/** `Retry-After` is a number of seconds or a date. */
function toMs(retryAfter: string | undefined): number | undefined {
  if (retryAfter === undefined) return undefined;
  const ms = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
