import type { Fault } from './fakeTeams.js';

/** What one fault does to one request. */
export type Does = Pick<Fault, 'does' | 'accepted'>;

/**
 * What the sender can know afterwards. `refused`: nothing happened, or nobody can tell; `accepted`: it
 * happened all the same, and nobody can tell; `without-id`: it happened, but the name of
 * what was made is not told.
 */
export type Kind = 'refused' | 'accepted' | 'without-id' | 'forbidden' | 'gone';

interface Row extends Does {
  kind: Kind;
  /** As it stands in the work queue. */
  why: RegExp;
}

const GARBAGE = '<html><body>Bad gateway</body>';

/** Everything that can go wrong between the bot and Teams. */
export const FAULTS = {
  '429': { kind: 'refused', why: /^HTTP 429/, does: { status: 429 } },
  '429, in seconds': {
    kind: 'refused',
    why: /^HTTP 429/,
    does: { status: 429, retryAfter: '2' },
  },
  '429, at a date': {
    kind: 'refused',
    why: /^HTTP 429/,
    does: { status: 429, retryAfter: 'Thu, 01 Jan 1970 00:00:00 GMT' },
  },
  '412': { kind: 'refused', why: /^HTTP 412/, does: { status: 412 } },
  '500 before': { kind: 'refused', why: /^HTTP 500/, does: { status: 500 } },
  '502 before': { kind: 'refused', why: /^HTTP 502/, does: { status: 502, body: GARBAGE } },
  '503 before': { kind: 'refused', why: /^HTTP 503/, does: { status: 503, retryAfter: '1' } },
  '504 before': { kind: 'refused', why: /^HTTP 504/, does: { status: 504 } },
  'hang before': { kind: 'refused', why: /^ABORT_ERR/, does: 'hang' },
  'cut before': { kind: 'refused', why: /^ECONNRESET/, does: 'cut' },
  '500 after': { kind: 'accepted', why: /^HTTP 500/, does: { status: 500 }, accepted: true },
  '502 after': {
    kind: 'accepted',
    why: /^HTTP 502/,
    does: { status: 502, body: GARBAGE },
    accepted: true,
  },
  '503 after': { kind: 'accepted', why: /^HTTP 503/, does: { status: 503 }, accepted: true },
  '504 after': { kind: 'accepted', why: /^HTTP 504/, does: { status: 504 }, accepted: true },
  'hang after': { kind: 'accepted', why: /^ABORT_ERR/, does: 'hang', accepted: true },
  'cut after': { kind: 'accepted', why: /^ECONNRESET/, does: 'cut', accepted: true },
  'garbage after': {
    kind: 'without-id',
    why: /unreadable/,
    does: { status: 200, body: GARBAGE },
    accepted: true,
  },
  'no id after': {
    kind: 'without-id',
    why: /without an id/,
    does: { status: 202, body: '{}' },
    accepted: true,
  },
  '403': { kind: 'forbidden', why: /^HTTP 403/, does: { status: 403 } },
  '404': { kind: 'gone', why: /^HTTP 404/, does: { status: 404 } },
} satisfies Record<string, Row>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];
export const faultNamed = (name: FaultName): Row => FAULTS[name];
