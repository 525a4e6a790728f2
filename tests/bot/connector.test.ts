import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Adapter } from '../../bot/adapter.js';
import { createConnector } from '../../bot/connector.js';
import type { Identity } from '../../bot/config.js';
import { createMessenger, type Message } from '../../bot/messenger.js';
import { SANNE, TENANT } from '../builders.js';

const SERVICE = 'https://smba.trafficmanager.net';
const CHAT = {
  serviceUrl: `${SERVICE}/emea/`,
  conversationId: 'a:sanne',
  botId: '28:bot',
  tenantId: TENANT,
};
const CHANNEL = { ...CHAT, conversationId: '19:coordinators@thread.tacv2' };
const ACTIVITIES = '/emea/v3/conversations/a%3Asanne/activities';
const CONVERSATIONS = '/emea/v3/conversations';
const CARD: Message = { card: { type: 'AdaptiveCard' }, summary: 'Nieuwe casus' };
const LONG_AGO = 'Thu, 01 Jan 1970 00:00:00 GMT';
const TEXT: Message = { text: 'Opgepakt' };

const messenger = createMessenger(createConnector({ kind: 'anonymous' }));

const spies = [
  ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name)),
  vi.spyOn(process.stdout, 'write'),
  vi.spyOn(process.stderr, 'write'),
];

beforeAll(() => {
  nock.disableNetConnect();
});
beforeEach(() => {
  for (const spy of spies) spy.mockClear();
});
afterEach(() => {
  const pending = nock.pendingMocks();
  nock.cleanAll();
  expect(pending).toEqual([]);
  expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
});
afterAll(() => {
  for (const spy of spies) spy.mockRestore();
  nock.enableNetConnect();
  nock.restore();
});

describe('an Entra bot', () => {
  // The SDK keeps tokens per app id for as long as the process lives.
  let last = 0;
  function anEntraBot(): Identity & { appId: string } {
    last += 1;
    return {
      kind: 'entra',
      appType: 'SingleTenant',
      appId: `22222222-2222-4222-8222-00000000000${last}`,
      tenantId: TENANT,
      password: 'correct horse',
    };
  }
  function tokenEndpoint(body: nock.RequestBodyMatcher = () => true) {
    return nock('https://login.microsoftonline.com')
      .post(`/${TENANT}/oauth2/v2.0/token`, body)
      .query(true);
  }
  const token = { access_token: 'abc.def', token_type: 'Bearer', expires_in: 3600 };

  it('fetches a token for its own tenant once, and sends it with every request', async () => {
    const identity = anEntraBot();
    const teams = createMessenger(createConnector(identity));
    tokenEndpoint((body: Record<string, string>) => {
      expect(body).toMatchObject({ client_id: identity.appId, grant_type: 'client_credentials' });
      return body.scope?.split(' ').includes('https://api.botframework.com/.default') ?? false;
    }).reply(200, token);
    const reqheaders = { authorization: 'Bearer abc.def', 'accept-encoding': 'identity' };
    const withToken = nock(SERVICE, { reqheaders });
    withToken.post(ACTIVITIES).reply(201, { id: '1' });
    withToken.put(`${ACTIVITIES}/1`).reply(200, { id: '1' });
    const { activityId } = await teams.send(CHAT, CARD);
    await teams.update(CHAT, activityId, CARD);
    expect(activityId).toBe('1');
  });

  it('sends nothing when its secret is refused', async () => {
    tokenEndpoint().reply(401, { error: 'invalid_client', error_description: 'AADSTS7000215' });
    const sending = createMessenger(createConnector(anEntraBot())).send(CHAT, TEXT);
    await expect(sending).rejects.toMatchObject({
      kind: 'not-sent',
      reason: 'no access token invalid_client',
    });
  });

  it('does not wait for a token for ever', async () => {
    tokenEndpoint().delay(2000).reply(200, token);
    const teams = createMessenger(createConnector(anEntraBot(), { timeoutMs: 50 }));
    await expect(teams.send(CHAT, TEXT)).rejects.toMatchObject({
      kind: 'not-sent',
      reason: 'no access token in time',
    });
    nock.abortPendingRequests();
  });
});

