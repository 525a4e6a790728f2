import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startDelivery, type Delivery } from '../../bot/delivery/delivery.js';
import { createPacing, type Pacing } from '../../bot/delivery/pacing.js';
import { createLog } from '../../bot/log.js';
import type { Messenger } from '../../bot/messenger.js';
import { SendError } from '../../bot/sendError.js';
import type { Case } from '../../data/case.js';
import { keyOf } from '../../data/expectation.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import type { CaseEvent } from '../../data/caseEvents.js';
import type { Person } from '../../data/person.js';
import { ReadOnlyError, type Records, type Repository, type Write } from '../../data/repository.js';
import {
  anEscalatedCase,
  aProfile,
  CHAT,
  HOLLANDS_MIDDEN,
  JOOST,
  MERYEM,
  NOW,
  TENANT,
  utc,
} from '../builders.js';
import { COMPLETE } from '../data/regionBuilder.js';
import { regionSchema } from '../../data/region.js';
import { NO_LIMITS } from './fakeTeamsLimits.js';

const HERE = HOLLANDS_MIDDEN.id;
const ELSEWHERE = 'elders';
const REGIONS = [
  HOLLANDS_MIDDEN,
  regionSchema.parse({ ...COMPLETE, id: ELSEWHERE, codePrefix: 'EL' }),
];

let directory: string;
let repository: Repository;
let delivery: Delivery | undefined;
/** Where something was said, in order. */
let said: string[];
/** How often delivery looked at one subject. */
let looks: number;
let logged: string[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nnz-passes-'));
  repository = await openLowdbRepository({ directory, now: () => NOW });
  said = [];
  looks = 0;
  logged = [];
});
afterEach(async () => {
  await delivery?.stop();
  vi.restoreAllMocks();
  await repository.close();
  await rm(directory, { recursive: true });
});

/** Teams in which everything works, but for what a test replaces. */
function teams(parts: Partial<Messenger> = {}): Messenger {
  let last = 0;
  const nextId = () => String((last += 1));
  return {
    send: ({ conversationId }) => {
      said.push(conversationId);
      return Promise.resolve({ activityId: nextId() });
    },
    update: () => Promise.resolve(),
    post: ({ conversationId }) => {
      said.push(conversationId);
      const activityId = nextId();
      const thread = `${conversationId};messageid=${activityId}`;
      return Promise.resolve({ conversationId: thread, activityId });
    },
    remove: () => Promise.resolve(),
    openChat: ({ aadObjectId }, via) =>
      Promise.resolve({ ...via, conversationId: `a:${aadObjectId}` }),
    members: () => Promise.resolve([]),
    ...parts,
  };
}

/** Long after the process began. */
function aPacing(): Pacing {
  const begun = performance.now();
  return createPacing(() => 10_000 + performance.now() - begun);
}

function start(messenger: Messenger, pacing = aPacing()): Delivery {
  const begun = performance.now();
  delivery = startDelivery({
    repository,
    messenger,
    pacing,
    regions: {
      all: () => REGIONS,
      find: (id) => {
        looks += 1;
        return REGIONS.find((region) => region.id === id);
      },
    },
    now: () => NOW.plus({ milliseconds: performance.now() - begun }),
    log: createLog('trace', { write: (line) => logged.push(line) }),
    tenantId: TENANT,
    duty: { isOn: () => true },
  });
  delivery.wake();
  return delivery;
}

async function store(...writes: Write[]): Promise<void> {
  expect(await repository.commit({ writes })).toEqual({ ok: true });
}

const put = (subject: Case): Write => ({ kind: 'case', put: subject });

function linked(region: string): Write {
  const channel = { ...CHAT, conversationId: `19:${region}@thread.tacv2` };
  const at = utc('2026-11-16T08:00');
  return { kind: 'link', put: { region, version: 1, teamId: '19:team', channel, by: MERYEM, at } };
}

/** Each a minute younger. */
function openCases(count: number): Case[] {
  return Array.from({ length: count }, (_, n) => {
    const minute = String(10 + n);
    return anEscalatedCase(
      {},
      {
        code: `HM-22${minute.replaceAll('0', 'A').replaceAll('1', 'B')}`,
        openedAt: utc(`2026-11-16T07:${minute}`),
      },
    );
  });
}

const claimed: CaseEvent = { kind: 'claimed', number: 3, at: utc('2026-11-16T08:10'), by: MERYEM };

function aClaimedCase(...later: CaseEvent[]): Case {
  const state = { status: 'claimed', holder: MERYEM, claimedAt: claimed.at } as const;
  const { history, ...rest } = anEscalatedCase({ state });
  return { ...rest, history: [...history, claimed, ...later] };
}

function offeredTo(to: Person): CaseEvent {
  return { kind: 'offered', number: 4, at: utc('2026-11-16T08:20'), by: MERYEM, to };
}

function until(look: () => unknown): Promise<unknown> {
  return vi.waitFor(
    async () => {
      expect(await look()).toBeTruthy();
    },
    { timeout: 10_000, interval: 5 },
  );
}

