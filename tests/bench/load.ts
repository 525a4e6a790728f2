import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { SentActivity } from '../bot/activities.js';

export const CONNECTIONS = 16;
export const USERS = 500;

/** Somebody who sends one activity at a time, and looks at each answer. */
export interface Player {
  next(): SentActivity;
  /** Throws when the answer is not what the turn should have led to. */
  heard(body: string): void;
}

export interface Place {
  port: number;
  serviceUrl: string;
}

export interface Driven {
  turns: number;
  perSecond: number;
  /** Milliseconds of each turn, from sending to the end of its answer. */
  took: number[];
}

/** When to stop: after so many milliseconds, or so many turns of each player. */
export type Until = { ms: number } | { turnsEach: number };

/** Lets everybody take turns over sixteen connections, each answer awaited. */
export async function drive(
  place: Place,
  players: readonly Player[],
  until: Until,
): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waiting = [...players];
  const took: number[] = [];
  const started = performance.now();
  const left = new Map(players.map((player) => [player, turnsOf(until)]));
  const isOver = () => 'ms' in until && performance.now() - started >= until.ms;
  const worker = async () => {
    for (let player = waiting.shift(); player && !isOver(); player = waiting.shift()) {
      const sentAt = performance.now();
      player.heard(await post(agent, place, player.next()));
      took.push(performance.now() - sentAt);
      const more = (left.get(player) ?? 0) - 1;
      left.set(player, more);
      if (more > 0) waiting.push(player);
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONNECTIONS, players.length) }, worker));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { turns: took.length, perSecond: took.length / seconds, took };
}

const turnsOf = (until: Until) => ('turnsEach' in until ? until.turnsEach : Infinity);

/** Resolves with the body of the answer. */
export async function post(
  agent: Agent | undefined,
  { port, serviceUrl }: Place,
  activity: SentActivity,
): Promise<string> {
  const body = JSON.stringify({ ...activity, serviceUrl });
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const options = { port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers };
    const sent = request({ ...options, ...(agent && { agent }) }, (answer) => {
      text(answer).then((answered) => {
        if (answer.statusCode === 200) resolve(answered);
        else reject(new Error(`HTTP ${answer.statusCode ?? 0}: ${answered.slice(0, 200)}`));
      }, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
