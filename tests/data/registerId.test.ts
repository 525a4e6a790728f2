import { describe, expect, test } from 'vitest';
import { ENTRY_ID, type RegisterInput } from '../../data/register.js';
import { newEntryId } from '../../data/registerId.js';
import { ANNEKE, HOLLANDS_MIDDEN } from '../builders.js';
import { aGroup, anEntry, aTarget, aTraining } from './registerBuilder.js';
import { aRegion } from './regionBuilder.js';

const GIVEN = 'RG-333333';
const entering = (input: RegisterInput, region = HOLLANDS_MIDDEN) => ({
  ...{ region, input, by: ANNEKE },
  entries: [] as ReturnType<typeof anEntry>[],
});

describe('the id of a new entry', () => {
  test('is the one given out with its form where there may be two', () => {
    expect(newEntryId(GIVEN, entering(aTraining()))).toBe(GIVEN);
  });

  test('follows from what it is where there may be one', () => {
    const id = newEntryId(GIVEN, entering(aGroup()));
    expect(id).toMatch(ENTRY_ID);
    expect(newEntryId('RG-444444', entering(aGroup({ since: '2026-10-01' })))).toBe(id);
    expect(newEntryId(GIVEN, entering(aGroup({ name: ' intervisie   LEIDEN ' })))).toBe(id);
  });

  test('is another one for something else, and in another region', () => {
    const regions = [HOLLANDS_MIDDEN, aRegion({ id: 'haaglanden' })];
    const inputs = [
      ...Array.from({ length: 300 }, (_, n) => aGroup({ name: `Groep ${n}` })),
      ...[2025, 2026].map((year) => aTarget({ year })),
    ];
    const ids = regions.flatMap((region) =>
      inputs.map((input) => newEntryId(GIVEN, entering(input, region))),
    );
    for (const id of ids) expect(id).toMatch(ENTRY_ID);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the next one while the entry that has it got another name or was removed', () => {
    const first = newEntryId(GIVEN, entering(aGroup()));
    const entries = [anEntry(aGroup({ name: 'Anders' }), { id: first })];
    const second = newEntryId(GIVEN, { ...entering(aGroup()), entries });
    expect(second).toMatch(ENTRY_ID);
    expect(second).not.toBe(first);
  });
});
