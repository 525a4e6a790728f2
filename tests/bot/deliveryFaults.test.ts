import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnector } from '../../bot/connector.js';
import { startDelivery, type Delivery } from '../../bot/delivery/delivery.js';
import { createLog } from '../../bot/log.js';
import { createMessenger, type Messenger } from '../../bot/messenger.js';
import { createRoster } from '../../bot/roster.js';
import type { Case } from '../../data/case.js';
import type { Conversation } from '../../data/conversation.js';
import type { Link } from '../../data/link.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import type { Repository, Write } from '../../data/repository.js';
import {
  anEscalatedCase,
  aProfile,
  CHAT,
  HOLLANDS_MIDDEN,
  MERYEM,
  NOW,
  SANNE,
  TENANT,
  utc,
} from '../builders.js';
import { CHANNEL_ID, FakeTeams, TEAM_ID, type RequestKind } from './fakeTeams.js';
import { NO_LIMITS } from './fakeTeamsLimits.js';
import { FAULT_NAMES, faultNamed, type Kind } from './fakeTeamsFaults.js';

/** Longer than a hanging request is waited for here. */
const GIVES_UP_MS = 150;

let teams: FakeTeams;
let messenger: Messenger;
let directory: string;
let repository: Repository;
let delivery: Delivery;
let link: Link;

beforeAll(async () => {
  teams = await new FakeTeams().listen();
  messenger = createMessenger(createConnector({ kind: 'anonymous' }, { timeoutMs: GIVES_UP_MS }));
});
afterAll(() => teams.close());

beforeEach(() => {
  teams.repair();
  teams.requests.length = 0;
  teams.messages.length = 0;
  teams.roster = [MERYEM];
  const channel = { ...CHAT, serviceUrl: teams.serviceUrl, conversationId: CHANNEL_ID };
  const at = utc('2026-11-16T08:00');
  link = { region: HOLLANDS_MIDDEN.id, version: 1, teamId: TEAM_ID, channel, by: MERYEM, at };
});

/** What is to be seen of the one case. */
function seen(kind: RequestKind, isThere: (where: string) => boolean = () => true) {
  const [first] = teams.messages;
  return {
    requests: teams.made(kind).filter(({ conversation }) => isThere(conversation)).length,
    cards: teams.channelCards().length,
    lines: teams.channelCards().flatMap((card) => teams.thread(card)).length,
    notices: teams.in(CHAT.conversationId).length,
    firstIsGone: first?.deleted ?? false,
  };
}

