import type { Trouble } from '../data/delivery.js';
import type { Words } from './words/words.js';

export type TroubleCause = 'gone' | 'forbidden' | 'signed-out' | 'busy' | 'silent' | 'rejected';

/** By what Teams answered; the first that fits. Who gets no answer has no HTTP status either. */
const CAUSES: readonly [answer: RegExp, cause: TroubleCause][] = [
  [/^HTTP (404|410)/, 'gone'],
  [/^HTTP 403/, 'forbidden'],
  [/^HTTP 401/, 'signed-out'],
  [/^HTTP (412|429)/, 'busy'],
  [/^HTTP (408|5)/, 'silent'],
  [/^HTTP/, 'rejected'],
];

/** A status or an error code; what the bot itself made of an answer is in English. */
const CODE = /^(HTTP \d+|[A-Z_]+)/;

/**
 * In plain words why something does not get through, with the code for who runs the bot; part of a
 * sentence.
 */
export function troubleWhy({ trouble }: Words, { why }: Pick<Trouble, 'why'>): string {
  const [, cause] = CAUSES.find(([answer]) => answer.test(why)) ?? [undefined, 'silent' as const];
  const code = CODE.exec(why)?.[0];
  const text = trouble.why[cause];
  return code === undefined ? text : `${text} (${code})`;
}
