import { DIGEST_ROWS, type Digest, type DigestRow } from '../../data/digest.js';
import { utc } from '../builders.js';

type Numbers = Digest['before'];

/** Every row, zero where no number is named. */
export function numbers(parts: Numbers = {}): Record<DigestRow, number> {
  const all = DIGEST_ROWS.map((row) => [row, parts[row] ?? 0]);
  return Object.fromEntries(all) as Record<DigestRow, number>;
}

interface Parts extends Partial<Omit<Digest, 'printed'>> {
  printed?: Partial<Digest['printed']>;
}

/** The digest of the week before the one in which the tests stand. */
export function aDigest({ printed, ...parts }: Parts = {}): Digest {
  return {
    region: 'hollands-midden',
    week: '2026-W46',
    version: 1,
    at: utc('2026-11-16T07:00'),
    printed: {
      week: numbers({ talks: 4, escalations: 1 }),
      year: numbers({ talks: 57, escalations: 12 }),
      'since-start': numbers({ talks: 301, escalations: 88 }),
      ...printed,
    },
    before: numbers({ talks: 6, escalations: 1 }),
    ...parts,
  };
}