describe('delivery', () => {
  beforeEach(async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'],
      now: NOW.toMillis(),
    });
    directory = await mkdtemp(join(tmpdir(), 'nnz-faults-'));
    const now = () => DateTime.utc();
    repository = await openLowdbRepository({ directory, now });
    const chat = { ...CHAT, serviceUrl: teams.serviceUrl };
    await put({ kind: 'link', put: link }, { kind: 'profile', put: aProfile({ chat }) });
    delivery = startDelivery({
      ...{ repository, messenger, now, tenantId: TENANT, log: createLog('silent') },
      pacing: NO_LIMITS,
      duty: { isOn: () => true },
      regions: { all: () => [HOLLANDS_MIDDEN], find: () => HOLLANDS_MIDDEN },
    });
  });
  afterEach(async () => {
    teams.release();
    await delivery.stop();
    await repository.close();
    vi.useRealTimers();
    await rm(directory, { recursive: true });
  });

  async function put(...writes: Write[]): Promise<void> {
    expect(await repository.commit({ writes })).toEqual({ ok: true });
  }
  async function change(write: Write): Promise<void> {
    await put(write);
    delivery.wake();
  }

  /** Real requests take real moments, and only between them the clock goes on. */
  async function until(look: () => unknown, stepMs = 0): Promise<void> {
    for (let looks = 0; looks < 2_000; looks += 1) {
      if (await look()) return;
      if (stepMs > 0) await vi.advanceTimersByTimeAsync(stepMs);
      await delay(2);
    }
    throw new Error(`did not happen: ${JSON.stringify(teams.requests.map(({ kind }) => kind))}`);
  }
  const troubleNow = async () => {
    const { trouble, unreached } = (await repository.read('delivery', code)) ?? {};
    return trouble?.channel?.why ?? trouble?.notices?.why ?? unreached?.[0]?.why;
  };
  const isAllShown = async () => (await repository.behind()).length === 0;

  const open = anEscalatedCase();
  const { code } = open;
  function claimed(): Case {
    const state = {
      status: 'claimed',
      holder: MERYEM,
      claimedAt: utc('2026-11-16T08:10'),
    } as const;
    const { history, ...rest } = anEscalatedCase({ state }, { version: 2 });
    const number = history.length + 1;
    return {
      ...rest,
      history: [...history, { kind: 'claimed', number, at: state.claimedAt, by: MERYEM }],
    };
  }

  const inChannel = (where: string) => where.startsWith('19:');
  const inChat = (where: string) => where === CHAT.conversationId;
  type Seen = Partial<ReturnType<typeof seen>>;

  interface Operation {
    kind: RequestKind;
    where?: (conversation: string) => boolean;
    /** Whether the case is shown as open before it is claimed. */
    isUpdate: boolean;
    /** After a fault of this kind and all the time it takes. */
    then: Record<Kind, Seen>;
  }

  const OPERATIONS: Record<string, Operation> = {
    'a post': {
      kind: 'post',
      isUpdate: false,
      then: {
        refused: { requests: 2, cards: 1 },
        accepted: { requests: 2, cards: 2 },
        'without-id': { requests: 2, cards: 2 },
        forbidden: { requests: 2, cards: 1 },
        gone: { requests: 2, cards: 1 },
      },
    },
    'an update': {
      kind: 'update',
      isUpdate: true,
      then: {
        refused: { requests: 2, cards: 1, lines: 1, notices: 1 },
        accepted: { requests: 2, cards: 1, lines: 1, notices: 1 },
        'without-id': { requests: 1, cards: 1, lines: 1, notices: 1 },
        forbidden: { requests: 2, cards: 1, lines: 1, notices: 1 },
        gone: { requests: 1, cards: 2, lines: 1, notices: 1 },
      },
    },
    'a thread line': {
      kind: 'message',
      where: inChannel,
      isUpdate: true,
      then: {
        refused: { requests: 2, cards: 1, lines: 1, notices: 1 },
        accepted: { requests: 2, cards: 1, lines: 2, notices: 1 },
        'without-id': { requests: 2, cards: 1, lines: 2, notices: 1 },
        forbidden: { requests: 2, cards: 1, lines: 1, notices: 1 },
        gone: { requests: 2, cards: 2, lines: 1, notices: 1 },
      },
    },
    'a notice': {
      kind: 'message',
      where: inChat,
      isUpdate: true,
      then: {
        refused: { requests: 2, cards: 1, lines: 1, notices: 1 },
        accepted: { requests: 2, cards: 1, lines: 1, notices: 2 },
        'without-id': { requests: 2, cards: 1, lines: 1, notices: 2 },
        forbidden: { requests: 1, cards: 1, lines: 1, notices: 0 },
        gone: { requests: 1, cards: 1, lines: 1, notices: 0 },
      },
    },
  };
  const ROWS = Object.keys(OPERATIONS).flatMap((operation) =>
    FAULT_NAMES.map((fault) => [operation, fault] as const),
  );

  it.each(ROWS)('%s that meets %s', async (operation, fault) => {
    const { kind, where = () => true, isUpdate, then } = OPERATIONS[operation] as Operation;
    const { kind: failure, why, ...does } = faultNamed(fault);
    await change({ kind: 'case', put: open });
    if (isUpdate) await until(isAllShown);
    teams.fail({ ...does, kind, times: 1, where: ({ conversation }) => where(conversation) });
    if (isUpdate) await change({ kind: 'case', put: claimed() });
    const isHarmless = then[failure].requests === 1 && failure === 'without-id';
    if (!isHarmless) {
      await until(troubleNow);
      expect(await troubleNow()).toMatch(why);
    }
    await until(isAllShown, 10_000);
    expect(seen(kind, where)).toMatchObject(then[failure]);
    const isLeftOut = operation === 'a notice' && ['forbidden', 'gone'].includes(failure);
    expect((await repository.read('delivery', code))?.trouble).toEqual({});
    expect((await repository.read('delivery', code))?.unreached).toHaveLength(isLeftOut ? 1 : 0);
  });

  const REMOVED: Record<Kind, Seen> = {
    refused: { requests: 2, firstIsGone: true },
    accepted: { requests: 2, firstIsGone: true },
    'without-id': { requests: 1, firstIsGone: true },
    forbidden: { requests: 1, firstIsGone: false },
    gone: { requests: 1, firstIsGone: false },
  };

  it.each(FAULT_NAMES)('a removal that meets %s', async (fault) => {
    const orphan = await messenger.post(link.channel, { text: 'Casus' });
    const { kind, ...does } = faultNamed(fault);
    teams.fail({ ...does, kind: 'delete', times: 1 });
    const thread: Conversation = { ...link.channel, conversationId: orphan.conversationId };
    for (let click = 0; click < 3; click += 1) delivery.remove(thread, orphan.activityId);
    const { requests = 0 } = REMOVED[kind];
    await until(() => teams.made('delete').length >= requests, 1_000);
    for (let pass = 0; pass < 20; pass += 1) await until(() => true, 60_000);
    await vi.advanceTimersByTimeAsync(1_800_000);
    expect(seen('delete')).toMatchObject(REMOVED[kind]);
  });
});

it.each(FAULT_NAMES)('a roster that meets %s lets nobody in, and is asked again', async (fault) => {
  const { does, accepted = false } = faultNamed(fault);
  const isInTeam = createRoster(messenger, () => NOW);
  const ask = () => isInTeam(link, MERYEM, performance.now() + 4_000);
  teams.fail({ does, accepted, kind: 'roster', times: 1 });
  await expect(ask()).rejects.toMatchObject({ name: 'SendError' });
  expect(await ask()).toBe(true);
  expect(await isInTeam(link, SANNE, performance.now() + 4_000)).toBe(false);
  expect(teams.made('roster')).toHaveLength(2);
  teams.release();
});
