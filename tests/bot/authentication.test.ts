import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Adapter } from '../../bot/adapter.js';
import { createLog } from '../../bot/log.js';
import { createServer, type Server } from '../../bot/server.js';
import { TENANT } from '../builders.js';

const APP = '33333333-3333-4333-8333-333333333333';
const MICROSOFT = 'https://login.botframework.com';
const ACTIVITY = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: 'a:sanne', tenantId: TENANT },
  from: { id: '29:sanne' },
  recipient: { id: `28:${APP}` },
  text: 'vastleggen',
};

const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });
const OTHER_KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });
const HEADER = { alg: 'RS256', typ: 'JWT', kid: 'key-1' };
const CLAIMS = {
  iss: 'https://api.botframework.com',
  aud: APP,
  serviceurl: ACTIVITY.serviceUrl,
  exp: 4_000_000_000,
};

const turn = vi.fn(() => Promise.resolve());
const logged: string[] = [];
let server: Server;
let url: string;

beforeAll(async () => {
  // The SDK prints the public key of Microsoft when a signature does not fit.
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  server = createServer({
    adapter: new Adapter({
      kind: 'entra',
      appType: 'SingleTenant',
      appId: APP,
      tenantId: TENANT,
      password: 'correct horse',
    }),
    turn,
    ready: () => ({ ok: true }),
    log: createLog('trace', { write: (line) => logged.push(line) }),
  });
  url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}/api/messages`;
});
beforeEach(() => {
  turn.mockClear();
  logged.length = 0;
});
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
});
afterAll(async () => {
  await server.stop(0);
  nock.enableNetConnect();
  nock.restore();
  vi.restoreAllMocks();
});

// First, because the SDK keeps the keys of Microsoft once it has them.
it("is answered with 500 when Microsoft's keys are out of reach, so that Teams tries again", async () => {
  nock(MICROSOFT).get('/v1/.well-known/openidconfiguration').reply(503);
  expect(await post(`Bearer ${signed(CLAIMS)}`)).toEqual([500, '']);
  expect(turn).not.toHaveBeenCalled();
  expect(logged.join('')).toContain('turn failed');
});

it('runs the turn for a token of Teams, with the keys that Microsoft publishes', async () => {
  const jwk = KEYS.publicKey.export({ format: 'jwk' });
  nock(MICROSOFT)
    .get('/v1/.well-known/openidconfiguration')
    .reply(200, { jwks_uri: `${MICROSOFT}/v1/.well-known/keys` })
    .get('/v1/.well-known/keys')
    .reply(200, { keys: [{ ...jwk, kid: HEADER.kid, endorsements: ['msteams'] }] });
  expect(await post(`Bearer ${signed(CLAIMS)}`)).toEqual([200, '']);
  expect(turn).toHaveBeenCalledOnce();
});

it.each<[string, string | undefined]>([
  ['no token', undefined],
  ['an empty one', ''],
  ['garbage', 'Bearer garbage'],
  ['garbage in three parts', 'Bearer a.b.c'],
  ['no scheme', signed(CLAIMS)],
  ['another scheme', `Basic ${signed(CLAIMS)}`],
  ['another issuer', `Bearer ${signed({ ...CLAIMS, iss: 'https://evil.nl' })}`],
  ['an issuer of its own tenant', `Bearer ${signed({ ...CLAIMS, iss: entra(TENANT) })}`],
  ['another bot', `Bearer ${signed({ ...CLAIMS, aud: TENANT })}`],
  ['nobody in particular', `Bearer ${signed({ ...CLAIMS, aud: undefined })}`],
  ['another service', `Bearer ${signed({ ...CLAIMS, serviceurl: 'https://evil.nl/' })}`],
  ['an expired one', `Bearer ${signed({ ...CLAIMS, exp: 1_000_000_000 })}`],
  ['an unknown key', `Bearer ${signed(CLAIMS, { ...HEADER, kid: 'key-2' })}`],
  ['a signature by another key', `Bearer ${signed(CLAIMS, HEADER, OTHER_KEYS.privateKey)}`],
  ['no signature', `Bearer ${unsigned(CLAIMS, { ...HEADER, alg: 'none' })}.`],
  ['the public key as a secret', `Bearer ${signedWithPublicKey()}`],
])('gets 401 and nothing: %s', async (_title, authorization) => {
  expect(await post(authorization)).toEqual([401, '']);
  expect(turn).not.toHaveBeenCalled();
  expect(logged).toEqual([]);
});

async function post(authorization: string | undefined): Promise<[number, string]> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization !== undefined && { authorization }),
    },
    body: JSON.stringify(ACTIVITY),
  });
  return [answer.status, await answer.text()];
}

function signed(claims: object, header: object = HEADER, key = KEYS.privateKey): string {
  const content = unsigned(claims, header);
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

function signedWithPublicKey(): string {
  const content = unsigned(CLAIMS, { ...HEADER, alg: 'HS256' });
  const secret = KEYS.publicKey.export({ format: 'pem', type: 'pkcs1' });
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

function unsigned(claims: object, header: object): string {
  return [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
}

function entra(tenantId: string): string {
  return `https://login.microsoftonline.com/${tenantId}/v2.0`;
}
