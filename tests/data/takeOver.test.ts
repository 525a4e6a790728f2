import { describe, expect, it } from 'vitest';
import { caseSchema, type Case } from '../../data/case.js';
import type { Person } from '../../data/person.js';
import { recipients } from '../../data/surfaces.js';
import {
  colleaguesIn,
  escalatedIn,
  takenFrom,
  takeOver,
  versionOf,
  wasActiveLately,
} from '../../data/takeOver.js';
import { aCase, anEscalatedCase, at, JOOST, MERYEM, NOW, SANNE, TOM, utc } from '../builders.js';

/** Recorded by this person on this day. */
function recorded(professional: Person, day: string, parts: Partial<Case> = {}): Case {
  const openedAt = utc(`${day}T10:00`);
  const history: Case['history'] = [
    { kind: 'talk-recorded', number: 1, at: openedAt, by: professional },
  ];
  return aCase({ professional, openedAt, history, ...parts });
}

describe('colleagues whose cases can be taken over', () => {
  it('are those with cases, the longest quiet first, the officer left out', () => {
    const cases = [
      recorded(TOM, '2026-09-01'),
      recorded(SANNE, '2026-01-01'),
      recorded(JOOST, '2026-05-01'),
      recorded(TOM, '2026-02-01'),
    ];
    const found = colleaguesIn(cases, SANNE);
    expect(found.map(({ person, cases: own }) => [person.name, own.length])).toEqual([
      [JOOST.name, 1],
      [TOM.name, 2],
    ]);
    expect(found[1]?.activeAt).toBe(utc('2026-09-01T10:00'));
  });

  it('have no cases that a coordinator recorded for somebody who called', () => {
    const caller = { name: 'Voorbeeldbeller', phone: '071 000 00 00' };
    expect(colleaguesIn([recorded(MERYEM, '2026-11-01', { caller })], SANNE)).toEqual([]);
  });

  it('bear the name they have now', () => {
    const married = { ...TOM, name: 'Tom Bakker-de Wit' };
    const cases = [recorded(TOM, '2026-03-01'), recorded(married, '2026-04-01')];
    expect(colleaguesIn(cases, SANNE).map(({ person }) => person.name)).toEqual([married.name]);
    expect(colleaguesIn(cases.toReversed(), SANNE)[0]?.person.name).toBe(married.name);
  });

  it('are as quiet as their own last entry says, not what others did', () => {
    const subject = recorded(TOM, '2026-06-01');
    const history: Case['history'] = [
      ...subject.history,
      { kind: 'corrected', number: 2, at: utc('2026-07-01T10:00'), by: TOM, corrections: [] },
      { kind: 'claimed', number: 3, at: utc('2026-11-15T10:00'), by: MERYEM },
    ];
    expect(colleaguesIn([{ ...subject, history }], SANNE)[0]?.activeAt).toBe(
      utc('2026-07-01T10:00'),
    );
  });

  it.each([
    ['2026-10-17T09:00', false],
    ['2026-10-17T09:01', true],
    ['2026-11-16T08:59', true],
  ])('were active lately when they entered something on %s: %s', (moment, lately) => {
    const colleague = { person: TOM, cases: [], activeAt: utc(moment) };
    expect(wasActiveLately(colleague, NOW)).toBe(lately);
  });
});

describe('taking a case over', () => {
  const before = anEscalatedCase({}, { professional: TOM, version: 4 });
  const after = takeOver(before, SANNE, at('2026-11-16T09:30'));

  it('makes the officer its professional and writes down from whom', () => {
    expect(after).toEqual({
      ...before,
      version: 5,
      professional: SANNE,
      history: [
        ...before.history,
        { kind: 'taken-over', number: 3, at: utc('2026-11-16T09:30'), by: SANNE, from: TOM },
      ],
    });
    expect(caseSchema.safeParse(after).success).toBe(true);
  });

  it('tells who holds it; the colleague hears once of all together', () => {
    const claimedAt = utc('2026-11-16T09:00');
    const held = anEscalatedCase(
      { state: { status: 'claimed', holder: MERYEM, claimedAt } },
      { professional: TOM },
    );
    const taken = takeOver(held, SANNE, NOW);
    const [event] = taken.history.slice(-1);
    expect(event && recipients(event, taken)).toEqual([MERYEM]);
  });

  it('is known afterwards, until somebody else goes on with it', () => {
    const found = takenFrom([after, recorded(SANNE, '2026-11-01')], TOM.aadObjectId, SANNE);
    expect(found).toEqual({ person: TOM, cases: [after] });
    expect(takenFrom([after], JOOST.aadObjectId, SANNE)).toBeUndefined();
    expect(takenFrom([after], TOM.aadObjectId, JOOST)).toBeUndefined();
    const further = takeOver(after, JOOST, NOW);
    expect(takenFrom([further], TOM.aadObjectId, SANNE)).toBeUndefined();
    expect(takenFrom([further], SANNE.aadObjectId, JOOST)?.cases).toEqual([further]);
    // It came back: last from Joost, no longer from Tom.
    const back = takeOver(further, SANNE, NOW);
    expect(takenFrom([back], TOM.aadObjectId, SANNE)).toBeUndefined();
  });

  it('is confirmed for the cases as they were: any change makes another version', () => {
    const cases = [recorded(TOM, '2026-02-01', { version: 3 }), recorded(TOM, '2026-03-01')];
    expect(versionOf(cases.toReversed())).toBe(versionOf(cases));
    const others = [
      [],
      [...cases, recorded(TOM, '2026-04-01')],
      cases.slice(1),
      cases.map((row) => ({ ...row, version: row.version + 1 })),
      // As many changes in all, of other cases.
      [aCase({ code: 'HM-2222', version: 4 })],
      [aCase({ code: 'HM-3333', version: 4 })],
      [aCase({ code: 'HM-2222' }), aCase({ code: 'HM-3333', version: 3 })],
    ];
    const versions = [cases, ...others].map(versionOf);
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('concerns coordinators only where they were asked', () => {
    expect(escalatedIn([before, recorded(TOM, '2026-02-01')])).toEqual([before]);
  });
});
