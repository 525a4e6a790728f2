import { describe, expect, it } from 'vitest';
import { addToCase, type Addition } from '../../data/addToCase.js';
import type { Case, EscalationState, Permission } from '../../data/case.js';
import { contributions } from '../../data/counting.js';
import {
  aCase,
  anEscalatedCase,
  aTalk,
  HOLLANDS_MIDDEN,
  MERYEM,
  NOW,
  SANNE,
  utc,
} from '../builders.js';

const BEFORE = { by: SANNE, at: utc('2026-10-01T10:00') };
const NOW_AT = utc('2026-11-16T09:00');
const FURTHER = aTalk({ on: '2026-11-16', wish: 'undecided' });

const ESCALATION: NonNullable<Addition['escalation']> = {
  reasons: ['finance'],
  phase: 'after',
  situations: ['cost'],
  priority: true,
  reachable: 'dinsdag',
  note: '',
};

function add(subject: Case, parts: Partial<Addition>): Case {
  const added = tryToAdd(subject, parts);
  if (!added) throw new Error('nothing was added');
  return added;
}

function tryToAdd(subject: Case, parts: Partial<Addition>) {
  const nothing: Addition = {
    talk: undefined,
    realisedOn: undefined,
    attested: {},
    escalation: undefined,
  };
  return addToCase(HOLLANDS_MIDDEN, subject, { ...nothing, ...parts }, NOW);
}

describe('a permission given again', () => {
  const ended = (status: 'closed' | 'withdrawn') =>
    anEscalatedCase({
      state: STATES[status],
      reasons: ['finance', 'somatic-network', 'follow-up'],
      ended: ['somatic-network', 'follow-up'],
    });
  const agreed = { network: { given: true, at: NOW_AT }, followUp: { given: false, at: NOW_AT } };
  const endedAfter = (subject: Case) =>
    add(subject, { talk: FURTHER, attested: agreed }).escalations[0]?.ended;

  it('lets its reason go on in what can be opened again', () => {
    expect(endedAfter(ended('closed'))).toEqual(['follow-up']);
    expect(endedAfter(ended('withdrawn'))).toEqual(['somatic-network', 'follow-up']);
  });
});

const attested = (given: boolean) => ({ given, at: NOW_AT });
const kindsIn = ({ history }: Case) => history.map(({ kind }) => kind);

const STATES: Record<EscalationState['status'], EscalationState> = {
  open: { status: 'open' },
  claimed: { status: 'claimed', holder: MERYEM, claimedAt: NOW_AT },
  declined: { status: 'declined', by: MERYEM, at: NOW_AT, reason: 'Hoort elders.' },
  closed: {
    status: 'closed',
    by: MERYEM,
    at: NOW_AT,
    outcome: 'other',
    contraception: 'none',
  },
  withdrawn: { status: 'withdrawn', at: NOW_AT, why: 'client-stops' },
};

describe('a further talk', () => {
  const subject = aCase({ version: 4 });

  it('comes after the others on the same case, in one version', () => {
    const added = add(subject, { talk: FURTHER, attested: { record: attested(true) } });
    expect(added).toMatchObject({ code: 'HM-7K3Q', version: 5, talks: [aTalk(), FURTHER] });
    expect(kindsIn(added)).toEqual(['talk-recorded', 'talk-recorded']);
    expect(added.history[1]).toMatchObject({ number: 2, at: NOW_AT, by: SANNE });
  });

  it('does not count as another case', () => {
    const added = add(subject, { talk: FURTHER, attested: { record: attested(true) } });
    expect(contributions(added)).toEqual(contributions(subject));
  });

  it.each(['open', 'claimed', 'declined', 'closed', 'withdrawn'] as const)(
    'can be recorded while the escalation is %s, which it leaves alone',
    (status) => {
      const escalated = anEscalatedCase({ state: STATES[status] });
      const added = add(escalated, { talk: FURTHER });
      expect(added.talks).toHaveLength(2);
      expect(added.escalations).toEqual(escalated.escalations);
    },
  );

  it.each([
    ['before any escalation', aCase(), 'partner'],
    ['after one that counts', anEscalatedCase(), 'escalated'],
  ] as const)('says that contraception was realised %s', (_, before, route) => {
    const added = add(before, { talk: FURTHER, realisedOn: '2026-11-16' });
    expect(added.realisation).toMatchObject({ on: '2026-11-16', route });
  });

  it('does not realise contraception a second time', () => {
    const realisation = { on: '2026-01', recordedAt: BEFORE.at, route: 'partner' } as const;
    const added = add(aCase({ realisation }), { talk: FURTHER, realisedOn: '2026-11' });
    expect(added.realisation).toEqual(realisation);
    expect(kindsIn(added)).not.toContain('realised');
  });
});

