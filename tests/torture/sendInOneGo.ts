import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SentActivity } from '../bot/activities.js';
import type { BotStage } from '../bot/botHarness.js';

/**
 * Sends activities down one connection without waiting for an answer, so that it is certain in which
 * order they arrive. The answers, in that order.
 */
export async function sendInOneGo(
  { bot, teams }: BotStage,
  activities: readonly SentActivity[],
): Promise<{ status: number; body: string }[]> {
  const socket = connect(bot.port, '127.0.0.1');
  await once(socket, 'connect');
  const last = activities.length - 1;
  const requests = activities.map((activity, n) => {
    const body = JSON.stringify({ ...activity, serviceUrl: teams.serviceUrl });
    return [
      'POST /api/messages HTTP/1.1',
      'host: 127.0.0.1',
      `connection: ${n === last ? 'close' : 'keep-alive'}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `\r\n${body}`,
    ].join('\r\n');
  });
  socket.write(requests.join(''));
  const answers = await text(socket);
  return answers
    .split(/^HTTP\/1\.1 /m)
    .slice(1)
    .map((answer) => ({ status: Number(answer.slice(0, 3)), body: answer.slice(3) }));
}
