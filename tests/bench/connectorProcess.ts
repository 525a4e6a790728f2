import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod/v4';
import { CHANNEL_ID } from '../bot/fakeTeams.js';
import { COORDINATORS } from './inventedCases.js';
import { sayReady } from './serverProcess.js';

/**
 * The connector of Teams as far as the bench needs it: it accepts everything at once, reads as little
 * as it can, and counts.
 */
const counted = { POST: 0, PUT: 0, DELETE: 0, GET: 0 };
type Method = keyof typeof counted;
let lastId = 1_763_280_000_000;

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = '', method = 'GET' } = request;
  if (url === '/counted') {
    reply(response, 200, counted);
    return;
  }
  counted[method as Method] += 1;
  if (method === 'GET') reply(response, 200, { members: COORDINATORS.map(member) });
  else if (url.endsWith('/v3/conversations')) reply(response, 201, await create(request));
  else {
    request.resume();
    lastId += 1;
    reply(response, method === 'POST' ? 201 : 200, { id: String(lastId) });
  }
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

const creation = z.object({
  isGroup: z.boolean(),
  members: z.array(z.object({ id: z.string() })).default([]),
});

/** A post in the channel, or the chat with a person. */
async function create(request: IncomingMessage): Promise<object> {
  const { isGroup, members } = creation.parse(await json(request));
  if (!isGroup) return { id: `a:${members[0]?.id ?? ''}` };
  lastId += 1;
  return { id: `${CHANNEL_ID};messageid=${lastId}`, activityId: String(lastId) };
}

function member({ aadObjectId, name, tenantId }: (typeof COORDINATORS)[number]) {
  return { id: `29:${aadObjectId}`, name, aadObjectId, tenantId };
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) sayReady(address.port);
});
