import { describe, expect, it } from 'vitest';
import { openCase, type Opening } from '../../data/openCase.js';
import { aTalk, HOLLANDS_MIDDEN, NOW, SANNE, utc } from '../builders.js';

const ORGANISATION = HOLLANDS_MIDDEN.organisations[0];
if (!ORGANISATION) throw new Error('the example region has no organisation');
const SETTING = {
  region: HOLLANDS_MIDDEN,
  professional: SANNE,
  organisation: ORGANISATION,
  domain: 'social',
} as const;

const RECORD = { given: true, at: utc('2026-11-12T14:00') };
const GIVEN = { given: true, at: utc('2026-11-16T09:00') };
const NOT_GIVEN = { ...GIVEN, given: false };

const ESCALATION: NonNullable<Opening['escalation']> = {
  reasons: ['complex'],
  phase: 'before',
  situations: ['stuck'],
  priority: false,
  reachable: 'dinsdag',
  note: '',
};

function open(parts: Partial<Opening>) {
  const opening: Opening = {
    code: 'HM-7K3Q',
    municipality: 'leiden',
    talk: aTalk(),
    realisedOn: undefined,
    attested: { record: RECORD },
    escalation: undefined,
    caller: undefined,
    ...parts,
  };
  return openCase(SETTING, opening, NOW);
}

describe('what the client permitted', () => {
  it('is dated when it was said, not when the checklist was finished', () => {
    expect(open({}).permissions.record).toEqual({
      given: true,
      by: SANNE,
      at: utc('2026-11-12T14:00'),
    });
  });

  it('is no "nee" when it was not asked', () => {
    expect(open({}).permissions).not.toHaveProperty('share');
  });

  it('is "nee" when it was asked and not given', () => {
    const attested = { record: RECORD, share: GIVEN, network: NOT_GIVEN };
    const { permissions } = open({ attested });
    expect(permissions).toMatchObject({ share: { given: true }, network: { given: false } });
  });

  it('to record it is needed, or there is no case', () => {
    expect(() => open({ attested: {} })).toThrow('recorded without permission');
    expect(() => open({ attested: { record: NOT_GIVEN } })).toThrow('without permission');
  });
});

describe('an escalation', () => {
  const shared = { record: RECORD, share: GIVEN };

  it('comes with the case, in one version', () => {
    const opened = open({ escalation: ESCALATION, attested: shared });
    expect(opened).toMatchObject({
      version: 1,
      escalations: [{ number: 1, reasons: ['complex'], phase: 'before', situations: ['stuck'] }],
    });
    expect(opened.history.map(({ kind }) => kind)).toEqual(['talk-recorded', 'escalated']);
  });

  it('without permission is a bug', () => {
    expect(() => open({ escalation: ESCALATION })).toThrow('escalated without permission: share');
    const attested = { record: RECORD, share: NOT_GIVEN };
    expect(() => open({ escalation: ESCALATION, attested })).toThrow('share');
  });

  it('can come without a talk, and then no talk is in its history', () => {
    const opened = open({ talk: undefined, escalation: ESCALATION, attested: shared });
    expect(opened.talks).toEqual([]);
    expect(opened.history.map(({ kind }) => kind)).toEqual(['escalated']);
  });

  it('can come from somebody who called', () => {
    const caller = { name: 'Kim Jansen', phone: '071 512 34 56' };
    expect(open({ caller, escalation: ESCALATION, attested: shared })).toMatchObject({ caller });
    expect(open({})).not.toHaveProperty('caller');
  });
});

it('contraception realised before the escalation counts for the partner', () => {
  const opened = open({
    escalation: ESCALATION,
    attested: { record: RECORD, share: GIVEN },
    realisedOn: '2026-11',
  });
  expect(opened.realisation).toMatchObject({ on: '2026-11', route: 'partner' });
});
