import { describe, expect, it } from 'vitest';
import { openCase, type RecordedTalk } from '../../data/openCase.js';
import { aTalk, HOLLANDS_MIDDEN, NOW, SANNE, utc } from '../builders.js';

const ORGANISATION = HOLLANDS_MIDDEN.organisations[0];
if (!ORGANISATION) throw new Error('the example region has no organisation');
const SETTING = {
  region: HOLLANDS_MIDDEN,
  professional: SANNE,
  organisation: ORGANISATION,
  domain: 'social',
} as const;

const ESCALATION = {
  reasons: ['complex'],
  priority: false,
  reachable: 'dinsdag',
  note: '',
} as const;

function open(parts: Partial<RecordedTalk>) {
  const recorded: RecordedTalk = {
    code: 'HM-7K3Q',
    municipality: 'leiden',
    talk: aTalk(),
    realisedOn: undefined,
    permissions: ['record'],
    recordPermissionAt: utc('2026-11-12T14:00'),
    sharingAsked: false,
    escalation: undefined,
    ...parts,
  };
  return openCase(SETTING, recorded, NOW);
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
    const { permissions } = open({ sharingAsked: true, permissions: ['record', 'share'] });
    expect(permissions).toMatchObject({ share: { given: true }, network: { given: false } });
  });
});

describe('an escalation', () => {
  it('comes with the case, in one version', () => {
    const escalation = { ...ESCALATION, reasons: [...ESCALATION.reasons] };
    const permissions = ['record', 'share'] as const;
    const opened = open({ escalation, permissions, sharingAsked: true });
    expect(opened).toMatchObject({
      version: 1,
      escalations: [{ number: 1, reasons: ['complex'] }],
    });
    expect(opened.history.map(({ kind }) => kind)).toEqual(['talk-recorded', 'escalated']);
  });

  it('without permission is a bug', () => {
    const escalation = { ...ESCALATION, reasons: [...ESCALATION.reasons] };
    expect(() => open({ escalation })).toThrow('escalated without permission: share');
  });
});

it('contraception realised before the escalation counts for the partner', () => {
  const escalation = { ...ESCALATION, reasons: [...ESCALATION.reasons] };
  const opened = open({
    escalation,
    permissions: ['record', 'share'],
    sharingAsked: true,
    realisedOn: '2026-11',
  });
  expect(opened.realisation).toMatchObject({ on: '2026-11', route: 'partner' });
});
