import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runMigrateStore } from '../../bot/migrating/storeCommand.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import { openPostgres, openPostgresRepository } from '../../data/postgres/openPostgres.js';
import type { Kind, Repository, Write } from '../../data/repository.js';
import { aCase, anEscalatedCase, aProfile, CHAT, JOOST, NOW, SANNE, utc } from '../builders.js';
import {
  COPY,
  DELIVERY,
  EVERY_KIND,
  IMPORTED,
  KINDS,
  LINK,
  OFFERED,
} from '../data/contract/examples.js';
import { ELSEWHERE, HERE, LOOKED_AT, shown } from '../data/contract/engine.js';
import { PostgresDatabase } from '../postgres/database.js';

let database: PostgresDatabase;
beforeAll(async () => {
  database = await PostgresDatabase.open();
});
afterAll(() => database.close());

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'nnz-migrate-'));
  await database.empty();
});
afterEach(() => rm(dataDir, { recursive: true }));

const openThere = () =>
  openPostgresRepository({ connectionString: database.connectionString, connections: 3 });
const openHere = () => openLowdbRepository({ directory: dataDir, now: () => NOW });

async function run(args: string[], complain?: (line: string) => void, env: object = {}) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runMigrateStore(args, {
    env: { DATA_DIR: dataDir, DATABASE_URL: database.connectionString, ...env },
    terminal: {
      say: (line) => said.push(line),
      complain: complain ?? ((line) => complained.push(line)),
      isWatched: false,
    },
  });
  return { code, said, complained };
}

const kept = { key: 'a click', expiresAt: utc('2026-11-17T08:00') };
const channel = { ...CHAT, conversationId: '19:elsewhere@thread.tacv2' };
const trouble = { attempts: 2, retryAt: kept.expiresAt, why: 'HTTP 502', since: LINK.at };

/** One of each kind and more, in two regions; some of it erased. */
async function fill(repository: Repository): Promise<void> {
  const put = (...writes: Write[]) => repository.commit({ writes });
  for (const kind of KINDS) {
    await put({ kind, put: EVERY_KIND[kind].first } as Write);
    await put({ kind, put: EVERY_KIND[kind].second } as Write);
  }
  const away = aCase({ code: 'EL-2222', region: ELSEWHERE });
  await put(
    { kind: 'case', put: away },
    { kind: 'link', put: { ...LINK, region: ELSEWHERE, channel } },
  );
  const behind = anEscalatedCase({}, { code: 'EL-3333', region: ELSEWHERE });
  await put({ kind: 'case', put: behind });
  const stuck = { ...DELIVERY, region: ELSEWHERE, trouble: { channel: trouble } };
  await put({ kind: 'delivery', put: { ...stuck, subject: 'EL-4444' } });
  await put({ kind: 'delivery', put: { ...stuck, subject: behind.code, settled: 0 } });
  const odd = { ...JOOST, name: 'nul \u0000, half a face \ud83d' };
  await put({ kind: 'profile', put: aProfile({ person: odd, work: undefined }) });
  await put({ kind: 'case', put: aCase({ code: 'HM-5555', professional: odd }) });
  // Tells of a case that is gone.
  await put({ kind: 'copy', put: { ...COPY, activityId: '2', tells: ['HM-9999'] } });
  const erased = aCase({ code: 'HM-8888' });
  await put({ kind: 'case', put: erased });
  await repository.commit({
    writes: [{ kind: 'case', remove: { key: erased.code, version: 1 } }],
    counted: [
      { region: HERE, contribution: OFFERED },
      { region: HERE, contribution: { row: 'talks', period: '2026-W42', n: 4 } },
      { region: ELSEWHERE, contribution: OFFERED },
    ],
    repeat: kept,
  });
}

/** All that a repository says of a region. */
async function everything(repository: Repository, region: string) {
  return {
    cases: await repository.cases({ region, limit: Infinity }),
    figures: shown(await repository.counts(region, LOOKED_AT)),
    sources: await repository.sourcesOf(region, 'talks', LOOKED_AT[4] ?? { kind: 'since-start' }),
    imported: new Set((await repository.imported(region)).map((row) => JSON.stringify(row))),
    register: await repository.register(region),
    consults: await repository.openConsults(region),
    troubled: await repository.troubled(region),
    counts: await repository.quickCounts({ region, organisation: 'jgz-voorbeeld' }),
  };
}

async function records(repository: Repository) {
  const read = async (kind: Kind) => [kind, await repository.read(kind, EVERY_KIND[kind].key)];
  return Object.fromEntries(await Promise.all(KINDS.map(read))) as Record<Kind, unknown>;
}

async function compareAll(): Promise<void> {
  const [here, there] = [await openHere(), await openThere()];
  try {
    expect(await records(there)).toEqual(await records(here));
    for (const region of [HERE, ELSEWHERE]) {
      expect(await everything(there, region)).toEqual(await everything(here, region));
    }
    expect(await there.behind()).toEqual(await here.behind());
    expect(await there.isRepeat(kept.key)).toBe(true);
    for (const code of ['HM-7K3Q', 'EL-2222', 'HM-8888']) {
      expect(await there.isCodeTaken(code), code).toBe(await here.isCodeTaken(code));
    }
  } finally {
    await here.close();
    await there.close();
  }
}

async function filled(): Promise<void> {
  const here = await openHere();
  await fill(here);
  await here.close();
}

