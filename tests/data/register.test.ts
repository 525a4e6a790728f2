import { describe, expect, it } from 'vitest';
import { entriesOf, registerContributions, type RegisterContent } from '../../data/register.js';
import { ANNEKE, utc } from '../builders.js';
import {
  aGroup,
  aMeeting,
  anEntry,
  aPartner,
  aTarget,
  aTotal,
  aTraining,
} from './registerBuilder.js';

const JOINED = { status: 'joined', since: '2026-03-02' } as const;
const removed = (content: RegisterContent) =>
  anEntry(content, {
    history: [
      { kind: 'added', by: ANNEKE, at: utc('2026-11-02T10:00') },
      { kind: 'removed', by: ANNEKE, at: utc('2026-11-03T10:00') },
    ],
  });

describe('what an entry adds to the figures', () => {
  it.each<[string, RegisterContent, object[]]>([
    [
      'a partner, on the day it joined',
      aPartner({ standings: [{ status: 'talking', since: '2026-01-05' }, JOINED] }),
      [{ row: 'partners', period: '2026-03-02' }],
    ],
    ['a partner that pledged', aPartner({ standings: [{ ...JOINED, status: 'pledged' }] }), []],
    ['a partner in talks', aPartner({ standings: [{ ...JOINED, status: 'talking' }] }), []],
    [
      'a partner that left',
      aPartner({ standings: [JOINED, { status: 'declined', since: '2026-05-01' }] }),
      [],
    ],
    [
      'a partner that came back, on that day',
      aPartner({
        standings: [
          JOINED,
          { status: 'declined', since: '2026-05-01' },
          { status: 'joined', since: '2026-09-01' },
        ],
      }),
      [{ row: 'partners', period: '2026-09-01' }],
    ],
    [
      'a training, with the attention officers it trained',
      aTraining({ on: '2026-11-04', officers: 6 }),
      [
        { row: 'trainings', period: '2026-11-04' },
        { row: 'attention-officers', period: '2026-11-04', n: 6 },
      ],
    ],
    [
      'a training without attention officers',
      aTraining({ on: '2026-11-04', officers: 0 }),
      [{ row: 'trainings', period: '2026-11-04' }],
    ],
    [
      'an intervision group',
      aGroup({ since: '2026-09-01' }),
      [{ row: 'intervision-groups', period: '2026-09-01' }],
    ],
    [
      'a meeting, once however many came',
      aMeeting({ on: '2026-11-05' }),
      [{ row: 'intervision', period: '2026-11-05' }],
    ],
    ['a target', aTarget(), []],
    [
      'an earlier total, on its last day',
      aTotal({ row: 'partners', n: 12, until: '2025-12-31' }),
      [{ row: 'partners', period: '2025-12-31', n: 12 }],
    ],
  ])('%s', (_, content, expected) => {
    expect(registerContributions(anEntry(content))).toEqual(expected);
    expect(registerContributions(removed(content))).toEqual([]);
  });
});

describe('the list of one kind', () => {
  const entries = [
    anEntry(aPartner({ name: 'zorg B' }), { id: 'RG-222222' }),
    anEntry(aPartner({ name: 'Ärzte' }), { id: 'RG-222223' }),
    anEntry(aPartner({ name: 'Zorg A' }), { id: 'RG-222224' }),
    anEntry(aTraining({ on: '2026-01-01' }), { id: 'RG-222225' }),
    anEntry(aTraining({ on: '2026-11-04' }), { id: 'RG-222226' }),
    anEntry(aTarget({ year: 2026, indicator: 'partners' }), { id: 'RG-222227' }),
    anEntry(aTarget({ year: 2027, indicator: 'intervision' }), { id: 'RG-222228' }),
    anEntry(aTarget({ year: 2026, indicator: 'talks' }), { id: 'RG-222229' }),
    { ...removed(aPartner({ name: 'Weg' })), id: 'RG-22222A' },
  ];
  const ids = (kind: RegisterContent['kind'], which?: 'removed') =>
    entriesOf(entries, kind, which).map(({ id }) => id.slice(-1));

  it('stands by name, by day from the newest on, or as the programme has its rows', () => {
    expect(ids('partner')).toEqual(['3', '4', '2']);
    expect(ids('training')).toEqual(['6', '5']);
    expect(ids('target')).toEqual(['8', '9', '7']);
    expect(ids('group')).toEqual([]);
  });

  it('shows what was removed apart', () => {
    expect(ids('partner', 'removed')).toEqual(['A']);
    expect(ids('training', 'removed')).toEqual([]);
  });
});
