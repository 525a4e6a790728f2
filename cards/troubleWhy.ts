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

/** In plain words why something does not get through; part of a sentence. */
export function troubleWhy({ queue }: Words, { why }: Pick<Trouble, 'why'>): string {
  const [, cause] = CAUSES.find(([answer]) => answer.test(why)) ?? [undefined, 'silent' as const];
  return queue.trouble.why[cause];
}
