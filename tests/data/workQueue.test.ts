import { describe, expect, it } from 'vitest';
import type { Case, Escalation } from '../../data/case.js';
import { peopleUnreached, retriedAt, troubledSince } from '../../data/delivery.js';
import type { Lanes } from '../../data/lanes.js';
import type { Person } from '../../data/person.js';
import {
  groupsOf,
  queuePage,
  workQueue,
  type CaseRow,
  type QueueFact,
  type QueueFilter,
  type RegionQueue,
} from '../../data/workQueue.js';
import {
  aConsult,
  aDelivery,
  anEscalatedCase,
  at,
  JOOST,
  MERYEM,
  SANNE,
  TOM,
  utc,
} from '../builders.js';
import { aRegion } from './regionBuilder.js';

const REGION = aRegion();
/** Monday; the stage of all rows below. */
const NOW = at('2026-11-30T09:00');

function queue(parts: Partial<RegionQueue> = {}): RegionQueue {
  return { region: REGION, covers: [], cases: [], consults: [], troubles: [], ...parts };
}

const claimed = (holder: Person, offered?: Person): Escalation['state'] => ({
  ...{ status: 'claimed', holder, claimedAt: utc('2026-11-27T09:00') },
  ...(offered && { offer: { to: offered, at: utc('2026-11-27T10:00') } }),
});
const closed: Escalation['state'] = {
  ...{ status: 'closed', by: MERYEM, at: utc('2026-11-20T09:00') },
  ...{ outcome: 'postponed', contraception: 'none' },
};
const network = (appointmentOn: string, rest: object = {}): Lanes => ({
  'somatic-network': { appointmentOn, settled: false, ...rest },
});
const asked = (askedAt: string | undefined, rest: object = {}): Lanes => ({
  'follow-up': { on: '2026-11-20', asks: 'professional', askedAt, settled: false, ...rest },
});
const question = (on: string, answer?: string) => ({
  ...{ id: 1, by: MERYEM, at: utc(on), text: 'Hoe laat?' },
  ...(answer !== undefined && { answer: { by: SANNE, at: utc(on), text: answer } }),
});

function factsOf(parts: Partial<Escalation>, covers: Person[] = [], whole: Partial<Case> = {}) {
  const { rows } = workQueue(
    [queue({ covers, cases: [anEscalatedCase(parts, whole)] })],
    MERYEM,
    NOW,
  );
  return rows.flatMap((row) => (row.kind === 'case' ? row.facts : []));
}