describe('copying the embedded store to PostgreSQL', () => {
  it('takes everything along, and says what was compared', async () => {
    await filled();
    const { code, said, complained } = await run(['--all']);
    expect(complained).toEqual([expect.stringMatching(/^\d+ of \d+ stored$/), expect.any(String)]);
    expect(code).toBe(0);
    expect(said[0]).toMatch(
      /^elders: case 2, delivery 2.*; \d+ numbers in the figures; checksum \w{64}$/,
    );
    expect(said[1]).toMatch(/^hollands-midden: .*consult 1.*profile 2/);
    expect(said.join('\n')).toContain('are the same on both sides');
    await compareAll();
  });

  it('a second time changes nothing; afterwards the bot goes on from there', async () => {
    await filled();
    const first = await run(['--all']);
    const again = await run(['--all']);
    expect(again).toMatchObject({ code: 0, said: first.said });
    await compareAll();
    const there = await openThere();
    const { second } = EVERY_KIND.case;
    const before = shown(await there.counts(HERE, LOOKED_AT));
    const put = { ...second, version: second.version + 1 };
    expect(await there.commit({ writes: [{ kind: 'case', put }] })).toEqual({ ok: true });
    expect(shown(await there.counts(HERE, LOOKED_AT))).toEqual(before);
    const remove = { key: put.code, version: put.version };
    await there.commit({ writes: [{ kind: 'case', remove }] });
    expect(await there.behind()).toContainEqual({ kind: 'gone', key: put.code });
    await there.close();
    // What was erased there does not come back.
    const late = await run(['--all']);
    expect(late.code).toBe(1);
    expect(late.complained.join('\n')).toContain('case HM-7K3Q is no longer there');
    expect(late.complained.join('\n')).toContain('did a bot run on it already?');
  });

  it('takes one region only, and none of the people of another', async () => {
    await filled();
    expect(await run(['--region', ELSEWHERE])).toMatchObject({ code: 0 });
    const there = await openThere();
    expect((await there.cases({ region: HERE, limit: 10 })).cases).toEqual([]);
    expect((await there.cases({ region: ELSEWHERE, limit: 10 })).cases).toHaveLength(2);
    expect(await there.read('draft', EVERY_KIND.draft.key)).toBeUndefined();
    expect(await there.read('profile', EVERY_KIND.profile.key)).toBeUndefined();
    await there.close();
    expect(await run(['--all'])).toMatchObject({ code: 0 });
    await compareAll();
  });

  it('goes on where it was cut off; until then no bot starts on it', async () => {
    const here = await openHere();
    await fill(here);
    const writes = Array.from({ length: 1500 }, (_, n): Write => {
      const id = `a1_B2-c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T${String(n).padStart(4, '0')}`.slice(
        -43,
      );
      return { kind: 'imported', put: { ...IMPORTED, id } };
    });
    await here.commit({ writes });
    await here.close();
    const cutOff = () => {
      throw new Error('cut off');
    };
    await expect(run(['--region', HERE], cutOff)).rejects.toThrow('cut off');
    await expect(openThere()).rejects.toThrow(`npm run migrate-store -- --region ${HERE}`);
    const { code, complained } = await run(['--all']);
    expect(code).toBe(0);
    // A third of it had been stored.
    expect(complained.filter((line) => / of 15\d\d stored/.test(line))[0]).toMatch(/^[5-9]\d\d of/);
    await compareAll();
  });
});

describe('nothing is copied, and it is said why', () => {
  it.each<[string, string[], object, number, string]>([
    ['no address', ['--all'], { DATABASE_URL: '' }, 1, 'DATABASE_URL is missing'],
    ['no region', [], {}, 2, 'Type: npm run migrate-store -- --region ID, or --all'],
    ['both', ['--all', '--region', HERE], {}, 2, 'Type: npm run migrate-store'],
    ['an unknown option', ['--force'], {}, 2, 'Unknown option'],
    ['an unknown region', ['--region', 'nowhere'], {}, 1, 'It holds: elders, hollands-midden.'],
  ])('%s', async (_title, args, env, code, why) => {
    await filled();
    const result = await run(args, undefined, env);
    expect(result).toMatchObject({ code, said: [] });
    expect(result.complained.join('\n')).toContain(why);
  });

  it('where nothing was ever stored, and while a bot is running', async () => {
    const none = await run(['--all']);
    expect(none).toMatchObject({ code: 1, said: [] });
    expect(none.complained.join('\n')).toContain('there is no store in');
    await filled();
    const running = await openHere();
    const busy = await run(['--all']);
    await running.close();
    const { connectionString } = database;
    const bot = await openPostgres({ connectionString, name: 'a bot' });
    await bot.instances.takeDuty(10_000);
    const there = await run(['--all']);
    expect(there).toMatchObject({ code: 1, said: [] });
    expect(there.complained[0]).toContain('a bot is running on the database');
    await bot.instances.close();
    await bot.repository.close();
    expect(busy).toMatchObject({ code: 1, said: [] });
    expect(busy.complained.join('\n')).toContain('Nothing was copied.');
  });

  it('nothing of a person is told when something else is there', async () => {
    await filled();
    const there = await openThere();
    await there.commit({ writes: [{ kind: 'draft', put: EVERY_KIND.draft.first }] });
    await there.close();
    const { code, complained } = await run(['--all']);
    expect(code).toBe(1);
    expect(complained.join('\n')).toContain('draft');
    expect(complained.join('\n')).not.toContain(SANNE.name);
  });
});
