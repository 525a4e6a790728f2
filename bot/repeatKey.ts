import { createHash } from 'node:crypto';
import { personKey } from '../data/person.js';
import type { DateTime } from '../data/weeks.js';
import { instantOf } from '../data/weeks.js';
import type { Incoming } from './incoming.js';

export interface Repeat {
  key: string;
  expiresAt: string;
}

/** Teams sends a slow turn again, sometimes with a new id; a day later it is a new click. */
const KEPT_HOURS = 24;

/**
 * The same person sending the same inputs with the same button of the same card. Two people share a
 * channel card, so the sender belongs in it.
 */
export function repeatOf(incoming: Incoming, now: DateTime): Repeat | undefined {
  const expiresAt = instantOf(now.plus({ hours: KEPT_HOURS }));
  const sender = personKey(incoming.sender);
  if (incoming.kind !== 'click') {
    // Without an id nothing tells it from another.
    if (incoming.activityId === '') return undefined;
    return { key: `${sender} ${incoming.activityId}`, expiresAt };
  }
  const sent = JSON.stringify(Object.entries(incoming.data).sort(([a], [b]) => (a < b ? -1 : 1)));
  const hash = createHash('sha256').update(sent).digest('base64url');
  return { key: `${sender} ${incoming.verb} ${hash}`, expiresAt };
}