describe('two messages', () => {
  it('in one conversation are sent one after the other', async () => {
    nock(SERVICE).post(ACTIVITIES).delay(300).reply(201, { id: '1' });
    const first = messenger.send(CHAT, CARD);
    const later = nock(SERVICE)
      .post(ACTIVITIES, /Opgepakt/)
      .reply(201, { id: '2' });
    const second = messenger.send(CHAT, TEXT);
    await delay(100);
    expect(later.isDone()).toBe(false);
    expect(await Promise.all([first, second])).toEqual([{ activityId: '1' }, { activityId: '2' }]);
  });

  it('go on after one that failed', async () => {
    nock(SERVICE).post(ACTIVITIES).reply(403);
    nock(SERVICE).post(ACTIVITIES).reply(201, { id: '2' });
    const failed = expect(messenger.send(CHAT, CARD)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await messenger.send(CHAT, TEXT)).toEqual({ activityId: '2' });
    await failed;
  });
});

describe('what is sent', () => {
  it('is a card with a summary and no text', async () => {
    const sent = capture(ACTIVITIES, { id: '1' });
    await messenger.send(CHAT, CARD);
    expect(sent).toEqual([
      {
        type: 'message',
        summary: 'Nieuwe casus',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: { type: 'AdaptiveCard' },
          },
        ],
      },
    ]);
  });

  it('is plain text and no card', async () => {
    const sent = capture(ACTIVITIES, { id: '1' });
    await messenger.send(CHAT, TEXT);
    expect(sent).toEqual([{ type: 'message', text: 'Opgepakt', textFormat: 'plain' }]);
  });

  it('starts a thread in a channel, of which the first message carries the number', async () => {
    const thread = `${CHANNEL.conversationId};messageid=1763800000000`;
    const sent = capture(CONVERSATIONS, { id: thread, activityId: 'something-else' });
    expect(await messenger.post(CHANNEL, TEXT)).toEqual({
      conversationId: thread,
      activityId: '1763800000000',
    });
    expect(sent).toMatchObject([
      {
        isGroup: true,
        bot: { id: '28:bot' },
        tenantId: TENANT,
        channelData: { channel: { id: CHANNEL.conversationId } },
        activity: { type: 'message', text: 'Opgepakt' },
      },
    ]);
  });

  it('opens the chat with a person', async () => {
    const sent = capture(CONVERSATIONS, { id: 'a:new' });
    expect(await messenger.openChat(SANNE, CHANNEL)).toEqual({ ...CHAT, conversationId: 'a:new' });
    expect(sent).toEqual([
      {
        isGroup: false,
        bot: { id: '28:bot' },
        members: [{ id: SANNE.aadObjectId }],
        tenantId: TENANT,
        channelData: { tenant: { id: TENANT } },
      },
    ]);
  });

  it('removes a message', async () => {
    nock(SERVICE).delete(`${ACTIVITIES}/1`).reply(200);
    await messenger.remove(CHAT, '1');
  });

  it.each(['', 'OK', '<p>'])('is accepted, whatever is said to an update: “%s”', async (said) => {
    nock(SERVICE)
      .put(`${ACTIVITIES}/1`)
      .reply(200, said)
      .delete(`${ACTIVITIES}/1`)
      .reply(200, said);
    await messenger.update(CHAT, '1', CARD);
    await messenger.remove(CHAT, '1');
  });

  it('goes to the conversation it is meant for, whatever is in its id', async () => {
    const chat = { ...CHAT, serviceUrl: `${SERVICE}/emea`, conversationId: 'a:b/../c?d=1#e;f=2' };
    const path = '/emea/v3/conversations/a%3Ab%2F..%2Fc%3Fd%3D1%23e%3Bf%3D2/activities/1%2F2';
    nock(SERVICE).put(path).reply(200);
    await messenger.update(chat, '1/2', TEXT);
  });

  it('reads every page of a roster', async () => {
    const roster = nock(SERVICE);
    const path = `${CONVERSATIONS}/19%3Ateam/pagedmembers`;
    const bot = { id: '28:other-bot', name: 'Bot' };
    roster
      .get(path)
      .reply(200, { continuationToken: 'a+b/c==', members: [{ id: '29:1', ...SANNE }, bot] });
    roster
      .get(path)
      .query({ pageSize: 500, continuationToken: 'a+b/c==' })
      .reply(200, { members: [{ id: '29:2', objectId: 'object-2', name: 'Tom' }] });
    expect(await messenger.members('19:team', CHANNEL)).toEqual([
      SANNE,
      { tenantId: TENANT, aadObjectId: 'object-2', name: 'Tom' },
    ]);
  });
});

