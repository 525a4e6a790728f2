import { describe, expect, test } from 'vitest';
import type { Case, Escalation } from '../../data/case.js';
import type { Reason } from '../../data/checklist.js';
import { givenPermissions, withdrawPermission } from '../../data/permission.js';
import { counts } from '../../data/realisation.js';
import { aCase, anEscalatedCase, MERYEM, NOW, SANNE, utc } from '../builders.js';

const claimed: Escalation['state'] = {
  status: 'claimed',
  holder: MERYEM,
  claimedAt: utc('2026-11-16T08:30'),
};
const closed: Escalation['state'] = {
  status: 'closed',
  by: MERYEM,
  at: utc('2026-11-16T08:30'),
  outcome: 'postponed',
  contraception: 'none',
};

function after(subject: Case, permission: 'share' | 'network' | 'followUp'): Case {
  const changed = withdrawPermission(subject, permission, SANNE, NOW);
  if (!changed) throw new Error('nothing changed');
  return changed;
}

const escalationOf = ({ escalations: [first] }: Case) => first;

describe('the permissions that can be taken back', () => {
  test('are those that were given', () => {
    expect(givenPermissions(aCase())).toEqual(['record', 'share', 'network', 'followUp']);
    const record = aCase().permissions.record;
    expect(givenPermissions(aCase({ permissions: { record } }))).toEqual(['record']);
    const network = { ...record, given: false };
    expect(givenPermissions(aCase({ permissions: { record, share: record, network } }))).toEqual([
      'record',
      'share',
    ]);
  });

  test('a permission that was not given cannot be', () => {
    const { record } = aCase().permissions;
    const subject = aCase({ permissions: { record } });
    expect(withdrawPermission(subject, 'share', SANNE, NOW)).toBeUndefined();
  });
});

describe('taking back any of them', () => {
  test.each(['share', 'network', 'followUp'] as const)(
    '%s: is attested and in the history',
    (it) => {
      const subject = anEscalatedCase({ state: claimed });
      const changed = after(subject, it);
      const at = NOW.toUTC().toISO();
      expect(changed.version).toBe(2);
      expect(changed.permissions[it]).toEqual({ given: false, by: SANNE, at });
      expect(changed.history.at(-1)).toEqual({
        kind: 'permission-withdrawn',
        number: 3,
        permission: it,
        at,
        by: SANNE,
        holder: MERYEM,
      });
    },
  );
});

describe('sharing with the coordinator', () => {
  test.each([
    ['open', { status: 'open' }],
    ['claimed', claimed],
  ] as const)('stops an escalation that is %s; it keeps counting', (_, state) => {
    const changed = after(anEscalatedCase({ state, note: 'Graag bellen.' }), 'share');
    const escalation = escalationOf(changed);
    expect(escalation?.state).toMatchObject({ status: 'withdrawn', why: 'client-stops' });
    expect(escalation && counts(escalation)).toBe(true);
  });

  test('leaves what has ended as it ended', () => {
    expect(escalationOf(after(anEscalatedCase({ state: closed }), 'share'))?.state).toEqual(closed);
  });

  test('takes along what was written for the coordinator alone', () => {
    const asked = { id: 1, by: MERYEM, at: utc('2026-11-16T08:40'), text: 'Sinds wanneer?' };
    const subject = anEscalatedCase({ state: closed, note: 'Graag bellen.', questions: [asked] });
    const changed = after(subject, 'share');
    expect(escalationOf(changed)).toMatchObject({ note: '', reachable: '', questions: [] });
    expect(changed.talks).toEqual(subject.talks);
  });
});

describe.each([
  ['network', 'somatic-network'],
  ['followUp', 'follow-up'],
] as const)('%s', (permission, reason) => {
  const reasons = (...some: Reason[]) => anEscalatedCase({ state: claimed, reasons: some });

  test('ends its reason and lets the others go on', () => {
    const escalation = escalationOf(after(reasons('complex', reason), permission));
    expect(escalation).toMatchObject({ ended: [reason], state: claimed });
  });

  test('ends the escalation when nothing else is left', () => {
    const escalation = escalationOf(after(reasons(reason), permission));
    expect(escalation?.ended).toEqual([reason]);
    expect(escalation?.state).toMatchObject({ status: 'withdrawn', why: 'client-stops' });
  });

  test('ends nothing where it was not asked for', () => {
    expect(escalationOf(after(reasons('complex'), permission))).toMatchObject({
      ended: [],
      state: claimed,
    });
  });

  test('ends its reason in what was closed too, as that can be opened again', () => {
    const subject = anEscalatedCase({ state: closed, reasons: [reason] });
    expect(escalationOf(after(subject, permission))).toMatchObject({
      ended: [reason],
      state: closed,
    });
  });

  test('ends nothing in what was withdrawn', () => {
    const at = utc('2026-11-16T08:30');
    const withdrawn = { status: 'withdrawn', at, why: 'mistake' } as const;
    const subject = anEscalatedCase({ state: withdrawn, reasons: [reason] });
    expect(escalationOf(after(subject, permission))).toMatchObject({ ended: [], state: withdrawn });
  });
});

test('the last of two reasons that end one after the other ends the escalation', () => {
  const subject = anEscalatedCase({ reasons: ['somatic-network', 'follow-up'] });
  const first = after(subject, 'followUp');
  expect(escalationOf(first)?.state).toEqual({ status: 'open' });
  expect(escalationOf(after(first, 'network'))?.state.status).toBe('withdrawn');
});
