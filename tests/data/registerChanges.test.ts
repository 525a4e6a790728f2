import { describe, expect, it } from 'vitest';
import {
  addEntry,
  correctEntry,
  removeEntry,
  type RegisterDecision,
} from '../../data/registerChanges.js';
import type { Entering } from '../../data/registerContent.js';
import type {
  PartnerStanding,
  PartnerStatus,
  RegisterEntry,
  RegisterInput,
} from '../../data/register.js';
import { ANNEKE, HOLLANDS_MIDDEN, MERYEM, NOW, utc } from '../builders.js';
import {
  aGroup,
  aMeeting,
  anEntry,
  aPartner,
  aTarget,
  aTotal,
  aTraining,
} from './registerBuilder.js';

const ID = 'RG-7K3QWZ';
const PARTNER: RegisterInput = {
  kind: 'partner',
  name: 'Kraamzorg Voorbeeld',
  organisationType: 'maternity-care',
  status: 'joined',
  since: '2026-11-02',
};

const entering = (input: RegisterInput, entries: readonly RegisterEntry[] = []): Entering => ({
  region: HOLLANDS_MIDDEN,
  entries,
  input,
  by: MERYEM,
});
const add = (input: RegisterInput, entries: readonly RegisterEntry[] = []) =>
  addEntry(ID, entering(input, entries), NOW);
const correct = (stored: RegisterEntry, input: RegisterInput, seen = stored.version) =>
  correctEntry(stored, seen, entering(input, [stored]), NOW);

function stored(decision: RegisterDecision): RegisterEntry {
  if (decision.kind !== 'stored') throw new Error(JSON.stringify(decision));
  return decision.entry;
}
const refusalOf = (decision: RegisterDecision) =>
  decision.kind === 'refused' ? decision.refusal.kind : decision.kind;

describe('adding', () => {
  it('keeps who did it and when', () => {
    expect(stored(add(PARTNER))).toEqual({
      id: ID,
      region: 'hollands-midden',
      version: 1,
      content: aPartner(),
      history: [{ kind: 'added', by: MERYEM, at: utc('2026-11-16T09:00') }],
    });
  });

  it.each<[string, RegisterInput, string]>([
    ['a partner today', { ...PARTNER, since: '2026-11-16' }, 'stored'],
    ['a partner tomorrow', { ...PARTNER, since: '2026-11-17' }, 'future'],
    ['a partner in the first month', { ...PARTNER, since: '2020-01-01' }, 'stored'],
    ['a partner before the start', { ...PARTNER, since: '2019-12-31' }, 'before-start'],
    ['a training today', aTraining({ on: '2026-11-16' }), 'stored'],
    ['a training tomorrow', aTraining({ on: '2026-11-17' }), 'future'],
    ['a group tomorrow', aGroup({ since: '2026-11-17' }), 'future'],
    ['a meeting tomorrow', aMeeting({ on: '2026-11-17' }), 'future'],
    ['a total until tomorrow', aTotal({ until: '2026-11-17' }), 'future'],
    ['a target for a later year', aTarget({ year: 2030 }), 'stored'],
    ['a training of an organisation', aTraining({ organisation: 'jgz-voorbeeld' }), 'stored'],
    ['a training of nobody known', aTraining({ organisation: 'weg' }), 'unknown-organisation'],
    [
      'a meeting with nobody known',
      aMeeting({ attendance: [{ organisation: 'weg', n: 1 }] }),
      'unknown-organisation',
    ],
    ['a meeting of no group that is there', aMeeting({ group: 'RG-999999' }), 'unknown-group'],
  ])('%s: %3$s', (_, input, expected) => {
    expect(refusalOf(add(input))).toBe(expected);
  });

  it.each<[string, RegisterInput, RegisterEntry['content'], string]>([
    ['the same name', PARTNER, aPartner(), 'duplicate'],
    [
      'that name in capitals',
      { ...PARTNER, name: 'KRAAMZORG  voorbeeld ' },
      aPartner(),
      'duplicate',
    ],
    ['another name', { ...PARTNER, name: 'Kraamzorg B' }, aPartner(), 'stored'],
    ['a group with a partner’s name', aGroup({ name: PARTNER.name }), aPartner(), 'stored'],
    ['a second group of that name', aGroup(), aGroup(), 'duplicate'],
    ['a second target', aTarget({ n: 50 }), aTarget(), 'duplicate'],
    ['a target of another year', aTarget({ year: 2027 }), aTarget(), 'stored'],
    ['a target on another basis', aTarget({ basis: 'this-year' }), aTarget(), 'stored'],
    ['a target of another row', aTarget({ indicator: 'talks' }), aTarget(), 'stored'],
    ['a second total of a row', aTotal({ until: '2024-12-31' }), aTotal(), 'duplicate'],
    ['a total of another row', aTotal({ row: 'partners' }), aTotal(), 'stored'],
    ['two trainings on a day', aTraining(), aTraining(), 'stored'],
    ['two meetings on a day', aMeeting(), aMeeting(), 'stored'],
  ])('beside what is there, %s: %4$s', (_, input, there, expected) => {
    const other = anEntry(there);
    expect(refusalOf(add(input, [other]))).toBe(expected);
    expect(refusalOf(add(input, [stored(removeEntry(other, 1, ANNEKE, NOW))]))).toBe('stored');
  });

  it('names the entry to correct instead', () => {
    const other = anEntry(aPartner());
    expect(add(PARTNER, [other])).toEqual({
      kind: 'refused',
      refusal: { kind: 'duplicate', of: other },
    });
  });

  it('takes a meeting of a group that stands, not of one that was removed', () => {
    const group = anEntry(aGroup(), { id: 'RG-333333' });
    const meeting = aMeeting({ group: group.id });
    expect(refusalOf(add(meeting, [group]))).toBe('stored');
    const gone = stored(removeEntry(group, 1, ANNEKE, NOW));
    expect(refusalOf(add(meeting, [gone]))).toBe('unknown-group');
  });
});

