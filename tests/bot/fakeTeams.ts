import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod/v4';
import type { Person } from '../../data/person.js';
import { TENANT } from '../builders.js';
import { activitySchema, type BotActivity, type Card } from '../playground/connectorTraffic.js';
import { waitUntil } from '../playground/waitUntil.js';
import { TeamsLimits } from './fakeTeamsLimits.js';
import { listen, serviceUrlOf } from './loopback.js';

export const TEAM_ID = '19:team@thread.tacv2';
export const CHANNEL_ID = '19:coordinators@thread.tacv2';

export type RequestKind = 'post' | 'chat' | 'message' | 'update' | 'delete' | 'roster';

/** One request of the bot, refused ones included. */
export interface ConnectorRequest {
  readonly kind: RequestKind;
  /** For a post the channel; for a chat the id it has or gets. */
  readonly conversation: string;
  readonly activityId?: string | undefined;
  readonly activity?: BotActivity | undefined;
  /** Milliseconds on a clock that only goes forward. */
  readonly at: number;
  accepted: boolean;
}

/** A message as people see it now. */
export interface ShownMessage {
  readonly id: string;
  readonly conversation: string;
  text: string | undefined;
  card: Card | undefined;
  summary: string | undefined;
  updates: number;
  deleted: boolean;
}

/** `body` is what stands in the answer instead of what should. */
export type Trouble = 'hang' | 'cut' | { status: number; retryAfter?: string; body?: string };

export interface Fault {
  readonly kind?: RequestKind;
  readonly where?: (request: ConnectorRequest) => boolean;
  /** How many requests it meets; absent: every one until `repair`. */
  readonly times?: number;
  readonly does: Trouble;
  /** It takes effect all the same, as behind a gateway that gave up waiting. */
  readonly accepted?: boolean;
}

export interface Result {
  status: number;
  body: object;
}

export function reply(
  response: ServerResponse,
  { status, body }: Result,
  trouble?: Exclude<Trouble, 'hang'>,
): void {
  if (trouble === 'cut') {
    response.destroy();
    return;
  }
  response.setHeader('content-type', 'application/json');
  if (trouble?.retryAfter !== undefined) response.setHeader('retry-after', trouble.retryAfter);
  // restify changes `writeHead` of every server in the process.
  response.statusCode = trouble?.status ?? status;
  response.end(trouble?.body ?? JSON.stringify(body));
}