describe('escalating', () => {
  const shared = { share: attested(true) };

  it.each(['declined', 'closed', 'withdrawn'] as const)(
    'a case whose escalation is %s makes a second one',
    (status) => {
      const subject = anEscalatedCase({ state: STATES[status] });
      const added = add(subject, { escalation: ESCALATION, attested: shared });
      expect(added.escalations).toHaveLength(2);
      expect(added.escalations[1]).toMatchObject({
        ...ESCALATION,
        number: 2,
        at: NOW_AT,
        participation: 'participating',
        state: { status: 'open' },
      });
    },
  );

  it('goes in the same version as the talk it came from', () => {
    const added = add(aCase(), { talk: FURTHER, escalation: ESCALATION, attested: shared });
    expect(added.version).toBe(2);
    expect(kindsIn(added)).toEqual(['talk-recorded', 'talk-recorded', 'escalated']);
  });

  it('comes after what was realised before it', () => {
    const added = add(aCase(), {
      talk: FURTHER,
      realisedOn: '2026-11',
      escalation: ESCALATION,
      attested: shared,
    });
    expect(added.realisation).toMatchObject({ route: 'partner' });
  });

  it.each(['open', 'claimed'] as const)('is not possible while it is %s', (status) => {
    const subject = anEscalatedCase({ state: STATES[status] });
    const addition = { talk: FURTHER, escalation: ESCALATION, attested: shared };
    expect(tryToAdd(subject, addition)).toBeUndefined();
  });

  it('rests on what is permitted now, not on what was before', () => {
    expect(() => add(aCase(), { escalation: ESCALATION })).toThrow('without permission: share');
  });

  it('uses whether the municipality takes part on this day', () => {
    const subject = aCase({ municipality: 'gouda' });
    const added = add(subject, { escalation: ESCALATION, attested: shared });
    expect(added.escalations[0]).toMatchObject({ participation: 'not-participating' });
  });
});

describe('permission', () => {
  const yes = { given: true, ...BEFORE };
  const no = { given: false, ...BEFORE };
  const anew = { given: true, by: SANNE, at: NOW_AT };

  it.each<
    [string, Case['permissions']['share'], boolean | undefined, Case['permissions']['share']]
  >([
    ['given before, ticked now: attested anew', yes, true, anew],
    ['given before, not ticked now: stays given', yes, false, yes],
    ['given before, not asked now: stays given', yes, undefined, yes],
    ['refused before, ticked now: given', no, true, anew],
    ['refused before, not ticked now: refused anew', no, false, { ...anew, given: false }],
    ['refused before, not asked now: as it was', no, undefined, no],
    ['never asked, ticked now: given', undefined, true, anew],
    ['never asked, not ticked now: refused', undefined, false, { ...anew, given: false }],
    ['never asked, not asked now: not asked', undefined, undefined, undefined],
  ])('%s', (_, before, given, expected) => {
    for (const id of ['share', 'network', 'followUp'] satisfies Permission[]) {
      const permissions = { record: yes, ...(before && { [id]: before }) };
      const now = given === undefined ? {} : { [id]: attested(given) };
      const added = add(aCase({ permissions }), { talk: FURTHER, attested: now });
      expect(added.permissions[id]).toEqual(expected);
      expect(added.permissions.record).toEqual(yes);
    }
  });
});
