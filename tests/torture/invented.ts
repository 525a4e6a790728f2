import { CODE_ALPHABET } from '../../data/case.js';
import type { Person } from '../../data/person.js';
import { TENANT } from '../builders.js';

/** As many people as are needed; the name says who is who. */
export function invented(what: 'Coördinator' | 'Professional', n: number): Person {
  const row = what === 'Professional' ? 'a' : 'b';
  const aadObjectId = `00000000-0000-4000-${row}000-${String(n).padStart(12, '0')}`;
  return { tenantId: TENANT, aadObjectId, name: `${what} ${n}` };
}

/** `count` signs of the alphabet of case codes; another number has other ones. */
export function signs(n: number, count: number): string {
  const size = CODE_ALPHABET.length;
  return Array.from({ length: count }, (_, place) =>
    CODE_ALPHABET.charAt(Math.floor(n / size ** place) % size),
  ).join('');
}

export const codeOf = (n: number) => `HM-${signs(n, 4)}`;
