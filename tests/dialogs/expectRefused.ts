import { expect } from 'vitest';
import type { Turn } from '../../dialogs/checklist.js';
import { warningsOn, type Person } from './fillingIn.js';

/** Nothing was stored, each field says what is the matter, and the screen is still the same. */
export function expectRefused(person: Person, act: () => Turn, errors: Record<string, string>) {
  const before = person.stored();
  expect(act()).toMatchObject({ kind: 'screen', changed: false, stale: false, errors });
  expect(person.stored()).toEqual(before);
  expect(warningsOn(person.card())).toEqual(Object.values(errors));
}