/** The Bot Framework connector of Teams, on loopback, with everything the bot asks of it. */
export class FakeTeams {
  readonly requests: ConnectorRequest[] = [];
  readonly messages: ShownMessage[] = [];
  roster: Person[] = [];
  /** What Teams would have thought too much; it is not refused here. */
  readonly limits = new TeamsLimits();
  readonly #server: Server;
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #faults: { fault: Fault; left: number }[] = [];
  readonly #hanging: { response: ServerResponse; answer: () => void }[] = [];
  #lastId = 1_763_280_000_000;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : new Error(String(error)));
      });
    });
  }

  async listen(): Promise<this> {
    await listen(this.#server);
    return this;
  }

  get serviceUrl(): string {
    return serviceUrlOf(this.#server);
  }

  fail(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? Infinity });
  }

  /** All is well again; what hangs stays hanging. */
  repair(): void {
    this.#faults = [];
  }

  /** Somebody deletes a message in Teams. */
  deleteMessage(id: string): void {
    for (const message of this.messages) if (message.id === id) message.deleted = true;
  }

  in(conversation: string): ShownMessage[] {
    return this.messages.filter((row) => row.conversation === conversation && !row.deleted);
  }

  /** The cards that start a thread in the coordinators' channel. */
  channelCards(): ShownMessage[] {
    return this.messages.filter(({ id, conversation, deleted }) => {
      return !deleted && conversation === `${CHANNEL_ID};messageid=${id}`;
    });
  }

  /** The lines below such a card. */
  thread({ id, conversation }: ShownMessage): string[] {
    return this.in(conversation).flatMap((row) => (row.id === id ? [] : [row.text ?? '(card)']));
  }

  made(kind: RequestKind): ConnectorRequest[] {
    return this.requests.filter((request) => request.kind === kind);
  }

  /** Waits for something that shows in the traffic; what is there already counts. */
  waitFor<Found>(look: () => Found | undefined, what: string): Promise<Found> {
    const failure = () => `${what} did not happen; requests:\n${this.#describe()}`;
    return waitUntil(this.#changes, look, failure, 30_000);
  }

  /** Answers what hangs, as if it had only been slow. */
  resume(): void {
    for (const { answer } of this.#hanging.splice(0)) answer();
    this.#changes.emit('change');
  }

  /** Cuts off what hangs. */
  release(): void {
    for (const { response } of this.#hanging.splice(0)) response.destroy();
  }

  async close(): Promise<void> {
    this.release();
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
      this.#server.closeAllConnections();
    });
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    this.requests.push(request);
    this.limits.allows(request.conversation, request.at);
    const fault = this.#faultFor(request);
    if (fault?.does === 'hang') {
      const result = fault.accepted ? this.#carryOut(request) : undefined;
      this.#hanging.push({
        response,
        answer: () => {
          reply(response, result ?? this.#carryOut(request));
        },
      });
    } else if (!fault || fault.accepted) reply(response, this.#carryOut(request), fault?.does);
    else reply(response, { status: 500, body: {} }, fault.does);
    this.#changes.emit('change');
  }

  #faultFor(request: ConnectorRequest): Fault | undefined {
    const met = this.#faults.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.kind === undefined || fault.kind === request.kind) &&
        (fault.where === undefined || fault.where(request)),
    );
    if (met) met.left -= 1;
    return met?.fault;
  }

  #carryOut(request: ConnectorRequest): Result {
    const result = this.#effectOf(request);
    request.accepted = result.status < 300;
    return result;
  }

  #effectOf(request: ConnectorRequest): Result {
    const { conversation, activityId } = request;
    switch (request.kind) {
      case 'roster':
        return { status: 200, body: { members: this.roster.map(member) } };
      case 'chat':
        return { status: 201, body: { id: conversation } };
      case 'post': {
        const id = this.#nextId();
        const thread = `${conversation};messageid=${id}`;
        this.#show(id, thread, request.activity);
        return { status: 201, body: { id: thread, activityId: `1:${id}` } };
      }
      case 'message': {
        const id = this.#nextId();
        this.#show(id, conversation, request.activity);
        return { status: 201, body: { id } };
      }
      case 'update':
      case 'delete':
        return this.#change(
          request,
          this.messages.find(({ id }) => id === activityId),
        );
    }
  }

  #show(id: string, conversation: string, activity: BotActivity | undefined): void {
    const { text, card, summary } = activity ?? {};
    this.messages.push({ id, conversation, text, card, summary, updates: 0, deleted: false });
  }

  #change(request: ConnectorRequest, message: ShownMessage | undefined) {
    if (!message || message.deleted || message.conversation !== request.conversation) {
      return { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } };
    }
    if (request.kind === 'delete') message.deleted = true;
    else {
      const { text, card, summary } = request.activity ?? {};
      Object.assign(message, { text, card, summary, updates: message.updates + 1 });
    }
    return { status: 200, body: { id: message.id } };
  }

  #nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }

  #describe(): string {
    return this.requests
      .map(({ kind, conversation, accepted }) => `${kind} ${conversation}${accepted ? '' : ' ✗'}`)
      .join('\n');
  }
}

/** The 1:1 chat of a person with the bot. */
export function chatOf({ aadObjectId }: Pick<Person, 'aadObjectId'>): string {
  return `a:${aadObjectId}`;
}

function member({ aadObjectId, name }: Person) {
  return { id: `29:${aadObjectId}`, name, aadObjectId, tenantId: TENANT, userRole: 'user' };
}

const creation = z.object({
  isGroup: z.boolean(),
  members: z.array(z.object({ id: z.string() })).optional(),
  channelData: z.object({ channel: z.object({ id: z.string() }).optional() }).optional(),
  activity: activitySchema.optional(),
});

export async function readRequest(incoming: IncomingMessage): Promise<ConnectorRequest> {
  const { method = 'GET', url = '' } = incoming;
  const path = url.replace(/\?.*$/, '').replace(/^\/emea\/v3\/conversations/, '');
  const [, conversation = '', , activityId] = path.split('/').map(decodeURIComponent);
  const body: unknown = method === 'POST' || method === 'PUT' ? await json(incoming) : undefined;
  const common = { conversation, activityId, at: performance.now(), accepted: false };
  if (method === 'GET') return { ...common, kind: 'roster' };
  if (method === 'DELETE') return { ...common, kind: 'delete' };
  if (conversation === '') return { ...common, ...readCreation(creation.parse(body)) };
  const kind = method === 'PUT' ? 'update' : 'message';
  return { ...common, kind, activity: activitySchema.parse(body) };
}

function readCreation(asked: z.infer<typeof creation>) {
  const channel = asked.channelData?.channel?.id;
  if (asked.isGroup && channel !== undefined) {
    return { kind: 'post', conversation: channel, activity: asked.activity } as const;
  }
  const aadObjectId = asked.members?.[0]?.id ?? '';
  return { kind: 'chat', conversation: chatOf({ aadObjectId }) } as const;
}
