import { describe, expect, it } from 'vitest';
import {
  erasedImport,
  importedContributions,
  isImportDue,
  saysTheSame,
  type KeptImport,
  type PastCase,
} from '../../data/imported.js';
import { IMPORTED } from './contract/examples.js';

const PAST: PastCase = {
  openedOn: '2021-03-10',
  domain: 'medical',
  organisationType: 'gp',
  municipality: 'leiden',
  talk: true,
};
const ESCALATION: PastCase['escalation'] = {
  on: '2021-03-15',
  reasons: ['finance', 'follow-up'],
  participation: 'not-participating',
};

const kept = (past: Partial<PastCase>, importedOn = '2026-11-16'): KeptImport => ({
  ...IMPORTED,
  importedOn,
  past: { ...PAST, ...past },
});
const rowsOf = (past: Partial<PastCase>, importedOn?: string) =>
  importedContributions(kept(past, importedOn)).map(({ row, period }) => `${row} ${period}`);
const dayOfRow = (row: string, past: Partial<PastCase>, importedOn?: string) =>
  rowsOf(past, importedOn)
    .find((one) => one.startsWith(`${row} `))
    ?.slice(row.length + 1);

describe('what an imported past case adds', () => {
  it('for a talk', () => {
    expect(rowsOf({})).toEqual([
      'talks 2021-03-10',
      'talks:municipality:leiden 2021-03-10',
      'talks:type:gp 2021-03-10',
      'talks:domain:medical 2021-03-10',
      'talks:phase:unknown 2021-03-10',
    ]);
  });

  it('for an escalation without a talk, closed', () => {
    const closed = { on: '2021-04-01', outcome: 'wish-now' } as const;
    expect(rowsOf({ talk: false, escalation: { ...ESCALATION, closed } })).toEqual([
      'escalations 2021-03-15',
      'escalations:municipality:leiden 2021-03-15',
      'escalations:type:gp 2021-03-15',
      'escalations:domain:medical 2021-03-15',
      'escalations:phase:unknown 2021-03-15',
      'escalations:participation:not-participating 2021-03-15',
      'reason:finance 2021-03-15',
      'reason:follow-up 2021-03-15',
      'outcome:wish-now 2021-04-01',
      'close-days:17 2021-04-01',
    ]);
  });

  it('for a talk that was escalated also says so of the talk', () => {
    expect(dayOfRow('talks-escalated', { escalation: ESCALATION })).toBe('2021-03-10');
  });

  it.each([
    ['2021-03-15', '2021-04-01', 'close-days:17'],
    ['2021-03-15', '2021-03-15', 'close-days:0'],
    ['2021-03', '2021-04-01', undefined],
    ['2021-03-15', '2021-04', undefined],
  ])('says how long it took from %s to %s: %s', (on, closedOn, row) => {
    const rows = rowsOf({ escalation: { ...ESCALATION, on, closed: { on: closedOn } } });
    expect(rows.find((one) => one.startsWith('close-days'))?.split(' ')[0]).toBe(row);
  });

  it.each<[string | undefined, string, string]>([
    [undefined, '2021-03-20', 'partner-contraception'],
    ['2021-03-15', '2021-03-14', 'partner-contraception'],
    ['2021-03-15', '2021-03-15', 'escalated-contraception'],
    ['2021-03-15', '2021-02', 'partner-contraception'],
    ['2021-03-15', '2021-03', 'escalated-contraception'],
    ['2021-03', '2021-02-28', 'partner-contraception'],
    ['2021-03', '2021-03-01', 'escalated-contraception'],
  ])('escalated on %s, realised on %s: %s', (on, realisedOn, row) => {
    const escalation = on === undefined ? undefined : { ...ESCALATION, on };
    const rows = rowsOf({ escalation, realisedOn }).map((one) => one.split(' ')[0]);
    expect(rows.filter((one) => one?.endsWith('contraception'))).toEqual([row]);
  });

  it.each([
    ['2021-03-10', '2026-11-16', '2021-03-10'],
    ['2021-03', '2026-11-16', '2021-03-15'],
    ['2026-11', '2026-11-16', '2026-11-16'],
    ['2026-11', '2026-12-01', '2026-11-15'],
  ])('of %s, imported on %s, counts on %s', (openedOn, importedOn, day) => {
    expect(dayOfRow('talks', { openedOn }, importedOn)).toBe(day);
  });
});

describe('two rows say the same', () => {
  it('whatever the region file says of the municipality by now', () => {
    const other = { ...ESCALATION, participation: 'participating' } as const;
    const [one, two] = [kept({ escalation: ESCALATION }), kept({ escalation: other })];
    expect(saysTheSame(one.past, two.past)).toBe(true);
  });

  const closed = { on: '2021-04-01', outcome: 'other' } as const;
  it.each<Partial<PastCase>>([
    { openedOn: '2021-03' },
    { domain: 'social' },
    { organisation: 'jgz-voorbeeld' },
    { organisationType: 'hospital' },
    { municipality: 'gouda' },
    { talk: false },
    { realisedOn: '2021-04' },
    { escalation: undefined },
    { escalation: { ...ESCALATION, on: '2021-03-16' } },
    { escalation: { ...ESCALATION, reasons: ['finance'] } },
    { escalation: { ...ESCALATION, closed } },
    { escalation: { ...ESCALATION, closed: { on: closed.on } } },
  ])('but not with %j', (parts) => {
    const one = { ...PAST, escalation: ESCALATION };
    expect(saysTheSame(one, { ...one, ...parts })).toBe(false);
  });
});

describe('after its time', () => {
  const retention = { draftDays: 7, caseMonths: 6, escalatedCaseMonths: 3 };

  it.each([
    [undefined, '2036-01-01', false],
    [6, '2027-05-15', false],
    [6, '2027-05-16', true],
  ])('kept for %s months from 2026-11-16, on %s it goes: %s', (importedMonths, today, due) => {
    expect(isImportDue(kept({}), { ...retention, importedMonths }, today)).toBe(due);
  });

  it('leaves weeks and quarters, and nothing that says more', () => {
    const { put, remains } = erasedImport(kept({ escalation: ESCALATION }));
    expect(put).toEqual({
      ...{ region: IMPORTED.region, id: IMPORTED.id, filedIn: IMPORTED.filedIn },
      ...{ version: 2, status: 'erased' },
    });
    expect(remains).toEqual([
      { row: 'talks', period: '2021-W10' },
      { row: 'talks:municipality:leiden', period: '2021-K1' },
      { row: 'talks:type:gp', period: '2021-K1' },
      { row: 'talks-escalated', period: '2021-W10' },
      { row: 'escalations', period: '2021-W11' },
      { row: 'escalations:municipality:leiden', period: '2021-K1' },
      { row: 'escalations:type:gp', period: '2021-K1' },
      { row: 'reason:finance', period: '2021-K1' },
      { row: 'reason:follow-up', period: '2021-K1' },
    ]);
    expect(importedContributions(put)).toEqual([]);
  });
});