describe('a failure', () => {
  const notInRoster = { error: { code: 'BotNotInConversationRoster', message: 'Opgepakt' } };
  it.each([
    ['too many', 429, { 'retry-after': '3' }, {}, 'throttled', 3000],
    ['too many, no time named', 429, {}, {}, 'throttled', undefined],
    ['too many, a date in the past', 429, { 'retry-after': LONG_AGO }, {}, 'throttled', 0],
    ['another operation under way', 412, {}, {}, 'throttled', undefined],
    ['blocked or removed', 403, {}, notInRoster, 'forbidden', undefined],
    ['deleted', 404, {}, {}, 'gone', undefined],
    ['malformed', 400, {}, {}, 'rejected', undefined],
    ['not authorised', 401, {}, {}, 'throttled', undefined],
    ['too large', 413, {}, {}, 'rejected', undefined],
    ['not built', 501, {}, {}, 'rejected', undefined],
    ['sent elsewhere', 307, { location: 'https://evil.nl' }, {}, 'rejected', undefined],
    ['broken', 500, {}, {}, 'ambiguous', undefined],
    ['bad gateway', 502, {}, {}, 'ambiguous', undefined],
    ['unavailable', 503, { 'retry-after': '1' }, {}, 'ambiguous', 1000],
    ['gateway out of time', 504, {}, {}, 'ambiguous', undefined],
    ['accepted without an id', 202, {}, {}, 'ambiguous', undefined],
    [
      'accepted with a page',
      200,
      { 'content-type': 'application/json' },
      '<p>',
      'ambiguous',
      undefined,
    ],
  ])('%s: one request, HTTP %i', async (_title, status, headers, body, kind, retryAfterMs) => {
    let requests = 0;
    nock(SERVICE)
      .persist()
      .post(ACTIVITIES)
      .reply(() => {
        requests += 1;
        return [status, body, headers];
      });
    const failure: unknown = await messenger.send(CHAT, TEXT).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'SendError', kind, retryAfterMs });
    expect(requests).toBe(1);
    nock.cleanAll();
  });

  it.each([
    ['post', () => messenger.post(CHANNEL, TEXT)],
    ['openChat', () => messenger.openChat(SANNE, CHANNEL)],
  ])('of a create is not repeated either: %s', async (_title, create) => {
    let requests = 0;
    nock(SERVICE)
      .persist()
      .post(CONVERSATIONS)
      .reply(() => {
        requests += 1;
        return [502];
      });
    await expect(create()).rejects.toMatchObject({ kind: 'ambiguous' });
    expect(requests).toBe(1);
    nock.cleanAll();
  });

  it('inside a turn cannot be repeated by the SDK: it sends nothing', async () => {
    const adapter = new Adapter({ kind: 'anonymous' });
    const activity = anActivity();
    const from = await adapter.authenticate('', activity);
    if (!from) throw new Error('an anonymous bot lets everybody in');
    await adapter.runTurn(from, activity, async (context) => {
      const sending = context.sendActivity('Opgepakt');
      await expect(sending).rejects.toThrow('messages are sent by the messenger');
    });
  });

  it('is for good when the address is none', async () => {
    const nowhere = { ...CHAT, serviceUrl: 'smba' };
    await expect(messenger.send(nowhere, TEXT)).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('says the code of Teams and nothing of the message', async () => {
    nock(SERVICE).post(ACTIVITIES).reply(403, notInRoster);
    const failure: unknown = await messenger.send(CHAT, TEXT).catch((error: unknown) => error);
    expect(failure).toMatchObject({ reason: 'HTTP 403 BotNotInConversationRoster' });
    expect(JSON.stringify(failure)).not.toContain('Opgepakt');
    expect(failure).not.toHaveProperty('cause');
  });

  it('is ambiguous when the answer does not come in time', async () => {
    nock(SERVICE).post(ACTIVITIES).delay(2000).reply(201, { id: '1' });
    const impatient = createMessenger(createConnector({ kind: 'anonymous' }, { timeoutMs: 50 }));
    await expect(impatient.send(CHAT, TEXT)).rejects.toMatchObject({ kind: 'ambiguous' });
    nock.abortPendingRequests();
  });

  it('is ambiguous when the connection is cut', async () => {
    const error = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    nock(SERVICE).post(ACTIVITIES).replyWithError(error);
    await expect(messenger.send(CHAT, TEXT)).rejects.toMatchObject({
      kind: 'ambiguous',
      reason: 'ECONNRESET',
    });
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])('never left: %s', async (code) => {
    nock(SERVICE)
      .post(ACTIVITIES)
      .replyWithError(Object.assign(new Error('no'), { code }));
    await expect(messenger.send(CHAT, TEXT)).rejects.toMatchObject({
      kind: 'not-sent',
      reason: code,
    });
  });
});

