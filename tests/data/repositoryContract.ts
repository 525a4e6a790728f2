import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case, Escalation } from '../../data/case.js';
import type { Consult } from '../../data/consult.js';
import { copyKey, type Copy } from '../../data/copy.js';
import { contributions, type Contribution } from '../../data/counting.js';
import type { Delivery } from '../../data/delivery.js';
import { absenceKey, type Absence } from '../../data/absence.js';
import type { Bulletin } from '../../data/bulletin.js';
import type { Link } from '../../data/link.js';
import { personKey } from '../../data/person.js';
import { quickCountKey, type QuickCount } from '../../data/quickCount.js';
import type { CaseQuery, Change, Kind, Records, Repository, Write } from '../../data/repository.js';
import {
  aCase,
  aDraft,
  anEscalatedCase,
  aProfile,
  ANNEKE,
  CHAT,
  JOOST,
  MERYEM,
  NOW,
  SANNE,
  utc,
} from '../builders.js';

export interface Opened {
  repository: Repository;
  /** Ends this repository and opens the same data again. */
  reopen(): Promise<Repository>;
  dispose(): Promise<void>;
}

const HERE = 'hollands-midden';
const ELSEWHERE = 'elders';
const OFFERED: Contribution = { row: 'offered-not-wanted', period: '2026-W47' };

const CONSULT: Consult = {
  id: 'OV-7K3QWZ',
  region: HERE,
  version: 1,
  professional: SANNE,
  organisation: 'jgz-voorbeeld',
  reachable: 'dinsdag na 13 uur',
  at: utc('2026-11-16T08:30'),
  state: { status: 'open' },
};

const LINK: Link = {
  region: HERE,
  version: 1,
  teamId: '19:team',
  channel: CHAT,
  by: MERYEM,
  at: utc('2026-11-16T08:00'),
};

const DELIVERY: Delivery = {
  subject: 'HM-7K3Q',
  region: HERE,
  version: 1,
  settled: 1,
  thread: 0,
  notices: 0,
  told: [],
  trouble: {},
};

const COPY: Copy = {
  chat: CHAT,
  activityId: '1763280000001',
  version: 1,
  region: HERE,
  language: 'nl',
  tells: ['HM-7K3Q'],
  needsSharing: false,
};

const QUICK_COUNT: QuickCount = {
  region: HERE,
  organisation: 'jgz-voorbeeld',
  organisationType: 'youth-health',
  municipality: 'leiden',
  month: '2026-10',
  version: 1,
  entered: [{ talks: 3, realised: 2, by: SANNE, at: LINK.at }],
};

const BULLETIN: Bulletin = {
  id: 'BE-7K3QWZ',
  region: HERE,
  version: 1,
  to: SANNE,
  about: { kind: 'taken-over', organisation: 'jgz-voorbeeld', by: ANNEKE, cases: 12 },
  at: utc('2026-11-16T08:40'),
  expiresAt: utc('2027-02-16T08:40'),
};

const ABSENCE: Absence = {
  region: HERE,
  version: 1,
  person: MERYEM,
  replacedBy: JOOST,
  from: '2026-11-16',
  until: '2026-11-20',
  expiresAt: utc('2026-12-20T08:40'),
};

const RUN = {
  key: `morning/${HERE}/2026-11-16`,
  version: 1,
  at: utc('2026-11-16T08:40'),
  expiresAt: utc('2026-12-16T08:40'),
};

/** One of each, and what it becomes. */
const EVERY_KIND: { [K in Kind]: { key: string; first: Records[K]; second: Records[K] } } = {
  case: {
    key: 'HM-7K3Q',
    first: anEscalatedCase({ state: { status: 'open' } }),
    second: anEscalatedCase({ state: claimedBy(MERYEM) }, { version: 2 }),
  },
  consult: {
    key: CONSULT.id,
    first: CONSULT,
    second: { ...CONSULT, version: 2, state: { status: 'taken', by: MERYEM, at: CONSULT.at } },
  },
  delivery: { key: 'HM-7K3Q', first: DELIVERY, second: { ...DELIVERY, version: 2, thread: 3 } },
  draft: {
    key: personKey(SANNE),
    first: aDraft({ answers: { topics: ['contraception'], note: 'één “regel”\n\u2028 nog een' } }),
    second: aDraft({ version: 2, step: 'situation', answers: { permissions: [] } }),
  },
  absence: {
    key: absenceKey(ABSENCE),
    first: ABSENCE,
    second: { ...ABSENCE, version: 2, until: '2026-11-27' },
  },
  bulletin: { key: BULLETIN.id, first: BULLETIN, second: { ...BULLETIN, version: 2 } },
  run: { key: RUN.key, first: RUN, second: { ...RUN, version: 2 } },
  link: { key: HERE, first: LINK, second: { ...LINK, version: 2, by: ANNEKE } },
  copy: {
    key: copyKey(COPY),
    first: COPY,
    second: { ...COPY, version: 2, tells: ['HM-7K3Q', 'HM-2222'], needsSharing: true },
  },
  'quick-count': {
    key: quickCountKey(QUICK_COUNT),
    first: QUICK_COUNT,
    second: {
      ...QUICK_COUNT,
      version: 2,
      entered: [...QUICK_COUNT.entered, { talks: 4, realised: 1, by: SANNE, at: LINK.at }],
    },
  },
  profile: {
    key: personKey(SANNE),
    first: aProfile(),
    second: aProfile({ version: 2, language: 'en' }),
  },
};
const KINDS = Object.keys(EVERY_KIND) as Kind[];

