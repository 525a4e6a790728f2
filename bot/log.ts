import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.js';
import { SendError } from './sendError.js';

export type Log = Logger;

/**
 * JSON lines on standard output. Only what is passed explicitly is written; what must never be is
 * removed even when it is passed by mistake.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  return pino({ level, base: null, serializers: { err: describeError }, redact }, destination);
}

const SECRET = [
  ...['activity', 'attachments', 'card', 'text', 'value', 'data', 'body'],
  ...['answers', 'note', 'person', 'from', 'name'],
  ...['authorization', 'headers', 'token', 'password', 'config'],
];

const redact = { paths: SECRET.flatMap((word) => [word, `*.${word}`]), remove: true };

/**
 * Where an error arose, never its message: that may quote what somebody typed, or a token. Only the
 * message of a `SendError` is known to be ours.
 */
export function describeError(error: unknown): { type: string; reason?: string; at?: string[] } {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return {
    type: error.name,
    ...(error instanceof SendError && { reason: error.message }),
    at: frames.slice(0, 8).map((frame) => frame.trim().slice(3)),
  };
}
