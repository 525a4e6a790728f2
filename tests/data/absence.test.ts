import { describe, expect, it } from 'vitest';
import { coveredBy, isAway, onDuty, type Absence } from '../../data/absence.js';
import { ANNEKE, JOOST, MERYEM, TOM, utc } from '../builders.js';

const TODAY = '2026-11-18';
const away = (person: typeof MERYEM, replacedBy: typeof MERYEM, until = '2026-11-20'): Absence => ({
  region: 'hollands-midden',
  version: 1,
  person,
  replacedBy,
  from: '2026-11-16',
  until,
  expiresAt: utc('2026-12-20T00:00'),
});

describe('an absence', () => {
  it.each([
    ['2026-11-15', false],
    ['2026-11-16', true],
    ['2026-11-20', true],
    ['2026-11-21', false],
  ])('holds on %s: %s', (day, expected) => {
    expect(isAway(away(MERYEM, JOOST), day)).toBe(expected);
  });
});

describe('who is on duty', () => {
  it.each([
    ['nobody is away', [], MERYEM],
    ['somebody else is', [away(TOM, JOOST)], MERYEM],
    ['it is over', [away(MERYEM, JOOST, '2026-11-17')], MERYEM],
    ['she is away', [away(MERYEM, JOOST)], JOOST],
    ['her stand-in is away as well', [away(MERYEM, JOOST), away(JOOST, TOM)], TOM],
    ['they stand in for each other', [away(MERYEM, JOOST), away(JOOST, MERYEM)], MERYEM],
  ])('for Meryem when %s', (_, absences, expected) => {
    expect(onDuty(MERYEM, absences, TODAY)).toEqual(expected);
  });

  it('covers whoever ends up with them', () => {
    const absences = [away(MERYEM, JOOST), away(JOOST, TOM), away(ANNEKE, TOM, '2026-11-17')];
    expect(coveredBy(TOM, absences, TODAY)).toEqual([MERYEM, JOOST]);
    expect(coveredBy(JOOST, absences, TODAY)).toEqual([]);
  });
});