describe('what there is to say of a case', () => {
  const friday = utc('2026-11-27T09:00');
  it.each<[string, Partial<Escalation>, QueueFact[]]>([
    ['escalated on Friday', { at: friday }, ['open']],
    ['open on its last day', { at: utc('2026-11-25T09:00') }, ['open']],
    ['open a day longer', { at: utc('2026-11-24T09:00') }, ['open', 'too-long']],
    ['held by the reader', { state: claimed(MERYEM) }, ['mine']],
    ['held by a colleague', { state: claimed(JOOST) }, ['others']],
    ['offered to the reader', { state: claimed(JOOST, MERYEM) }, ['offered', 'others']],
    ['offered to somebody else', { state: claimed(JOOST, TOM) }, ['others']],
    [
      'with a question of Friday',
      { state: claimed(MERYEM), questions: [question('2026-11-27T09:00')] },
      ['mine', 'question'],
    ],
    [
      'with a question of a week ago',
      { state: claimed(MERYEM), questions: [question('2026-11-23T09:00')] },
      ['mine', 'question', 'question-late'],
    ],
    [
      'with an answer',
      { state: claimed(MERYEM), questions: [question('2026-11-23T09:00', 'Om drie uur.')] },
      ['mine'],
    ],
    [
      'with an appointment today',
      { state: claimed(JOOST), lanes: network('2026-11-30') },
      ['others', 'appointment'],
    ],
    [
      'with one on Sunday',
      { state: claimed(JOOST), lanes: network('2026-12-06') },
      ['others', 'appointment'],
    ],
    ['with one next Monday', { state: claimed(JOOST), lanes: network('2026-12-07') }, ['others']],
    [
      'with one that has passed',
      { state: claimed(JOOST), lanes: network('2026-11-27') },
      ['others', 'appointment-passed'],
    ],
    [
      'with one of which is known how it went',
      { state: claimed(JOOST), lanes: network('2026-11-30', { happened: 'took-place' }) },
      ['others'],
    ],
    [
      'with a lane that is done',
      { state: claimed(JOOST), lanes: network('2026-12-01', { settled: true }) },
      ['others'],
    ],
    ['asked five workdays ago', { state: closed, lanes: asked(utc('2026-11-23T09:00')) }, []],
    ['asked longer ago', { state: closed, lanes: asked(utc('2026-11-20T09:00')) }, ['silent']],
    ['to be asked', { state: closed, lanes: asked(undefined) }, []],
    [
      'asked, and settled by the coordinator',
      { state: closed, lanes: asked(utc('2026-11-20T09:00'), { settled: true }) },
      [],
    ],
    [
      'asked, and permission taken back',
      { state: closed, ended: ['follow-up'], lanes: asked(utc('2026-11-20T09:00')) },
      [],
    ],
  ])('%s', (_, parts, facts) => {
    expect(factsOf(parts)).toEqual(facts);
  });

  it('is the same for whom the reader stands in', () => {
    expect(factsOf({ state: claimed(JOOST) }, [JOOST])).toEqual(['covered']);
    expect(factsOf({ state: claimed(TOM, JOOST) }, [JOOST])).toEqual(['offered', 'others']);
  });

  it('is nothing once it is no longer shared', () => {
    const share = { given: false, by: SANNE, at: utc('2026-11-20T09:00') };
    const { permissions } = anEscalatedCase();
    expect(factsOf({}, [], { permissions: { ...permissions, share } })).toEqual([]);
  });
});

/** HM-2222, HM-3333 … with what makes them different. */
function cases(...parts: Partial<Escalation>[]): Case[] {
  return parts.map((one, n) => anEscalatedCase(one, { code: `HM-${String(n + 2).repeat(4)}` }));
}

function codes(queues: RegionQueue[], filter: QueueFilter = {}, size = 10): string[] {
  const { rows } = workQueue(queues, MERYEM, NOW);
  return queuePage(rows, filter, size).shown.map(({ place }) => place.split(' ').at(-1) ?? '');
}

describe('the rows', () => {
  it('stand with priority first, then the oldest', () => {
    const found = cases(
      { at: utc('2026-11-27T09:00') },
      { at: utc('2026-11-25T09:00') },
      { at: utc('2026-11-26T09:00'), priority: true },
    );
    const consults = [aConsult({ at: utc('2026-11-26T09:00') })];
    expect(codes([queue({ cases: found, consults })])).toEqual([
      'HM-4444',
      'HM-3333',
      consults[0]?.id,
      'HM-2222',
    ]);
  });

  it('are one for a case, in every group it belongs to', () => {
    const state = claimed(JOOST, MERYEM);
    const questions = [question('2026-11-27T09:00')];
    const [subject] = cases({ state, questions, lanes: network('2026-12-01') });
    const { rows } = workQueue([queue({ cases: subject ? [subject] : [] })], MERYEM, NOW);
    expect(rows).toHaveLength(1);
    expect(rows.flatMap(groupsOf)).toEqual(['mine', 'others', 'answer', 'appointment']);
    const { counts } = queuePage(rows, {}, 10);
    const expected = { open: 0, mine: 1, others: 1, answer: 1, appointment: 1, trouble: 0 };
    expect(counts).toEqual(expected);
  });

  it('begin with the first group that has something', () => {
    const groupOf = (...found: Case[]) =>
      queuePage(workQueue([queue({ cases: found })], MERYEM, NOW).rows, {}, 10).group;
    expect(groupOf()).toBe('open');
    expect(groupOf(...cases({ state: claimed(JOOST) }))).toBe('others');
    expect(groupOf(...cases({ state: claimed(JOOST) }, {}))).toBe('open');
  });

  it('of several regions stand together, each with its own terms', () => {
    const patient = aRegion({ id: 'elders', terms: { ...REGION.terms, claimWithin: 20 } });
    const [one, other] = cases({}, { at: utc('2026-11-17T09:00') });
    if (!one || !other) throw new Error('no cases');
    const queues = [queue({ cases: [one] }), queue({ region: patient, cases: [other] })];
    const { rows } = workQueue(queues, MERYEM, NOW);
    const found = rows.filter((row): row is CaseRow => row.kind === 'case');
    expect(found.map(({ region, facts }) => [region.id, facts])).toEqual([
      ['hollands-midden', ['open', 'too-long']],
      ['elders', ['open']],
    ]);
  });
});