const untilAllShown = () => until(async () => (await repository.behind()).length === 0);
const deliveryOf = (code: string): Promise<Records['delivery'] | undefined> =>
  repository.read('delivery', code);

function stopStoring(): void {
  vi.spyOn(repository, 'readOnlyBecause').mockReturnValue('the disk is full');
  vi.spyOn(repository, 'commit').mockRejectedValue(new ReadOnlyError('the disk is full'));
}

it('says nothing while nothing can be stored', async () => {
  await store(linked(HERE), put(aClaimedCase()));
  stopStoring();
  const started = start(teams());
  for (let pass = 0; pass < 5; pass += 1) {
    started.wake();
    await delay(10);
  }
  expect(said).toEqual([]);
});

it.each([
  ['the post', 0],
  ['a thread line', 1],
  ['a notice', 2],
])('goes no further when the store fails after %s', async (_step, before) => {
  await store(linked(HERE), put(aClaimedCase()), { kind: 'profile', put: aProfile() });
  const commit = repository.commit.bind(repository);
  let stored = 0;
  vi.spyOn(repository, 'commit').mockImplementation((change) => {
    if (stored < before) {
      stored += 1;
      return commit(change);
    }
    stopStoring();
    return Promise.reject(new ReadOnlyError('the disk is full'));
  });
  const started = start(teams());
  await until(() => said.length > before);
  for (let pass = 0; pass < 5; pass += 1) {
    started.wake();
    await delay(10);
  }
  expect(said).toHaveLength(before + 1);
});

it('says no more when the store fails while it is on its way', async () => {
  await store(linked(HERE), put(aClaimedCase()), { kind: 'profile', put: aProfile() });
  const commit = repository.commit.bind(repository);
  vi.spyOn(repository, 'commit').mockImplementationOnce(async (change) => {
    const committed = await commit(change);
    stopStoring();
    return committed;
  });
  start(teams());
  await until(async () => (await deliveryOf('HM-7K3Q'))?.card);
  await delay(50);
  expect(said).toEqual([`19:${HERE}@thread.tacv2`]);
});

it('a full channel holds up no other region, keeps its order and stays at rest', async () => {
  const many = openCases(20);
  await store(linked(HERE), linked(ELSEWHERE), ...many.map(put));
  const order: string[] = [];
  const working = teams();
  const started = start({
    ...working,
    post: (channel, message) => {
      if ('summary' in message) order.push(message.summary);
      return working.post(channel, message);
    },
  });
  await until(() => said.length >= 7);
  const young = anEscalatedCase({}, { code: 'EL-2222', region: ELSEWHERE });
  await store(put(young));
  const before = performance.now();
  started.wake();
  await until(() => said.includes(`19:${ELSEWHERE}@thread.tacv2`));
  expect(performance.now() - before).toBeLessThan(500);
  await untilAllShown();
  const inHere = order.filter((summary) => summary.includes('HM-'));
  expect(inHere).toEqual(many.map(({ code }) => `Casus ${code}`));
  // Twenty-one shown, some of them asked a few times more; a loop would ask thousands of times.
  expect(looks).toBeLessThan(1_000);
});

it('a full channel does not hold up what is to be told in a chat', async () => {
  const many = openCases(30);
  await store(linked(HERE), { kind: 'profile', put: aProfile() }, ...many.map(put));
  const started = start(teams());
  await until(() => said.length >= 7);
  const { code, openedAt } = many[29] ?? anEscalatedCase();
  await store(put({ ...aClaimedCase(), code, openedAt, version: 2 }));
  started.wake();
  await until(() => said.includes(CHAT.conversationId));
  expect(said.length).toBeLessThan(15);
});

it('a pause that Teams asks for is for the whole channel, and for no chat', async () => {
  const [first, second] = openCases(2);
  if (!first || !second) throw new Error('no cases');
  await store(linked(HERE), { kind: 'profile', put: aProfile() }, put(first));
  const working = teams();
  let asked = 0;
  const started = start({
    ...working,
    post: (channel, message) => {
      asked += 1;
      if (asked > 1) return working.post(channel, message);
      return Promise.reject(new SendError('throttled', 'HTTP 429', 600_000));
    },
  });
  await until(async () => (await deliveryOf(first.code))?.trouble.channel);
  await store(put({ ...aClaimedCase(), code: second.code, version: 1 }));
  started.wake();
  await until(() => said.includes(CHAT.conversationId));
  expect(asked).toBe(1);
  expect(said).toEqual([CHAT.conversationId]);
});