describe('on real sockets', () => {
  beforeAll(() => {
    nock.enableNetConnect('127.0.0.1');
  });
  afterAll(() => {
    nock.disableNetConnect();
  });

  it('keeps the connection for the next message', async () => {
    const connections = new Set<unknown>();
    const teams = createServer((request, response) => {
      connections.add(request.socket);
      request.resume().on('end', () => {
        response.setHeader('content-type', 'application/json').end('{"id":"1"}');
      });
    });
    const serviceUrl = await listen(teams);
    for (let n = 0; n < 3; n += 1) await messenger.send({ ...CHAT, serviceUrl }, CARD);
    expect(connections.size).toBe(1);
    teams.closeAllConnections();
    teams.close();
  });

  it('knows a refused connection from one cut off', async () => {
    const teams = createServer((request) => {
      request.socket.destroy();
    });
    const chat = { ...CHAT, serviceUrl: await listen(teams) };
    await expect(messenger.send(chat, TEXT)).rejects.toMatchObject({ kind: 'ambiguous' });
    await new Promise((resolve) => teams.close(resolve));
    await expect(messenger.send(chat, TEXT)).rejects.toMatchObject({ kind: 'not-sent' });
  });
});

function anActivity(): Activity {
  const arrived: Partial<Activity> = {
    id: '7',
    type: 'message',
    channelId: 'msteams',
    serviceUrl: CHAT.serviceUrl,
    conversation: {
      id: CHAT.conversationId,
      isGroup: false,
      conversationType: 'personal',
      name: '',
    },
    from: { id: '29:sanne', name: '' },
    recipient: { id: CHAT.botId, name: '' },
  };
  return arrived as Activity;
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function capture(path: string, answer: object): unknown[] {
  const sent: unknown[] = [];
  const keep = (body: unknown): boolean => sent.push(body) > 0;
  nock(SERVICE).post(path, keep).reply(201, answer);
  return sent;
}
