import { fingerprint } from './fingerprint.js';
import { findAddress } from './identifiers/address.js';
import { findBsn, findNamedBsn } from './identifiers/bsn.js';
import { findFullDate, findShortDate } from './identifiers/birthDate.js';
import { findEmail } from './identifiers/email.js';
import { findIban } from './identifiers/iban.js';
import { findName } from './identifiers/name.js';
import { findMistypedPhone, findPhone } from './identifiers/phone.js';
import { plainTextOf } from './identifiers/plainText.js';
import type { Finder, Span } from './identifiers/spans.js';

/** What makes a person recognisable in free text. */
export const IDENTIFIER_KINDS = [
  'bsn',
  'email',
  'iban',
  'phone',
  'address',
  'birth-date',
  'name',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** One finding, and where it stands in the text that was searched; the end is exclusive. */
export interface Identifier extends Span {
  kind: IdentifierKind;
  text: string;
}

/**
 * Most telling first: what one has found is not offered to the next. A Dutch number has ten digits
 * and a BSN nine, so a number is looked for before its last digits can pass for a BSN; a date comes
 * before both for the same reason.
 */
const FINDERS: readonly { kind: IdentifierKind; find: Finder }[] = [
  { kind: 'bsn', find: findNamedBsn },
  { kind: 'email', find: findEmail },
  { kind: 'iban', find: findIban },
  { kind: 'birth-date', find: findFullDate },
  { kind: 'phone', find: findPhone },
  { kind: 'birth-date', find: findShortDate },
  { kind: 'bsn', find: findBsn },
  { kind: 'phone', find: findMistypedPhone },
  { kind: 'address', find: findAddress },
  { kind: 'name', find: findName },
];

/** Finds what makes a person recognisable, in order of place. Pure; the text goes nowhere. */
export function findIdentifiers(text: string): Identifier[] {
  const plain = plainTextOf(text);
  const taken = new Uint8Array(plain.text.length);
  const found = FINDERS.flatMap(({ kind, find }) =>
    find(plain.text)
      .filter(({ start, end }) => take(taken, start, end))
      .map((span) => ({ kind, ...span })),
  );
  return found
    .sort((one, other) => one.start - other.start)
    .map(({ kind, start, end }) => {
      const place = { start: plain.starts[start] ?? 0, end: plain.ends[end - 1] ?? 0 };
      return { kind, text: text.slice(place.start, place.end), ...place };
    });
}

/** Whether this part was still free; then it no longer is. */
function take(taken: Uint8Array, start: number, end: number): boolean {
  if (taken.subarray(start, end).includes(1)) return false;
  taken.fill(1, start, end);
  return true;
}

/** A name may be a doctor's and a date an appointment's; a BSN is always somebody. */
export function mayIdentifyNobody(found: readonly Identifier[]): boolean {
  return found.every(({ kind }) => kind !== 'bsn');
}

/** The same for the same findings in the same order; it tells them apart, no more. */
export function fingerprintOf(found: readonly Identifier[]): string {
  const text = found.map((row) => `${row.kind}\n${row.text}\n`).join('');
  return fingerprint(text).toString(16).padStart(8, '0');
}
