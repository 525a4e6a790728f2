import { describe, expect, it } from 'vitest';
import {
  absenceSchema,
  coveredBy,
  dayProblems,
  isAway,
  isSamePlan,
  onDuty,
  planAbsence,
  standInAway,
  type Absence,
} from '../../data/absence.js';
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

describe('the days of an absence', () => {
  it.each<[string, string, string, object]>([
    ['today only', '2026-11-18', '2026-11-18', {}],
    ['a year from today', '2026-11-18', '2027-11-18', {}],
    ['a day beyond that', '2026-11-18', '2027-11-19', { until: 'too-far' }],
    ['begun yesterday', '2026-11-17', '2026-11-20', { from: 'past' }],
    ['over yesterday', '2026-11-16', '2026-11-17', { from: 'past', until: 'past' }],
    ['ending before it begins', '2026-11-20', '2026-11-19', { until: 'order' }],
    ['ending before it begins, past', '2026-11-20', '2026-11-17', { until: 'past' }],
  ])('%s', (_, from, until, problems) => {
    expect(dayProblems({ from, until }, undefined, TODAY)).toEqual(problems);
  });

  it.each([
    ['may stay where it began', '2026-11-16', {}],
    ['may not begin on another day that has passed', '2026-11-17', { from: 'past' }],
    ['may begin today', '2026-11-18', {}],
  ])('of one that runs: %s', (_, from, problems) => {
    const known = { from: '2026-11-16' };
    expect(dayProblems({ from, until: '2026-11-20' }, known, TODAY)).toEqual(problems);
  });
});

describe('planning an absence', () => {
  const plan = {
    region: 'hollands-midden',
    person: MERYEM,
    replacedBy: JOOST,
    from: '2026-11-23',
    until: '2026-12-04',
  };

  it('keeps it until a month after the last day, on the Dutch clock', () => {
    const planned = planAbsence(plan, undefined, TODAY);
    const absence = { ...plan, version: 1, expiresAt: utc('2027-01-04T00:00') };
    expect(planned).toEqual({ ok: true, absence });
    expect(absenceSchema.parse(absence)).toEqual(absence);
  });

  it('goes on from what is known, over or not', () => {
    const known = away(MERYEM, TOM, '2026-11-17');
    const planned = planAbsence(plan, { ...known, version: 4 }, TODAY);
    expect(planned).toMatchObject({ absence: { version: 5, replacedBy: JOOST } });
  });

  it('names what is the matter', () => {
    const problems = { until: 'order' };
    expect(planAbsence({ ...plan, until: '2026-11-22' }, undefined, TODAY)).toEqual({
      ok: false,
      problems,
    });
    expect(planAbsence({ ...plan, replacedBy: MERYEM }, undefined, TODAY)).toEqual({
      ok: false,
      problems: 'own-stand-in',
    });
  });

  it.each([
    ['all of it', {}, true],
    ['another first day', { from: '2026-11-24' }, false],
    ['another last day', { until: '2026-12-05' }, false],
    ['another stand-in', { replacedBy: TOM }, false],
    ['the stand-in under another name', { replacedBy: { ...JOOST, name: 'J.' } }, true],
  ])('is the same plan with the same: %s', (_, other, same) => {
    expect(isSamePlan(plan, { ...plan, ...other })).toBe(same);
  });

  it.each([
    ['on the last day', '2026-12-04', '2026-12-30', true],
    ['the day after', '2026-12-05', '2026-12-30', false],
    ['on the first day', '2026-11-01', '2026-11-23', true],
    ['the day before', '2026-11-01', '2026-11-22', false],
    ['in between', '2026-11-25', '2026-11-26', true],
  ])('knows whether the stand-in is away too: %s', (_, from, until, expected) => {
    const other = { ...away(JOOST, TOM), from, until };
    const found = standInAway(plan, [away(ANNEKE, TOM), other]);
    expect(found).toEqual(expected ? other : undefined);
  });
});