function claimedBy(holder: typeof SANNE): Escalation['state'] {
  return { status: 'claimed', holder, claimedAt: utc('2026-11-16T08:10') };
}

function closedBy(by: typeof SANNE): Escalation['state'] {
  const at = utc('2026-11-16T08:20');
  return { status: 'closed', by, at, outcome: 'postponed', contraception: 'none' };
}

function put<K extends Kind>(kind: K, record: Records[K]): Write {
  return { kind, put: record } as Write;
}

function remove(kind: Kind, key: string, version: number): Write {
  return { kind, remove: { key, version } } as Write;
}

/** What every engine promises. `open` gives an empty store of its own for each test. */
export function describeRepository(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    let repository: Repository;

    beforeEach(async () => {
      opened = await open();
      repository = opened.repository;
    });
    afterEach(() => opened.dispose());

    async function reopen() {
      repository = await opened.reopen();
    }

    async function store(...writes: Write[]) {
      expect(await repository.commit({ writes })).toEqual({ ok: true });
    }

    async function codes(query: Partial<CaseQuery> = {}) {
      const { cases } = await repository.cases({ region: HERE, limit: 100, ...query });
      return cases.map(({ code }) => code);
    }

    async function figures(region = HERE) {
      const counts = await repository.counts(region);
      return Object.fromEntries(
        counts
          .entries()
          .filter(({ n }) => n !== 0)
          .map(({ row, period, n }) => [`${row} ${period}`, n]),
      );
    }

    const amount = (n: number): Contribution => ({
      row: 'finance-granted:leiden',
      period: '2026',
      n,
    });

    const count = (n: number): Change => ({
      writes: [],
      counted: Array.from({ length: n }, () => ({ region: HERE, contribution: OFFERED })),
    });

    describe('records', () => {
      it.each(KINDS)('keeps a %s, changes it, removes it', async (kind) => {
        const { key, first, second } = EVERY_KIND[kind];
        expect(await repository.read(kind, key)).toBeUndefined();
        await store(put(kind, first));
        expect(await repository.read(kind, key)).toEqual(first);
        await reopen();
        expect(await repository.read(kind, key)).toEqual(first);
        await store(put(kind, second));
        expect(await repository.read(kind, key)).toEqual(second);
        await reopen();
        expect(await repository.read(kind, key)).toEqual(second);
        await store(remove(kind, key, 2));
        expect(await repository.read(kind, key)).toBeUndefined();
        await reopen();
        expect(await repository.read(kind, key)).toBeUndefined();
        await store(put(kind, first));
        expect(await repository.read(kind, key)).toEqual(first);
      });

      it.each(KINDS)(
        'refuses a %s that exists already, skips a version or is gone',
        async (kind) => {
          const { key, first, second } = EVERY_KIND[kind];
          const conflict = { ok: false, conflict: { kind, key } };
          expect(await repository.commit({ writes: [put(kind, second)] })).toEqual(conflict);
          expect(await repository.commit({ writes: [remove(kind, key, 1)] })).toEqual(conflict);
          await store(put(kind, first));
          expect(await repository.commit({ writes: [put(kind, first)] })).toEqual(conflict);
          const third = { ...second, version: 3 };
          expect(await repository.commit({ writes: [put(kind, third)] })).toEqual(conflict);
          expect(await repository.commit({ writes: [remove(kind, key, 2)] })).toEqual(conflict);
          expect(await repository.read(kind, key)).toEqual(first);
        },
      );

      it('keeps its own copy of what it was given', async () => {
        // What the builders share with other tests stays as it is.
        const mine = structuredClone(aCase());
        const before = structuredClone(mine);
        await store(put('case', mine));
        mine.talks.push(...mine.talks);
        mine.permissions.record.given = false;
        mine.professional.name = 'somebody else';
        expect(await repository.read('case', mine.code)).toEqual(before);
      });

      it('hands out values that cannot be used to change what is stored', async () => {
        await store(put('case', anEscalatedCase()));
        const [listed] = (await repository.cases({ region: HERE, limit: 1 })).cases;
        const read = await repository.read('case', 'HM-7K3Q');
        for (const value of [listed, read]) tryTo(() => value?.escalations.pop());
        for (const value of [listed, read]) tryTo(() => value && (value.professional.name = 'X'));
        expect(await repository.read('case', 'HM-7K3Q')).toEqual(anEscalatedCase());
        const counts = await repository.counts(HERE);
        tryTo(() => {
          counts.add(OFFERED, 5);
        });
        expect((await repository.counts(HERE)).sum(OFFERED.row, { kind: 'since-start' })).toBe(0);
      });
    });

    describe('a change', () => {
      it('with several writes is stored whole', async () => {
        await store(...KINDS.map((kind) => put(kind, EVERY_KIND[kind].first)));
        await reopen();
        for (const kind of KINDS) {
          expect(await repository.read(kind, EVERY_KIND[kind].key)).toEqual(EVERY_KIND[kind].first);
        }
      });

      it('is not stored at all when one of its writes conflicts', async () => {
        await store(put('profile', aProfile()));
        const answer = await repository.commit({
          writes: [put('case', aCase()), put('draft', aDraft()), put('profile', aProfile())],
          counted: [{ region: HERE, contribution: OFFERED }],
          repeat: { key: 'click', expiresAt: utc('2026-11-17T09:00') },
        });
        expect(answer).toEqual({ ok: false, conflict: { kind: 'profile', key: personKey(SANNE) } });
        for (const time of ['at once', 'after reopening']) {
          if (time === 'after reopening') await reopen();
          expect(await repository.read('case', 'HM-7K3Q'), time).toBeUndefined();
          expect(await repository.read('draft', personKey(SANNE)), time).toBeUndefined();
          expect(await codes(), time).toEqual([]);
          expect(await figures(), time).toEqual({});
        }
        const repeat = { key: 'click', expiresAt: utc('2026-11-17T09:00') };
        expect(await repository.commit({ writes: [], repeat })).toEqual({ ok: true });
      });

      it('that cannot be read back is refused, and changes nothing', async () => {
        const broken = { ...aCase(), openedAt: 'yesterday' };
        const writes = [put('profile', aProfile()), put('case', broken)];
        await expect(repository.commit({ writes })).rejects.toThrow();
        await reopen();
        expect(await repository.read('profile', personKey(SANNE))).toBeUndefined();
      });

      it('of fifty at the same moment on one version has one winner', async () => {
        await store(put('case', anEscalatedCase()));
        const attempts = Array.from({ length: 50 }, (_, n) =>
          repository.commit({
            writes: [
              put('case', anEscalatedCase({ note: `attempt ${n}` }, { version: 2 })),
              put('profile', aProfile({ person: { ...SANNE, aadObjectId: `person-${n}` } })),
            ],
            counted: [{ region: HERE, contribution: OFFERED }],
          }),
        );
        const won = (await Promise.all(attempts)).flatMap(({ ok }, n) => (ok ? [n] : []));
        expect(won).toHaveLength(1);
        await reopen();
        const stored = await repository.read('case', 'HM-7K3Q');
        expect(stored?.escalations[0]?.note).toBe(`attempt ${won[0] ?? ''}`);
        expect(await figures()).toMatchObject({ 'offered-not-wanted 2026-W47': 1 });
        const people = await Promise.all(
          attempts.map((_, n) => repository.read('profile', `${SANNE.tenantId}/person-${n}`)),
        );
        expect(people.filter(Boolean)).toHaveLength(1);
      });

      it('is there after reopening when it was acknowledged, whatever ran beside it', async () => {
        const all = Array.from({ length: 200 }, (_, n) => aCase({ code: codeNumber(n) }));
        await Promise.all(all.map((one) => store(put('case', one))));
        await reopen();
        expect((await codes({ limit: 500 })).sort()).toEqual(all.map(({ code }) => code).sort());
      });
    });

    describe('a repeat key', () => {
      const repeat = { key: 'sanne/nonce/claim/hash', expiresAt: utc('2026-11-17T09:00') };

      it('refuses a second change, also after reopening', async () => {
        const change: Change = { writes: [put('case', aCase())], repeat };
        expect(await repository.isRepeat(repeat.key)).toBe(false);
        expect(await repository.commit(change)).toEqual({ ok: true });
        expect(await repository.isRepeat(repeat.key)).toBe(true);
        expect(await repository.commit(change)).toEqual({ ok: false, conflict: 'repeat' });
        await reopen();
        const other: Change = { writes: [put('draft', aDraft())], repeat };
        expect(await repository.commit(other)).toEqual({ ok: false, conflict: 'repeat' });
        expect(await repository.read('draft', personKey(SANNE))).toBeUndefined();
      });

      it('of two at the same moment lets one through', async () => {
        const answers = await Promise.all([
          repository.commit({ ...count(1), repeat }),
          repository.commit({ ...count(1), repeat }),
        ]);
        expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
        expect(await figures()).toEqual({ 'offered-not-wanted 2026-W47': 1 });
      });

      it('is forgotten when its time has passed, not before', async () => {
        await repository.commit({ writes: [], repeat });
        expect(await repository.forgetExpired(NOW)).toBe(0);
        expect(await repository.commit({ writes: [], repeat })).toMatchObject({ ok: false });
        expect(await repository.forgetExpired(NOW.plus({ days: 1 }))).toBe(1);
        await reopen();
        expect(await repository.commit({ writes: [], repeat })).toEqual({ ok: true });
      });
    });

    it('forgets drafts and requests whose time has passed, and nothing else', async () => {
      const later = aDraft({ person: MERYEM, expiresAt: utc('2026-12-23T09:00') });
      const { second } = EVERY_KIND.consult;
      const expired = { ...second, version: 1, expiresAt: utc('2026-11-23T09:00') };
      await store(put('consult', expired), put('consult', { ...CONSULT, id: 'OV-222222' }));
      await store(put('draft', aDraft()), put('draft', later), put('profile', aProfile()));
      expect(await repository.forgetExpired(NOW.plus({ days: 8 }))).toBe(2);
      expect(await repository.read('consult', 'OV-222222')).toBeDefined();
      expect(await repository.read('consult', CONSULT.id)).toBeUndefined();
      await reopen();
      expect(await repository.read('draft', personKey(SANNE))).toBeUndefined();
      expect(await repository.read('draft', personKey(MERYEM))).toEqual(later);
      expect(await repository.read('profile', personKey(SANNE))).toEqual(aProfile());
      await store(put('draft', aDraft()));
    });

    describe('figures', () => {
      it('add up what hangs on no record, per region, and survive reopening', async () => {
        await repository.commit(count(2));
        await repository.commit({
          writes: [],
          counted: [{ region: ELSEWHERE, contribution: OFFERED }],
        });
        await reopen();
        await repository.commit(count(1));
        expect(await figures()).toEqual({ 'offered-not-wanted 2026-W47': 3 });
        expect(await figures(ELSEWHERE)).toEqual({ 'offered-not-wanted 2026-W47': 1 });
        expect(await figures('nergens')).toEqual({});
      });

      it('add up amounts, and keep those of a case that was erased', async () => {
        const finance = { grantedCents: 12_550, chargedTo: 'leiden', year: 2026, settled: true };
        await store(put('case', anEscalatedCase({ lanes: { finance } })));
        const granted = async () => (await figures())['finance-granted:leiden 2026'];
        expect(await granted()).toBe(12_550);
        const counted = [{ region: HERE, contribution: amount(12_550) }];
        await repository.commit({ writes: [remove('case', 'HM-7K3Q', 1)], counted });
        await reopen();
        expect(await granted()).toBe(12_550);
        await repository.commit({
          writes: [],
          counted: [{ region: HERE, contribution: amount(450) }],
        });
        await reopen();
        expect(await granted()).toBe(13_000);
      });

      it('follow a case through its changes', async () => {
        const stages = [
          aCase(),
          anEscalatedCase({}, { version: 2 }),
          anEscalatedCase({ state: claimedBy(MERYEM) }, { version: 3 }),
          anEscalatedCase(
            { state: { status: 'declined', by: MERYEM, at: utc('2026-11-16T09:00'), reason: '-' } },
            { version: 4 },
          ),
        ];
        for (const stage of stages) {
          await store(put('case', stage));
          expect(await figures()).toEqual(total([stage]));
          await reopen();
          expect(await figures()).toEqual(total([stage]));
        }
      });

      it('are those of all cases of the region together', async () => {
        const all = [
          aCase({ code: 'HM-2222' }),
          anEscalatedCase({}, { code: 'HM-3333' }),
          anEscalatedCase({ state: claimedBy(MERYEM) }, { code: 'HM-4444' }),
        ];
        await store(...all.map((one) => put('case', one)));
        await store(put('case', aCase({ code: 'EL-2222', region: ELSEWHERE })));
        expect(await figures()).toEqual(total(all));
      });
    });

    it('of a quick count are those that were entered last, and go with it', async () => {
      const { first, second } = EVERY_KIND['quick-count'];
      await store(put('quick-count', first));
      expect(await figures()).toEqual({
        'talks 2026-W44': 3,
        'partner-contraception 2026-W44': 2,
      });
      await store(put('quick-count', second));
      await reopen();
      expect(await figures()).toEqual({
        'talks 2026-W44': 4,
        'partner-contraception 2026-W44': 1,
      });
      await store(remove('quick-count', quickCountKey(first), 2));
      expect(await figures()).toEqual({});
    });

    it('lists the quick counts of one organisation, newest month first', async () => {
      const { first } = EVERY_KIND['quick-count'];
      const newer = { ...first, month: '2026-11' };
      const others = [
        { ...first, organisation: 'huisarts-voorbeeld' },
        { ...first, region: ELSEWHERE },
      ];
      for (const one of [first, newer, ...others]) await store(put('quick-count', one));
      const of = { region: HERE, organisation: 'jgz-voorbeeld' };
      expect(await repository.quickCounts(of)).toEqual([newer, first]);
      await reopen();
      expect(await repository.quickCounts(of)).toEqual([newer, first]);
    });

    describe('a message that tells of something', () => {
      const wiped = [{ kind: 'copy', key: copyKey(COPY) }];
      const share = (given: boolean) => {
        const { permissions } = aCase();
        return { permissions: { ...permissions, share: { ...permissions.record, given } } };
      };
      const settled = (version: number): Write =>
        put('delivery', { ...DELIVERY, version, settled: version });

      async function toDo(expected: unknown) {
        expect(await repository.behind()).toEqual(expected);
        await reopen();
        expect(await repository.behind()).toEqual(expected);
      }

      it('is to be wiped out when its case is gone', async () => {
        await store(put('case', aCase()), put('copy', COPY));
        await toDo([]);
        await store(remove('case', 'HM-7K3Q', 1));
        await toDo(wiped);
        await store(remove('copy', copyKey(COPY), 1));
        await toDo([]);
      });

      it('is to be wiped out when one of several cases is gone, until it tells of the other', async () => {
        const both = { ...COPY, tells: ['HM-7K3Q', 'HM-2222'] };
        await store(put('case', aCase()), put('case', aCase({ code: 'HM-2222' })));
        await store(put('copy', both), remove('case', 'HM-7K3Q', 1));
        await toDo(wiped);
        await store(put('copy', { ...both, version: 2, tells: ['HM-2222'] }));
        await toDo([]);
      });

      it('is to be wiped out when it comes after its case has gone', async () => {
        await store(put('copy', COPY));
        await toDo(wiped);
      });

      it('tells of a draft by its code, until the draft is thrown away', async () => {
        await store(put('draft', aDraft()), put('copy', COPY));
        await toDo([]);
        await store(remove('draft', personKey(SANNE), 1));
        await toDo(wiped);
      });

      it('goes on to tell of the case that a draft becomes', async () => {
        await store(put('draft', aDraft()), put('copy', COPY));
        await store(remove('draft', personKey(SANNE), 1), put('case', aCase()));
        await toDo([]);
      });

      it('of a request goes with the request', async () => {
        await store(put('consult', CONSULT), put('copy', { ...COPY, tells: [CONSULT.id] }));
        await store(put('delivery', { ...DELIVERY, subject: CONSULT.id }));
        await toDo([]);
        await store(remove('consult', CONSULT.id, 1));
        await toDo([...wiped, { kind: 'gone', key: CONSULT.id }]);
      });

      it('for coordinators is to be wiped out when the case is no longer shared', async () => {
        const theirs = { ...COPY, activityId: '2', needsSharing: true };
        await store(put('case', anEscalatedCase({}, share(true))), settled(1));
        await store(put('copy', COPY), put('copy', theirs));
        await toDo([]);
        await store(put('case', anEscalatedCase({}, { ...share(false), version: 2 })), settled(2));
        await toDo([{ kind: 'copy', key: copyKey(theirs) }]);
        await store(put('case', anEscalatedCase({}, { ...share(true), version: 3 })), settled(3));
        await toDo([]);
      });
    });

    describe('lists of cases', () => {
      const [oldest, open1, open2, held, theirs] = [
        aCase({ code: 'HM-2222', openedAt: utc('2026-09-30T23:59') }),
        anEscalatedCase({}, { code: 'HM-3333', openedAt: utc('2026-10-01T09:00') }),
        anEscalatedCase({}, { code: 'HM-4444', openedAt: utc('2026-11-01T09:00') }),
        anEscalatedCase(
          { state: claimedBy(MERYEM) },
          { code: 'HM-5555', openedAt: utc('2026-11-02T09:00'), professional: ANNEKE },
        ),
        anEscalatedCase(
          { state: claimedBy(MERYEM) },
          { code: 'EL-2222', region: ELSEWHERE, openedAt: utc('2026-11-03T09:00') },
        ),
      ] as const;

      beforeEach(() =>
        store(...[held, oldest, theirs, open2, open1].map((one) => put('case', one))),
      );

      it.each<[string, Partial<CaseQuery>, string[]]>([
        ['of the region, newest first', {}, ['HM-5555', 'HM-4444', 'HM-3333', 'HM-2222']],
        ['by status', { statuses: ['open'] }, ['HM-4444', 'HM-3333']],
        ['by another status', { statuses: ['claimed'] }, ['HM-5555']],
        ['by a status nobody has', { statuses: ['closed'] }, []],
        ['by professional', { professional: SANNE }, ['HM-4444', 'HM-3333', 'HM-2222']],
        ['by holder', { holder: MERYEM }, ['HM-5555']],
        [
          'by professional and status',
          { professional: ANNEKE, statuses: ['claimed'] },
          ['HM-5555'],
        ],
        ['by professional and status, none', { professional: ANNEKE, statuses: ['open'] }, []],
        ['by holder and professional, none', { holder: MERYEM, professional: SANNE }, []],
        [
          'by several statuses',
          { statuses: ['open', 'claimed'] },
          ['HM-5555', 'HM-4444', 'HM-3333'],
        ],
        ['never escalated', { statuses: ['none'] }, ['HM-2222']],
        ['by organisation', { organisation: 'jgz-voorbeeld', statuses: ['none'] }, ['HM-2222']],
        ['by an organisation without any', { organisation: 'nergens' }, []],
        ['of another region only', { region: ELSEWHERE, holder: MERYEM }, ['EL-2222']],
        ['of a region without any', { region: 'nergens' }, []],
      ])('%s', async (_, query, expected) => {
        expect(await codes(query)).toEqual(expected);
        await reopen();
        expect(await codes(query)).toEqual(expected);
      });

      it('follow changes', async () => {
        await store(put('case', changed(open1, claimedBy(ANNEKE))));
        expect(await codes({ statuses: ['open'] })).toEqual(['HM-4444']);
        expect(await codes({ statuses: ['claimed'] })).toEqual(['HM-5555', 'HM-3333']);
        expect(await codes({ holder: ANNEKE })).toEqual(['HM-3333']);
        await store(put('case', changed(held, { status: 'open' })));
        expect(await codes({ holder: MERYEM })).toEqual([]);
        expect(await codes({ statuses: ['open'] })).toEqual(['HM-5555', 'HM-4444']);
      });
    });

    describe('pages', () => {
      async function allPages(query: Partial<CaseQuery>, limit: number) {
        const pages: string[][] = [];
        for (let after: string | undefined; ;) {
          const page = await repository.cases({
            region: HERE,
            limit,
            ...query,
            ...(after === undefined ? {} : { after }),
          });
          pages.push(page.cases.map(({ code }) => code));
          after = page.next;
          if (after === undefined) return pages;
        }
      }

      // Five were opened at the same moment: the order among them must not change between pages.
      const all = Array.from({ length: 12 }, (_, n) =>
        anEscalatedCase(
          {},
          {
            code: codeNumber(n),
            openedAt: utc(`2026-11-${String(n < 5 ? 10 : n + 6).padStart(2, '0')}T10:00`),
          },
        ),
      );
      beforeEach(() => store(...all.map((one) => put('case', one))));

      it.each([1, 3, 4, 5, 11, 12, 13])(
        'of %i show every case once, in one order',
        async (limit) => {
          const whole = await codes({ statuses: ['open'] });
          expect(whole.slice(0, 7)).toEqual(
            all
              .slice(5)
              .map(({ code }) => code)
              .reverse(),
          );
          const pages = await allPages({ statuses: ['open'] }, limit);
          expect(pages.flat()).toEqual(whole);
          expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
          expect(pages.at(-1)?.length).toBeGreaterThan(0);
        },
      );

      it('go on where they were when the last case of a page has left the list', async () => {
        const { cases, next } = await repository.cases({ region: HERE, limit: 3 });
        const last = cases[2];
        if (!last || next === undefined) throw new Error('too few cases');
        await store(remove('case', last.code, 1));
        const rest = await codes({ after: next });
        expect(rest).toHaveLength(9);
        expect(rest).not.toContain(cases[1]?.code);
      });
    });

    describe('what delivery is behind with', () => {
      it('is every escalated case and call-back request not shown completely', async () => {
        const later = anEscalatedCase({}, { code: 'HM-9999', openedAt: utc('2026-11-16T10:00') });
        const never = aCase({ code: 'HM-2222' });
        await store(put('case', later), put('consult', CONSULT), put('case', anEscalatedCase()));
        await store(put('case', never));
        const behind = [
          { kind: 'case', key: 'HM-7K3Q' },
          { kind: 'consult', key: CONSULT.id },
          { kind: 'case', key: 'HM-9999' },
        ];
        expect(await repository.behind()).toEqual(behind);
        await reopen();
        expect(await repository.behind()).toEqual(behind);
      });

      it('follows delivery records and new versions', async () => {
        await store(put('case', anEscalatedCase()), put('consult', CONSULT));
        await store(
          put('delivery', DELIVERY),
          put('delivery', { ...DELIVERY, subject: CONSULT.id, settled: 0 }),
        );
        expect(await repository.behind()).toEqual([{ kind: 'consult', key: CONSULT.id }]);
        await store(put('case', anEscalatedCase({}, { version: 2 })));
        expect((await repository.behind())[0]).toEqual({ kind: 'case', key: 'HM-7K3Q' });
        await store(put('delivery', { ...DELIVERY, version: 2, settled: 2 }));
        await store(remove('consult', CONSULT.id, 1));
        expect(await repository.behind()).toEqual([{ kind: 'gone', key: CONSULT.id }]);
        await reopen();
        expect(await repository.behind()).toEqual([{ kind: 'gone', key: CONSULT.id }]);
        await store(remove('delivery', CONSULT.id, 1));
        expect(await repository.behind()).toEqual([]);
        await reopen();
        expect(await repository.behind()).toEqual([]);
        await store(remove('delivery', 'HM-7K3Q', 2));
        expect(await repository.behind()).toEqual([{ kind: 'case', key: 'HM-7K3Q' }]);
      });

      describe('once another channel is linked', () => {
        const channel = { ...CHAT, conversationId: '19:new@thread.tacv2' };
        const card = {
          channelId: CHAT.conversationId,
          ...{ conversationId: `${CHAT.conversationId};messageid=1`, activityId: '1', shown: 1 },
        };
        const behindWith = async () => (await repository.behind()).map(({ key }) => key);

        it.each<[Escalation['state'], boolean]>([
          [{ status: 'open' }, true],
          [claimedBy(MERYEM), true],
          [{ status: 'withdrawn', why: 'mistake', at: CONSULT.at }, false],
        ])('holds a case in the former one that is still to be done: %j', async (state, moves) => {
          await store(put('link', LINK), put('case', anEscalatedCase({ state })));
          await store(put('delivery', { ...DELIVERY, card }));
          expect(await behindWith()).toEqual([]);
          await store(put('link', { ...LINK, version: 2, by: ANNEKE }));
          expect(await behindWith()).toEqual([]);
          await store(put('link', { ...LINK, version: 3, channel }));
          expect(await behindWith()).toEqual(moves ? ['HM-7K3Q'] : []);
          await reopen();
          expect(await behindWith()).toEqual(moves ? ['HM-7K3Q'] : []);
          const moved = { ...card, channelId: channel.conversationId };
          await store(put('delivery', { ...DELIVERY, version: 2, card: moved }));
          expect(await behindWith()).toEqual([]);
        });

        it.each<[Consult['state'], boolean]>([
          [{ status: 'open' }, true],
          [{ status: 'taken', by: MERYEM, at: CONSULT.at }, false],
        ])('holds a call-back request that nobody took: %j', async (state, moves) => {
          const shown = { ...DELIVERY, subject: CONSULT.id, card };
          await store(put('link', LINK), put('consult', { ...CONSULT, state }));
          await store(put('delivery', shown));
          expect(await behindWith()).toEqual([]);
          await store(put('link', { ...LINK, version: 2, channel }));
          expect(await behindWith()).toEqual(moves ? [CONSULT.id] : []);
        });

        it('leaves alone what another region shows, and what has no card', async () => {
          const other = anEscalatedCase({}, { code: 'EL-2222', region: ELSEWHERE });
          const bare = anEscalatedCase({}, { code: 'HM-3333' });
          await store(put('link', LINK), put('link', { ...LINK, region: ELSEWHERE }));
          await store(put('case', other), put('case', bare));
          await store(
            put('delivery', { ...DELIVERY, subject: 'EL-2222', region: ELSEWHERE, card }),
          );
          await store(put('delivery', { ...DELIVERY, subject: 'HM-3333' }));
          await store(put('link', { ...LINK, version: 2, channel }));
          expect(await behindWith()).toEqual([]);
        });
      });
    });

    describe('what waits for coordinators', () => {
      const bothTimes = async (check: () => Promise<void>) => {
        await check();
        await reopen();
        await check();
      };
      const since = utc('2026-11-16T08:00');
      const stuck = { attempts: 1, retryAt: since, why: 'HTTP 403', since };

      it('is what does not get through in their region, the longest first', async () => {
        const earlier = { ...stuck, since: utc('2026-11-16T07:00') };
        const later: Delivery = { ...DELIVERY, trouble: { channel: stuck } };
        const first: Delivery = { ...DELIVERY, subject: 'HM-2222', trouble: { notices: earlier } };
        const other: Delivery = { ...later, subject: 'EL-2222', region: ELSEWHERE };
        await store(put('delivery', later), put('delivery', first), put('delivery', other));
        await store(put('delivery', { ...DELIVERY, subject: 'HM-3333' }));
        await bothTimes(async () => {
          expect(await repository.troubled(HERE)).toEqual([first, later]);
          expect(await repository.troubled(ELSEWHERE)).toEqual([other]);
        });
        await store(put('delivery', { ...later, version: 2, trouble: {} }));
        await store(remove('delivery', 'HM-2222', 1));
        await bothTimes(async () => {
          expect(await repository.troubled(HERE)).toEqual([]);
        });
      });

      it('is every call-back request that nobody took, the oldest first', async () => {
        const earlier = { ...CONSULT, id: 'OV-222222', at: utc('2026-11-16T07:00') };
        const other = { ...CONSULT, id: 'OV-333333', region: ELSEWHERE };
        await store(put('consult', CONSULT), put('consult', earlier), put('consult', other));
        await bothTimes(async () => {
          expect(await repository.openConsults(HERE)).toEqual([earlier, CONSULT]);
          expect(await repository.openConsults(ELSEWHERE)).toEqual([other]);
        });
        const state = { status: 'taken', by: MERYEM, at: CONSULT.at } as const;
        await store(put('consult', { ...CONSULT, version: 2, state }));
        await store(remove('consult', earlier.id, 1));
        await bothTimes(async () => {
          expect(await repository.openConsults(HERE)).toEqual([]);
        });
      });

      it('is every case in which an answer is awaited to how it goes', async () => {
        const lane = { on: '2026-11-16', asks: 'professional', settled: false } as const;
        const followed = (parts: object, code: string, region = HERE) => {
          const lanes = { 'follow-up': { ...lane, ...parts } };
          return anEscalatedCase({ state: closedBy(MERYEM), lanes }, { code, region });
        };
        const answered = { at: since, by: SANNE, answer: 'other' } as const;
        const asked = followed({ askedAt: since }, 'HM-2222');
        await store(
          put('case', asked),
          put('case', followed({}, 'HM-3333')),
          put('case', followed({ askedAt: since, answered }, 'HM-4444')),
          put('case', followed({ askedAt: since, settled: true }, 'HM-5555')),
          put('case', followed({ askedAt: since }, 'EL-2222', ELSEWHERE)),
        );
        await bothTimes(async () => {
          expect(await codes({ awaited: true })).toEqual(['HM-2222']);
          expect(await codes({ awaited: true, statuses: ['closed'] })).toEqual(['HM-2222']);
          expect(await codes({ awaited: true, statuses: ['open'] })).toEqual([]);
        });
        await store(
          put('case', { ...followed({ askedAt: since, answered }, 'HM-2222'), version: 2 }),
        );
        await bothTimes(async () => {
          expect(await codes({ awaited: true })).toEqual([]);
        });
      });
    });

    describe('erasing a case', () => {
      const erased = anEscalatedCase({ state: claimedBy(MERYEM) });
      const kept = anEscalatedCase({}, { code: 'HM-3333' });
      beforeEach(() => store(put('case', erased), put('case', kept)));

      it('takes it out of every list and every figure', async () => {
        await store(remove('case', erased.code, 1));
        for (const time of ['at once', 'after reopening']) {
          if (time === 'after reopening') await reopen();
          expect(await repository.read('case', erased.code), time).toBeUndefined();
          expect(await codes(), time).toEqual(['HM-3333']);
          expect(await codes({ statuses: ['claimed'] }), time).toEqual([]);
          expect(await codes({ holder: MERYEM }), time).toEqual([]);
          expect(await codes({ professional: SANNE }), time).toEqual(['HM-3333']);
          expect(await repository.behind(), time).toEqual([{ kind: 'case', key: 'HM-3333' }]);
          expect(await figures(), time).toEqual(total([kept]));
        }
      });

      it('leaves the figures that are counted in its place', async () => {
        const before = await figures();
        const counted = contributions(erased).map((contribution) => ({
          region: HERE,
          contribution,
        }));
        await repository.commit({ writes: [remove('case', erased.code, 1)], counted });
        await reopen();
        expect(await figures()).toEqual(before);
      });
    });

    it('finishes what is under way when it is closed', async () => {
      const answers = [1, 2, 3].map(() => repository.commit(count(1)));
      await repository.close();
      expect(await Promise.all(answers)).toEqual(answers.map(() => ({ ok: true })));
      await reopen();
      expect(await figures()).toEqual({ 'offered-not-wanted 2026-W47': 3 });
    });

    it('says that all is well, and closes twice without complaint', async () => {
      expect(repository.readOnlyBecause()).toBeUndefined();
      await repository.close();
      await repository.close();
      await expect(repository.commit(count(1))).rejects.toThrow();
      await reopen();
      expect(await figures()).toEqual({});
    });
  });
}

/** As figures are shown in these tests: `row period` and how many. */
function total(cases: readonly Case[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { row, period } of cases.flatMap(contributions)) {
    sums[`${row} ${period}`] = (sums[`${row} ${period}`] ?? 0) + 1;
  }
  return sums;
}

function changed(subject: Case, state: Escalation['state']): Case {
  const [escalation] = subject.escalations;
  if (!escalation) throw new Error('never escalated');
  return { ...subject, version: subject.version + 1, escalations: [{ ...escalation, state }] };
}

/** HM-2222, HM-2223 … */
function codeNumber(n: number): string {
  const digits = n.toString(8).padStart(4, '0');
  return `HM-${digits.replace(/\d/g, (digit) => String(Number(digit) + 2))}`;
}

function tryTo(act: () => unknown): void {
  try {
    act();
  } catch {
    // Throwing is one of the two ways to keep what is stored as it is.
  }
}