describe('correcting', () => {
  it('keeps what it was before and who changed it', () => {
    const before = anEntry(aTraining());
    const after = stored(correct(before, aTraining({ officers: 7 })));
    expect(after.version).toBe(2);
    expect(after.content).toEqual(aTraining({ officers: 7 }));
    expect(after.history).toEqual([
      ...before.history,
      { kind: 'corrected', by: MERYEM, at: utc('2026-11-16T09:00'), before: before.content },
    ]);
  });

  it('changes nothing when it says the same', () => {
    const before = anEntry(aTraining());
    expect(correct(before, aTraining())).toEqual({ kind: 'unchanged', entry: before });
    const partner = anEntry(aPartner());
    expect(correct(partner, PARTNER)).toEqual({ kind: 'unchanged', entry: partner });
  });

  it('is no duplicate of itself, but of another', () => {
    const target = anEntry(aTarget());
    const other = anEntry(aTarget({ year: 2027 }), { id: 'RG-333333' });
    expect(refusalOf(correct(target, aTarget({ n: 41 })))).toBe('stored');
    const twice = entering(aTarget({ year: 2027 }), [target, other]);
    expect(refusalOf(correctEntry(target, 1, twice, NOW))).toBe('duplicate');
  });

  it('of what changed or was removed meanwhile is refused, and says who did', () => {
    const first = anEntry(aTraining());
    const second = stored(correct(first, aTraining({ officers: 7 })));
    const late = correct(second, aTraining({ officers: 8 }), 1);
    expect(late).toMatchObject({ refusal: { kind: 'changed-meanwhile', by: { by: MERYEM } } });
    const gone = stored(removeEntry(second, 2, ANNEKE, NOW));
    const tooLate = correct(gone, aTraining({ officers: 8 }), 2);
    expect(tooLate).toMatchObject({ refusal: { kind: 'removed-meanwhile', by: { by: ANNEKE } } });
    expect(refusalOf(correct(gone, aTraining({ officers: 8 })))).toBe('removed-meanwhile');
  });

  it('keeps an organisation and a group that are gone since', () => {
    const training = anEntry(aTraining({ organisation: 'weg' }));
    const same = aTraining({ organisation: 'weg', officers: 9 });
    expect(refusalOf(correct(training, same))).toBe('stored');
    const meeting = anEntry(aMeeting({ group: 'RG-999999' }));
    expect(refusalOf(correct(meeting, aMeeting({ group: 'RG-999999', on: '2026-11-06' })))).toBe(
      'stored',
    );
  });

  const on = (status: PartnerStatus, since: string): PartnerStanding => ({ status, since });
  const [TALKED, PLEDGED] = [on('talking', '2026-02-01'), on('pledged', '2026-05-01')];

  it.each<[string, PartnerStanding[], PartnerStanding, PartnerStanding[] | string]>([
    ['a later status is added', [TALKED], PLEDGED, [TALKED, PLEDGED]],
    [
      'the same status has another day',
      [PLEDGED],
      on('pledged', '2026-06-01'),
      [on('pledged', '2026-06-01')],
    ],
    [
      'another status on that day was meant',
      [TALKED],
      on('pledged', '2026-02-01'),
      [on('pledged', '2026-02-01')],
    ],
    [
      'an earlier one takes the place of the last',
      [TALKED, PLEDGED],
      on('joined', '2026-03-01'),
      [TALKED, on('joined', '2026-03-01')],
    ],
    [
      'and cannot pass the one before',
      [TALKED, PLEDGED],
      on('joined', '2026-02-01'),
      'before-earlier-status',
    ],
    [
      'back to the one before is one status',
      [TALKED, PLEDGED],
      on('talking', '2026-04-01'),
      [on('talking', '2026-04-01')],
    ],
  ])('a partner: %s', (_, standings, { status, since }, expected) => {
    const partner = anEntry(aPartner({ standings }));
    const decision = correct(partner, { ...PARTNER, status, since });
    if (typeof expected === 'string') expect(refusalOf(decision)).toBe(expected);
    else expect(stored(decision).content).toEqual(aPartner({ standings: expected }));
  });
});

describe('removing', () => {
  it('keeps what it was and who removed it', () => {
    const before = anEntry(aGroup());
    expect(stored(removeEntry(before, 1, MERYEM, NOW))).toEqual({
      ...before,
      version: 2,
      history: [...before.history, { kind: 'removed', by: MERYEM, at: utc('2026-11-16T09:00') }],
    });
  });

  it('works once, and only on what was on screen', () => {
    const before = anEntry(aGroup());
    const gone = stored(removeEntry(before, 1, MERYEM, NOW));
    expect(refusalOf(removeEntry(gone, 2, MERYEM, NOW))).toBe('removed-meanwhile');
    expect(refusalOf(removeEntry({ ...before, version: 3 }, 1, MERYEM, NOW))).toBe(
      'changed-meanwhile',
    );
  });
});
