import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Instances } from '../../../data/instances.js';
import { openPostgres } from '../../../data/postgres/openPostgres.js';
import type { Repository } from '../../../data/repository.js';
import { NOW } from '../../builders.js';
import { eventually } from '../../eventually.js';
import { PostgresDatabase } from '../../postgres/database.js';

let database: PostgresDatabase;
beforeAll(async () => {
  database = await PostgresDatabase.open();
});
afterAll(() => database.close());

let opened: { repository: Repository; instances: Instances }[];
let one: Instances;
let other: Instances;
beforeEach(async () => {
  await database.empty();
  const { connectionString } = database;
  opened = await Promise.all(
    ['one', 'other'].map((name) => openPostgres({ connectionString, name })),
  );
  [one, other] = opened.map(({ instances }) => instances) as [Instances, Instances];
});
afterEach(async () => {
  for (const { repository, instances } of opened) {
    await instances.close();
    await repository.close();
  }
});

const tickets = () => database.owner.selectFrom('tickets').select(['id', 'queue']).execute();

describe('what instances do in order', () => {
  it('is done one at a time, in the order in which it was asked, in whichever instance', async () => {
    const done: string[] = [];
    let go: (() => void) | undefined;
    const wait = new Promise<void>((resolve) => (go = resolve));
    const asked = [
      one.inOrder('a', async () => {
        done.push('first begins');
        await wait;
        done.push('first ends');
      }),
    ];
    for (let n = 2; n <= 6; n += 1) {
      await eventually(async () => (await tickets()).length === n - 1);
      const instance = n % 2 === 0 ? other : one;
      asked.push(
        instance.inOrder('a', () => {
          done.push(String(n));
          return Promise.resolve();
        }),
      );
    }
    await other.inOrder('b', () => Promise.resolve(done.push('of another')));
    go?.();
    await Promise.all(asked);
    expect(done).toEqual(['first begins', 'of another', 'first ends', '2', '3', '4', '5', '6']);
    await eventually(async () => (await tickets()).length === 0);
  });

  it('what a turn left going holds up no turn, only what later ones do in that way', async () => {
    const done: string[] = [];
    const endings: (() => void)[] = [];
    const lasts = (instance: Instances, name: string) =>
      instance.inOrder('a', (lasting) => {
        const shown = lasting('a message', async () => {
          done.push(`${name} begins`);
          await new Promise<void>((resolve) => endings.push(resolve));
          done.push(`${name} ends`);
        });
        return Promise.resolve({ shown });
      });
    const first = await lasts(one, 'first');
    const second = await lasts(other, 'second');
    const third = await lasts(one, 'third');
    await other.inOrder('a', () => Promise.resolve(done.push('a turn without')));
    await other.inOrder('a', (lasting) =>
      lasting('another message', () => Promise.resolve(done.push('another message'))),
    );
    const meanwhile = ['first begins', 'a turn without', 'another message'];
    expect(done).toEqual(meanwhile);
    for (const [nth, { shown }] of [first, second, third].entries()) {
      await eventually(() => endings.length > nth);
      endings[nth]?.();
      await shown;
    }
    const afterwards = ['second begins', 'second ends', 'third begins', 'third ends'];
    expect(done).toEqual([...meanwhile, 'first ends', ...afterwards]);
    await eventually(async () => (await tickets()).length === 0);
  });

  it('is known to go on when its turn took longer than it holds up others', async () => {
    let end: (() => void) | undefined;
    const ending = new Promise<void>((resolve) => (end = resolve));
    const { shown } = await one.inOrder('a', async (lasting) => {
      // As when it has run out, and the next has thrown it away.
      await database.owner.deleteFrom('tickets').execute();
      return { shown: lasting('a message', () => ending) };
    });
    await eventually(async () => (await tickets()).length === 1);
    const after = other.inOrder('a', (lasting) =>
      lasting('a message', () => Promise.resolve('after')),
    );
    expect(await Promise.race([after, delay(500, 'waiting')])).toBe('waiting');
    end?.();
    expect(await after).toBe('after');
    await shown;
  });

  it('goes on when it fails, and when one has gone without a word', async () => {
    await expect(one.inOrder('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const gone = sql`select draw_ticket('a', interval '300 milliseconds')`;
    await gone.execute(database.owner);
    expect(await other.inOrder('a', () => Promise.resolve('done'))).toBe('done');
    await eventually(async () => (await tickets()).length === 1);
    await opened[0]?.repository.forgetExpired(NOW);
    expect(await tickets()).toEqual([]);
  });
});

describe('the duty', () => {
  it('is with one at a time, until it is left or runs out', async () => {
    expect([await one.takeDuty(10_000), await other.takeDuty(10_000)]).toEqual([true, false]);
    expect([await one.takeDuty(10_000), await other.takeDuty(10_000)]).toEqual([true, false]);
    await other.leaveDuty();
    expect(await other.takeDuty(10_000)).toBe(false);
    await one.leaveDuty();
    expect([await other.takeDuty(200), await one.takeDuty(10_000)]).toEqual([true, false]);
    await delay(250);
    expect([await one.takeDuty(10_000), await other.takeDuty(200)]).toEqual([true, false]);
  });

  it('is taken by one when many ask at the same moment', async () => {
    const asked = Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).takeDuty(10_000));
    const taken = await Promise.all(asked);
    const byOne = taken.filter((_, n) => n % 2 === 1);
    const byOther = taken.filter((_, n) => n % 2 === 0);
    expect(new Set(byOne).size + new Set(byOther).size).toBe(2);
    expect(byOne[0]).toBe(!byOther[0]);
  });
});

describe('what one tells', () => {
  it('is heard by the others, in order, and not by itself', async () => {
    const heard: (string | undefined)[][] = [[], []];
    one.onTold((message) => heard[0]?.push(message));
    other.onTold((message) => heard[1]?.push(message));
    await one.tell('first\nof two');
    await one.tell('second');
    await eventually(() => heard[1]?.length === 2);
    expect(heard).toEqual([[], ['first\nof two', 'second']]);
    await expect(one.tell('é'.repeat(4_000))).rejects.toThrow('too long');
  });

  it('may be missed while the connection is cut off, and that is said', async () => {
    const heard: (string | undefined)[] = [];
    other.onTold((message) => heard.push(message));
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen %'`.execute(database.owner);
    await one.tell('nobody hears this');
    await eventually(() => heard.includes(undefined));
    await one.tell('again');
    await eventually(() => heard.includes('again'));
    expect(heard.filter((message) => message !== undefined)).toEqual(['again']);
  });
});