it('what changes while a message is on its way is shown before anything else is said', async () => {
  await store(linked(HERE), { kind: 'profile', put: aProfile() }, put(anEscalatedCase()));
  const working = teams();
  let arrive: (() => void) | undefined;
  const messenger = {
    ...working,
    update: () => {
      said.push('the card');
      return Promise.resolve();
    },
    send: async (to, message) => {
      if (arrive === undefined) await new Promise<void>((resolve) => (arrive = resolve));
      return working.send(to, message);
    },
  } satisfies Messenger;
  const started = start(messenger, NO_LIMITS);
  await untilAllShown();
  await store(put({ ...aClaimedCase(), version: 2 }));
  started.wake();
  await until(() => arrive);
  const back: CaseEvent = { ...claimed, kind: 'given-back', number: 4 };
  const { escalations } = anEscalatedCase();
  await store(put({ ...aClaimedCase(back), escalations, version: 3 }));
  arrive?.();
  await untilAllShown();
  const channel = `19:${HERE}@thread.tacv2`;
  const thread = `${channel};messageid=1`;
  const chat = CHAT.conversationId;
  expect(said).toEqual([channel, 'the card', thread, 'the card', thread, chat, chat]);
});

it('stops at once while a channel is full', async () => {
  await store(linked(HERE), ...openCases(20).map(put));
  const started = start(teams());
  await until(() => said.length >= 7);
  const before = performance.now();
  await started.stop();
  expect(performance.now() - before).toBeLessThan(200);
  expect(said.length).toBeLessThan(20);
});

it('a notice that Teams rejects is left out, and the next one goes', async () => {
  const answered: CaseEvent = { ...claimed, kind: 'given-back', number: 4 };
  await store(linked(HERE), { kind: 'profile', put: aProfile() }, put(aClaimedCase(answered)));
  const working = teams();
  let refused = 0;
  start({
    ...working,
    send: (to, message) => {
      if (to.conversationId !== CHAT.conversationId || refused > 0)
        return working.send(to, message);
      refused += 1;
      return Promise.reject(new SendError('rejected', 'HTTP 413'));
    },
  });
  await untilAllShown();
  expect(said.filter((where) => where === CHAT.conversationId)).toHaveLength(1);
  expect(logged.join()).toContain('notice cannot be delivered');
});

it('a card that Teams rejects is tried again later', async () => {
  await store(linked(HERE), put(anEscalatedCase()));
  start(teams({ post: () => Promise.reject(new SendError('rejected', 'HTTP 413')) }));
  await until(async () => (await deliveryOf('HM-7K3Q'))?.trouble.channel);
  expect(await repository.behind()).toHaveLength(1);
});

it('tells people in their own chats before a channel is linked, and the rest after that', async () => {
  await store({ kind: 'profile', put: aProfile() }, put(aClaimedCase(offeredTo(JOOST))));
  const started = start(teams());
  await until(() => said.length > 0);
  for (let pass = 0; pass < 3; pass += 1) {
    started.wake();
    await delay(20);
  }
  expect(said).toEqual([CHAT.conversationId]);
  const { version } = (await deliveryOf('HM-7K3Q')) ?? {};
  await store(linked(HERE));
  started.wake();
  await untilAllShown();
  expect(version).toBe(2);
  const channel = `19:${HERE}@thread.tacv2`;
  const [own, ...later] = said;
  expect(own).toBe(CHAT.conversationId);
  expect(later).toEqual([channel, `${channel};messageid=2`, `a:${JOOST.aadObjectId}`]);
});

it('writes nothing more when all that can be told has been told and there is no channel', async () => {
  await store({ kind: 'profile', put: aProfile() }, put(aClaimedCase()));
  const started = start(teams());
  await until(async () => (await deliveryOf('HM-7K3Q'))?.notices === 3);
  const commit = vi.spyOn(repository, 'commit');
  for (let pass = 0; pass < 3; pass += 1) {
    started.wake();
    await delay(20);
  }
  expect(commit).not.toHaveBeenCalled();
  expect(said).toEqual([CHAT.conversationId]);
});

it('looks again only at what changed while the channel is full', async () => {
  const cases = openCases(20);
  await store(linked(HERE), ...cases.map(put));
  const started = start(teams(), { ...NO_LIMITS, waitFor: () => 60_000 });
  await until(() => looks >= cases.length);
  await delay(50);
  const each = looks / cases.length;
  const [one] = cases;
  if (!one) throw new Error('no case');
  const changed = put({ ...one, version: one.version + 1 });
  await store(changed);
  looks = 0;
  started.wake([{ kind: 'case', key: aClaimedCase().code }]);
  await delay(50);
  const afterAnother = looks;
  started.wake([changedBy(changed)]);
  await until(() => looks > 0);
  await delay(50);
  expect([afterAnother, looks]).toEqual([0, each]);
});

const changedBy = (write: Write) => ({ kind: write.kind, key: keyOf(write) });

it.each<[string, Write]>([
  ['another channel', linked(HERE)],
  ['the chat of somebody', { kind: 'profile', put: aProfile() }],
  ['who stands in', { kind: 'absence', remove: { key: 'anybody', version: 1 } }],
])('looks again at all that waits after a change of %s', async (_title, changed) => {
  const cases = openCases(20);
  await store(linked(HERE), ...cases.map(put));
  const started = start(teams(), { ...NO_LIMITS, waitFor: () => 60_000 });
  await until(() => looks >= cases.length);
  await delay(50);
  const all = looks;
  looks = 0;
  started.wake([changedBy(changed)]);
  await until(() => looks >= all);
});