describe('filtering', () => {
  const found = [
    anEscalatedCase({ reasons: ['finance'] }, { code: 'HM-2222', municipality: 'leiden' }),
    anEscalatedCase({ reasons: ['complex'] }, { code: 'HM-3333', municipality: 'leiden' }),
    anEscalatedCase(
      { reasons: ['finance', 'complex'] },
      { code: 'HM-4444', municipality: 'lisse' },
    ),
    anEscalatedCase({ state: claimed(JOOST) }, { code: 'HM-5555', municipality: 'hillegom' }),
  ];
  const queues = [queue({ cases: found, consults: [aConsult({ at: utc('2026-11-30T08:00') })] })];
  const consult = aConsult().id;

  it.each<[QueueFilter, string[]]>([
    [{ group: 'open' }, ['HM-2222', 'HM-3333', 'HM-4444', consult]],
    [{ group: 'open', reason: 'complex' }, ['HM-3333', 'HM-4444']],
    [{ group: 'open', municipality: 'leiden' }, ['HM-2222', 'HM-3333']],
    [{ group: 'open', municipality: 'leiden', reason: 'complex' }, ['HM-3333']],
    [{ group: 'open', municipality: 'hillegom' }, []],
    [{ group: 'others', municipality: 'hillegom' }, ['HM-5555']],
    [{ group: 'open', reason: 'follow-up' }, []],
  ])('%o', (filter, expected) => {
    expect(codes(queues, filter)).toEqual(expected);
  });

  it('offers what is there to filter the group by, and counts whatever is filtered', () => {
    const { rows } = workQueue(queues, MERYEM, NOW);
    const page = queuePage(rows, { group: 'open', reason: 'complex' }, 1);
    expect(page.reasons).toEqual(['complex', 'finance']);
    expect(page.municipalities.map(({ id }) => id)).toEqual(['leiden', 'lisse']);
    expect(page.total).toBe(2);
    expect(page.counts.open).toBe(4);
  });
});

describe('paging', () => {
  const twelve = Array.from({ length: 12 }, (_, n) =>
    anEscalatedCase(
      { at: utc(`2026-11-16T08:${String(10 + n)}`) },
      { code: `HM-2${'23456789ABCD'[n] ?? ''}22` },
    ),
  );
  const page = (found: Case[], from?: string) =>
    queuePage(workQueue([queue({ cases: found })], MERYEM, NOW).rows, { at: from }, 5);
  const shown = (found: Case[], from?: string) =>
    page(found, from).shown.flatMap((row) => (row.kind === 'case' ? [row.case.code] : []));
  const all = twelve.map(({ code }) => code);

  it('goes through everything once, and back', () => {
    const first = page(twelve);
    const second = page(twelve, first.next);
    const third = page(twelve, second.next);
    expect([first.first, second.first, third.first]).toEqual([1, 6, 11]);
    expect([undefined, first.next, second.next].flatMap((from) => shown(twelve, from))).toEqual(
      all,
    );
    expect(third.next).toBeUndefined();
    expect(shown(twelve, third.previous)).toEqual(all.slice(5, 10));
    expect(first.previous).toBeUndefined();
  });

  it('skips nothing when rows went meanwhile', () => {
    const { next } = page(twelve);
    expect(shown(twelve.slice(2), next)).toEqual(all.slice(5, 10));
    expect(shown(twelve.toSpliced(5, 1), next)).toEqual(all.slice(6, 11));
  });

  it('shows the last page past the end', () => {
    const { next } = page(twelve, page(twelve).next);
    expect(shown(twelve.slice(0, 7), next)).toEqual(all.slice(2, 7));
  });
});

