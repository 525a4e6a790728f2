import type { BackedUp } from '../../data/lowdb/backUp.js';
import { IMPORT_KEY } from '../importing/key.js';

/** What lies beside the store and is lost with it. */
export const BESIDE = [IMPORT_KEY];

/** Why neither is done to PostgreSQL. */
export const notHere = (program: string) =>
  `The store is in PostgreSQL (DATABASE_URL), which has ${program} for that: see the README.`;

/** `1234 records (case 800, draft 4), until change 5678, and import.key` */
export function contentText({ manifest, records }: BackedUp): string {
  const counted = Object.entries(records).map(([kind, { size }]) => ({ kind, size }));
  const total = counted.reduce((sum, { size }) => sum + size, 0);
  const kinds = counted.filter(({ size }) => size > 0).map(({ kind, size }) => `${kind} ${size}`);
  const beside = manifest.files.map(({ name }) => name).filter((name) => BESIDE.includes(name));
  const listed = kinds.length > 0 ? ` (${kinds.join(', ')})` : '';
  const parts = [`${total} ${total === 1 ? 'record' : 'records'}${listed}`];
  parts.push(`until change ${manifest.change}`, ...beside.map((name) => `and ${name}`));
  return parts.join(', ');
}
