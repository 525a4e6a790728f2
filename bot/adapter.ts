import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { TeamsAdapter } from '@microsoft/teams-ai';
import {
  ConfigurationServiceClientCredentialFactory,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod/v4';
import type { Identity } from './config.js';
import { SendError, type SendFailure } from './messenger.js';
import { readStream } from './readStream.js';

type Authentication = TeamsAdapter['botFrameworkAuthentication'];
export type Authenticated = Awaited<ReturnType<Authentication['authenticateRequest']>>;
export type Connector = Awaited<ReturnType<Adapter['connectorFor']>>;

export interface AdapterOptions {
  /** For one request to Teams, and for one to Entra. */
  timeoutMs?: number;
}

/** `onTurnError` stays unset: a turn's error reaches the server, which answers without its text. */
export class Adapter extends TeamsAdapter {
  readonly #appId: string;
  /** By address. The SDK would build a client with its whole pipeline for every request. */
  readonly #connectors = new Map<string, ReturnType<Adapter['newConnector']>>();

  constructor(identity: Identity, { timeoutMs = 10_000 }: AdapterOptions = {}) {
    const settings = toSettings(identity);
    const { MicrosoftAppId = '', MicrosoftAppTenantId = '' } = settings;
    const credentials = new Credentials(settings, timeoutMs);
    const httpClient = createWire(timeoutMs);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- no factory in the SDK extends the class that it asks for
    super({ MicrosoftAppId, MicrosoftAppTenantId }, credentials, undefined, { httpClient });
    this.#appId = MicrosoftAppId;
    this.#makeTokenClientOnce();
  }

  /** Nothing when the signature is missing or wrong. Throws when Microsoft's keys are out of reach. */
  async authenticate(
    authorization: string,
    activity: Activity,
  ): Promise<Authenticated | undefined> {
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      if (isKeysOutOfReach(error)) throw error;
      return undefined;
    }
  }

  /** Runs one turn. Throws what the turn throws; `process` would show that to the caller. */
  runTurn(
    from: Authenticated,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const connectorFactory = { create: (serviceUrl: string) => this.connectorFor(serviceUrl) };
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the SDK asks for no more of it
    return this.processActivity({ ...from, connectorFactory }, activity, turn);
  }

  connectorFor(serviceUrl: string): ReturnType<Adapter['newConnector']> {
    const known = this.#connectors.get(serviceUrl);
    if (known) return known;
    const connector = this.newConnector(serviceUrl);
    this.#connectors.set(serviceUrl, connector);
    connector.catch(() => this.#connectors.delete(serviceUrl));
    return connector;
  }

  /** Nobody signs in, but the SDK wants one for every turn. */
  #makeTokenClientOnce(): void {
    const sdk = this.botFrameworkAuthentication;
    const make = sdk.createUserTokenClient.bind(sdk);
    let made: ReturnType<typeof make> | undefined;
    sdk.createUserTokenClient = (identity) => {
      made ??= make(identity).catch((error: unknown) => {
        made = undefined;
        throw error;
      });
      return made;
    };
  }

  private newConnector(serviceUrl: string) {
    const self = this.createClaimsIdentity(this.#appId);
    return this.botFrameworkAuthentication.createConnectorFactory(self).create(serviceUrl);
  }
}

type Settings = {
  MicrosoftAppType?: string;
  MicrosoftAppId?: string;
  MicrosoftAppTenantId?: string;
  MicrosoftAppPassword?: string;
};

/** Empty for an anonymous bot: without an app id the SDK checks no signature and fetches no token. */
function toSettings(identity: Identity): Settings {
  if (identity.kind === 'anonymous') return {};
  return {
    MicrosoftAppType: identity.appType,
    MicrosoftAppId: identity.appId,
    MicrosoftAppTenantId: identity.tenantId,
    ...(identity.appType === 'SingleTenant' && { MicrosoftAppPassword: identity.password }),
  };
}

function isKeysOutOfReach(error: unknown): boolean {
  const outOfReach = z.union([
    z.object({ name: z.literal('FetchError') }),
    z.object({ statusCode: z.literal(500) }),
  ]);
  return outOfReach.safeParse(error).success;
}

type CredentialsFor = ConfigurationServiceClientCredentialFactory['createCredentials'];

/** Without a token nothing was sent, and the message can safely be tried again later. */
class Credentials extends ConfigurationServiceClientCredentialFactory {
  readonly #timeoutMs: number;

  constructor(settings: Settings, timeoutMs: number) {
    super(settings);
    this.#timeoutMs = timeoutMs;
  }

  override async createCredentials(
    ...parameters: Parameters<CredentialsFor>
  ): ReturnType<CredentialsFor> {
    const credentials = await super.createCredentials(...parameters);
    return {
      signRequest: (request) => inTime(credentials.signRequest(request), this.#timeoutMs),
    };
  }
}

async function inTime<T>(signed: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new SendError('not-sent', 'no access token in time'));
    }, timeoutMs);
  });
  try {
    return await Promise.race([signed, late]);
  } catch (error) {
    if (error instanceof SendError) throw error;
    const known = z.object({ errorCode: z.string().regex(/^\w{1,60}$/) }).safeParse(error);
    throw new SendError('not-sent', `no access token ${known.data?.errorCode ?? ''}`.trimEnd());
  } finally {
    clearTimeout(timer);
  }
}

type Wire = NonNullable<NonNullable<ConstructorParameters<typeof TeamsAdapter>[3]>['httpClient']>;
type Outgoing = Parameters<Wire['sendRequest']>[0];

/**
 * What every connector client of the SDK sends with. The SDK repeats answers such as 502, creates
 * included, and cannot be told not to; but it does not repeat after an error it does not know.
 */
function createWire(timeoutMs: number): Wire {
  const agents = {
    http: new HttpAgent({ keepAlive: true }),
    https: new HttpsAgent({ keepAlive: true }),
  };
  return {
    sendRequest: async (request) => {
      const { answer, body } = await exchange(request, agents, timeoutMs).catch(unreachable);
      const status = answer.statusCode ?? 0;
      if (status < 200 || status >= 300) throw refused(status, answer.headers['retry-after'], body);
      return { request, status, headers: headersOf(request, answer), bodyAsText: body };
    },
  };
}

async function exchange(
  request: Outgoing,
  agents: { http: HttpAgent; https: HttpsAgent },
  timeoutMs: number,
): Promise<{ answer: IncomingMessage; body: string }> {
  const body: unknown = request.body;
  const options = {
    method: request.method,
    // Nobody decompresses here, though the SDK asks for it.
    headers: { ...request.headers.toJson(), 'accept-encoding': 'identity' },
    signal: AbortSignal.timeout(timeoutMs),
  };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request.url.startsWith('https:')
      ? httpsRequest(request.url, { ...options, agent: agents.https })
      : httpRequest(request.url, { ...options, agent: agents.http });
    outgoing.on('response', resolve).on('error', reject);
    outgoing.end(typeof body === 'string' ? body : undefined);
  });
  return { answer, body: (await readStream(answer)) ?? '' };
}

/** The SDK reads no more of the headers than the type of the body. */
function headersOf(request: Outgoing, answer: IncomingMessage): Outgoing['headers'] {
  const headers = request.headers.clone();
  for (const name of headers.headerNames()) headers.remove(name);
  headers.set('content-type', answer.headers['content-type'] ?? 'application/json');
  return headers;
}

/** Errors of a request that did not get as far as Teams. */
const NEVER_LEFT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

function unreachable(error: unknown): never {
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