describe('what does not get through', () => {
  const since = utc('2026-11-27T09:00');
  const one = { attempts: 2, retryAt: utc('2026-11-30T09:10'), why: 'HTTP 403', since };
  const delivery = aDelivery({ version: 3, trouble: { channel: one } });
  const missed = { to: SANNE, number: 3, why: 'HTTP 403', since, again: false };
  const subject = anEscalatedCase();

  it('is a row of its own, and told on the row of its case', () => {
    const troubles = [{ delivery, subject: { kind: 'case', case: subject } as const }];
    const { rows, unwiped } = workQueue([queue({ cases: [subject], troubles })], MERYEM, NOW);
    expect(rows.map(groupsOf)).toEqual([['open'], ['trouble']]);
    expect(rows[0]).toMatchObject({ kind: 'case', isStuck: true });
    expect(unwiped).toBe(0);
    expect(codes([queue({ troubles })], { group: 'trouble', reason: 'finance' })).toEqual([
      'HM-7K3Q',
    ]);
    expect(codes([queue({ troubles })], { group: 'trouble', reason: 'complex' })).toEqual([]);
  });

  it('of what is gone or no longer shared is only counted', () => {
    const share = { given: false, by: SANNE, at: since };
    const unshared = { ...subject, permissions: { ...subject.permissions, share } };
    const troubles = [
      { delivery, subject: undefined },
      { delivery, subject: { kind: 'case', case: unshared } as const },
    ];
    const { rows, unwiped } = workQueue([queue({ troubles })], MERYEM, NOW);
    expect(rows).toEqual([]);
    expect(unwiped).toBe(2);
  });

  it('is tried again at once, without forgetting how it has gone', () => {
    const now = utc('2026-11-30T09:00');
    const notices = { ...one, since: utc('2026-11-26T09:00') };
    const both = { ...delivery, trouble: { channel: one, notices } };
    expect(troubledSince(both)).toBe(notices.since);
    expect(retriedAt(both, now)).toEqual({
      ...both,
      version: 4,
      trouble: { channel: { ...one, retryAt: now }, notices: { ...notices, retryAt: now } },
    });
    expect(troubledSince({ ...delivery, trouble: {} })).toBeUndefined();
    expect(retriedAt(delivery, now).trouble.notices).toBeUndefined();
  });

  it('includes who could not be told, each by the first that missed them', () => {
    const later = { ...missed, number: 5, since: utc('2026-11-28T09:00') };
    const other = { ...later, to: MERYEM };
    const unreached = [later, other, missed];
    const vain = aDelivery({ unreached });
    expect(troubledSince(vain)).toBe(since);
    expect(peopleUnreached(vain)).toEqual([missed, other]);
    const [first] = retriedAt(vain, utc('2026-11-30T09:00')).unreached;
    expect(first).toEqual({ ...later, again: true });
  });

  it('lets who did not hear that a case has ended rest, unless a follow-up waits for them', () => {
    const vain = aDelivery({ unreached: [missed] });
    const troubledRows = (of: Case) => {
      const troubles = [{ delivery: vain, subject: { kind: 'case', case: of } as const }];
      return workQueue([queue({ troubles })], MERYEM, NOW).rows.map(({ kind }) => kind);
    };
    const ended = (lanes: Lanes = {}) =>
      anEscalatedCase({ state: closed, reasons: ['follow-up'], lanes });
    expect(troubledRows(subject)).toEqual(['trouble']);
    expect(troubledRows(ended())).toEqual([]);
    expect(troubledRows(ended(asked(since)))).toEqual(['trouble']);
  });
});
